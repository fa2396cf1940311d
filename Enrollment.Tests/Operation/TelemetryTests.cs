using Enrollment.Access;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Operation;

/// <summary>Traces, measures and logs arrive at a collector, and say nothing of anybody.</summary>
public sealed partial class TelemetryTests : IAsyncLifetime
{
    private ACollector _collector = null!;

    public async ValueTask InitializeAsync() => _collector = await ACollector.StartAsync();

    public ValueTask DisposeAsync() => _collector.DisposeAsync();

    [Fact]
    public async Task A_journey_arrives_as_traces_measures_and_logs_without_a_word_about_the_person()
    {
        ApplicationId id;
        await using (var host = await StartAsync())
        {
            var candidate = await Candidate.CompleteAsync(host);
            Assert.Equal(200, (await candidate.SubmitAsync()).Status);
            id = candidate.Id;
            var staff = await host.StaffAsync(Role.Reviewer, Role.Admin);
            foreach (var sought in new[] { Somebody.Account.Phone.Value, Somebody.Account.Name, SampleForm.Number })
            {
                var query = Uri.EscapeDataString(sought);
                Assert.Equal(200, (await staff.GetAsync($"/api/review/applications?query={query}")).Status);
                Assert.Equal(404, (await staff.GetAsync($"/api/nowhere/{query}?phone={query}")).Status);
            }
            await host.Anybody().PostAsync("/api/session", new { phone = "13800000001", code = "000000" });
            LogFailure(host.Get<ILogger<TelemetryTests>>(), new InvalidOperationException(Somebody.Account.Name));
        }

        Assert.Contains("command Submit", _collector.Traces, StringComparison.Ordinal);
        Assert.Contains("effect SendText", _collector.Traces, StringComparison.Ordinal);
        Assert.Contains("inspect", _collector.Traces, StringComparison.Ordinal);
        Assert.Contains("/api/review/applications", _collector.Traces, StringComparison.Ordinal);
        Assert.Contains(id.Value, _collector.Traces, StringComparison.Ordinal);
        Assert.All(
            [
                "enrollment.commands",
                "enrollment.commit.duration",
                "enrollment.sign_ins",
                "http.server.request.duration",
            ],
            measure => Assert.Contains(measure, _collector.Metrics, StringComparison.Ordinal)
        );
        Assert.Contains("Application started", _collector.Logs, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", _collector.Logs, StringComparison.Ordinal);

        AssertNobodyIn(_collector.Traces, _collector.Metrics, _collector.Logs);
        Assert.DoesNotContain(id.Value, _collector.Metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_to_the_text_gateway_is_measured_and_its_address_with_the_phone_stays_here()
    {
        await using var gateway = await AnAlibabaGateway.StartAsync();
        await using (
            var host = await StartAsync(
                "--TextMessages:Gateway=alibaba",
                $"--TextMessages:Alibaba:Endpoint={gateway.Address}",
                $"--TextMessages:Alibaba:AccessKeyId={AnAlibabaGateway.KeyId}",
                $"--TextMessages:Alibaba:AccessKeySecret={AnAlibabaGateway.Secret}",
                "--TextMessages:Alibaba:SignName=某市委党校"
            )
        )
        {
            await host.OpenAsync();
            await host.SettleAsync();
        }

        Assert.Single(gateway.Taken);
        Assert.Contains("enrollment.line.duration", _collector.Metrics, StringComparison.Ordinal);
        Assert.Contains("text-gateway", _collector.Metrics, StringComparison.Ordinal);
        AssertNobodyIn(_collector.Traces, _collector.Metrics, _collector.Logs);
    }

    private Task<TestHost> StartAsync(params string[] settings) =>
        TestHost.StartAsync(
            // The test host takes every log away.
            services => services.AddLogging(logging => logging.AddOpenTelemetry()),
            settings: [.. _collector.Settings, .. settings]
        );

    private static void AssertNobodyIn(params string[] texts)
    {
        var account = Somebody.Account;
        string[] personal =
        [
            account.Name,
            Uri.EscapeDataString(account.Name),
            account.Phone.Value,
            SampleForm.Number,
            account.Employer!,
            SampleForm.Valid.Name!,
        ];
        Assert.All(
            texts,
            text => Assert.All(personal, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal))
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "It failed")]
    private static partial void LogFailure(ILogger logger, Exception fault);
}
