using System.Net;
using System.Net.Sockets;
using Enrollment.Access;
using Enrollment.Api.Operation;
using Enrollment.Applications;
using Enrollment.Operation;
using Enrollment.Server.Operation;
using Enrollment.Sqlite;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Operation;

/// <summary>How the system stands, as the administrator and the machine's own collector see it.</summary>
public sealed class OperationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_administrator_sees_the_store_the_stages_and_what_calls_for_somebody()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        await host.SettleAsync();
        var admin = await host.StaffAsync(Role.Admin);

        var before = (await admin.GetAsync("/api/admin/operation")).Read<OperationAnswer>();
        Assert.Equal("SQLite", before.Readings.Store.Kind);
        Assert.Contains(new StageInWords("填报中", 1), before.StagesInWords);
        Assert.Contains(before.Alarms, alarm => alarm.Code == AlarmCode.BackupMissing && alarm.Title == "没有按时备份");

        await host.Get<SqliteStore>().BackupAsync(Path.Combine(host.Data, "backup"), host.Time.GetUtcNow(), Stop);
        var after = (await admin.GetAsync("/api/admin/operation")).Read<OperationAnswer>();
        Assert.Equal(host.Time.GetUtcNow(), after.Readings.Store.LastBackup);
        Assert.DoesNotContain(after.Alarms, alarm => alarm.Code == AlarmCode.BackupMissing);

        host.Time.Advance(TimeSpan.FromHours(27));
        admin = await SignInAgainAsync(host);
        var late = (await admin.GetAsync("/api/admin/operation")).Read<OperationAnswer>();
        Assert.Contains(late.Alarms, alarm => alarm is { Code: AlarmCode.BackupMissing, Measured: "27 h" });
    }

    [Fact]
    public async Task A_text_gateway_that_fails_three_times_in_a_row_is_an_alarm_and_an_answer_ends_it()
    {
        await using var gateway = await AnAlibabaGateway.StartAsync();
        await using var host = await TestHost.StartAsync(
            settings:
            [
                "--TextMessages:Gateway=alibaba",
                $"--TextMessages:Alibaba:Endpoint={gateway.Address}",
                $"--TextMessages:Alibaba:AccessKeyId={AnAlibabaGateway.KeyId}",
                $"--TextMessages:Alibaba:AccessKeySecret={AnAlibabaGateway.Secret}",
                "--TextMessages:Alibaba:SignName=某市委党校",
            ]
        );
        gateway.Answer = (503, "down");
        foreach (var phone in new[] { "13800000011", "13800000012", "13800000013" })
        {
            await host.OpenAsync(TestHost.Other(phone));
        }
        await host.SettleAsync();
        Assert.Equal([AlarmCode.TextGatewayUnreachable], await LineAlarmsAsync(host));

        gateway.Answer = null;
        await host.OpenAsync(TestHost.Other("13800000014"));
        await host.SettleAsync();
        Assert.Empty(await LineAlarmsAsync(host));
    }

    [Fact]
    public async Task Work_that_nobody_does_is_an_alarm()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(11));

        var readings = await host.Get<OperationWatch>().LookAsync(Stop);

        Assert.Equal(1, readings.Overdue);
        Assert.Contains(
            host.Get<OperationWatch>().AlarmsOf(readings),
            alarm => alarm is { Code: AlarmCode.WorkOverdue, Measured: "11 min" }
        );
    }

    [Fact]
    public async Task A_clock_set_back_is_an_alarm()
    {
        await using var host = await TestHost.StartAsync();
        host.Get<ServerClock>().Observe(host.Time.GetUtcNow().AddHours(1));

        var readings = await host.Get<OperationWatch>().LookAsync(Stop);

        Assert.Contains(
            host.Get<OperationWatch>().AlarmsOf(readings),
            alarm => alarm is { Code: AlarmCode.ClockBehind, Measured: "3600 s" }
        );
    }

    [Fact]
    public async Task Metrics_are_the_administrators_and_those_of_the_port_that_is_set_for_them()
    {
        var port = FreePort();
        await using var host = await TestHost.StartAsync(settings: $"--Operation:MetricsPort={port}");
        var candidate = await Candidate.SignedInAsync(host);
        Assert.Equal((401, "not-signed-in"), Said(await host.Anybody().GetAsync("/api/metrics")));
        Assert.Equal((404, "not-found"), Said(await candidate.Client.GetAsync("/api/metrics")));
        var forged = host.Anybody();
        forged.SetSessionCookie("no-such-session");
        forged.Headers.Add("X-Forwarded-For", "127.0.0.1");
        forged.Headers.Add("X-Forwarded-Port", $"{port}");
        Assert.Equal((401, "not-signed-in"), Said(await forged.GetAsync("/api/metrics")));
        Assert.Equal(
            (403, "not-permitted"),
            Said(await (await host.StaffAsync(Role.Reviewer, Role.Desk)).GetAsync("/api/metrics"))
        );

        // The watch's rounds, which the test host leaves out, would have begun with these.
        host.Get<Gauges>();
        await host.Get<OperationWatch>().LookAsync(Stop);
        using var local = new ApiClient(new($"http://127.0.0.1:{port}"));
        var metrics = (await local.GetAsync("/api/metrics")).Text;

        Assert.Contains("enrollment_commands", metrics, StringComparison.Ordinal);
        Assert.Contains("enrollment_applications", metrics, StringComparison.Ordinal);
        Assert.Matches("enrollment_alarms[^\n]*code=\"backup-missing\"[^\n]* 1", metrics);
        Assert.Matches("enrollment_alarms[^\n]*code=\"disk-nearly-full\"[^\n]* [01]", metrics);
        Assert.DoesNotContain(Somebody.Account.Phone.Value, metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(candidate.Id.Value, metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_reads_the_metrics_from_anywhere()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(200, (await (await host.StaffAsync(Role.Admin)).GetAsync("/api/metrics")).Status);
    }

    private static (int, string?) Said(Answer answer) => (answer.Status, answer.Code);

    private static async Task<ApiClient> SignInAgainAsync(TestHost host)
    {
        var client = host.Anybody();
        Assert.Equal(
            200,
            (
                await client.PostAsync("/api/staff/session", new { userName = "staff", password = TestHost.Password })
            ).Status
        );
        return client;
    }

    private static async Task<IEnumerable<AlarmCode>> LineAlarmsAsync(TestHost host)
    {
        var watch = host.Get<OperationWatch>();
        return watch
            .AlarmsOf(await watch.LookAsync(Stop))
            .Select(alarm => alarm.Code)
            .Where(code => code is AlarmCode.TextGatewayUnreachable or AlarmCode.PaymentsUnreachable);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
