using Enrollment.Applications;
using Enrollment.Azure.TextMessages;
using Enrollment.People;
using Enrollment.Tests.Http;
using Enrollment.TextMessages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Tests.Azure;

/// <summary>Texts by Azure Communication Services, and its delivery reports (R15).</summary>
public sealed class CommunicationSmsTests : IAsyncLifetime
{
    private const string Id = "0195f3b2c4d87e5fa1b2c3d4e5f60718";

    private ACommunicationService? _service;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ACommunicationService Service => _service!;

    public async ValueTask InitializeAsync() => _service = await ACommunicationService.StartAsync();

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    [Fact]
    public async Task A_message_goes_out_rendered_with_id_and_instant_of_its_first_attempt()
    {
        var handover = await Service.NewGateway().SendAsync(Text(), Stop);

        Assert.Equal(new TextHandover(TextState.Accepted, "Outgoing_0195f3b2-c4d8-7e5f-a1b2-c3d4e5f60718"), handover);
        Assert.True(Service.Asked.TryDequeue(out var asked));
        Assert.Equal("+85200000000", $"{asked["from"]}");
        Assert.Equal("words", $"{asked["message"]}");
        Assert.Equal("+8613800000001", $"{asked["smsRecipients"]![0]!["to"]}");
        Assert.Equal("Mon, 02 Mar 2026 01:30:00 GMT", $"{asked["smsRecipients"]![0]!["repeatabilityFirstSent"]}");
        Assert.True(asked["smsSendOptions"]!["enableDeliveryReport"]!.GetValue<bool>());
        Assert.Equal(["https://communication.azure.com//.default"], Service.Scopes);
    }

    [Fact]
    public async Task A_repeat_says_the_same_and_goes_out_once()
    {
        var gateway = Service.NewGateway();

        Assert.Equal(await gateway.SendAsync(Text(), Stop), await gateway.SendAsync(Text(), Stop));

        Assert.Equal(1, Service.Sent);
        Assert.True(gateway.Traits.IsIdempotent);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(429, "")]
    [InlineData(503, "")]
    [InlineData(202, """{"value":[{"to":"+8613800000001","httpStatusCode":500,"successful":false}]}""")]
    [InlineData(202, """{"value":[]}""")]
    public async Task What_it_does_not_decide_is_left_open_to_be_tried_again(int status, string body)
    {
        Service.Answer = (status, body);
        await Assert.ThrowsAsync<HttpRequestException>(() => Service.NewGateway().SendAsync(Text(), Stop));
    }

    [Theory]
    [InlineData(400, "", "400")]
    [InlineData(202, """{"value":[{"to":"+8613800000001","httpStatusCode":404,"successful":false}]}""", "404")]
    public async Task What_it_refuses_has_failed(int status, string body, string why)
    {
        Service.Answer = (status, body);
        Assert.Equal(new TextHandover(TextState.Failed, null, why), await Service.NewGateway().SendAsync(Text(), Stop));
    }

    [Fact]
    public async Task A_delivery_report_starts_the_five_days()
    {
        await using var host = await StartAsync();
        var id = await host.OpenAsync();
        await host.SettleAsync();
        Assert.IsType<Stage.Invited>((await host.FindAsync(id)).Stage);

        await ReportsOf(host).TakeAsync(Report(await GatewayIdAsync(host, id), "Delivered", host), Stop);

        Assert.IsType<Stage.Draft>((await host.FindAsync(id)).Stage);
    }

    [Fact]
    public async Task A_failed_delivery_is_on_the_record_and_starts_no_clock()
    {
        await using var host = await StartAsync();
        var id = await host.OpenAsync();
        await host.SettleAsync();

        await ReportsOf(host).TakeAsync(Report(await GatewayIdAsync(host, id), "Failed", host), Stop);

        var application = await host.FindAsync(id);
        Assert.IsType<Stage.Invited>(application.Stage);
        Assert.Equal(TextState.Failed, application.Messages[0].State);
    }

    [Fact]
    public async Task A_report_that_overtakes_its_messages_answer_is_asked_for_again_and_an_old_one_is_not_ours()
    {
        await using var host = await StartAsync();
        var early = Report("Outgoing_nobodys", "Delivered", host);

        await Assert.ThrowsAsync<ReportTooEarlyException>(() => ReportsOf(host).TakeAsync(early, Stop));

        host.Time.Advance(TimeSpan.FromMinutes(11));
        await ReportsOf(host).TakeAsync(early, Stop);
    }

    [Fact]
    public void An_event_of_another_type_is_no_report() =>
        Assert.Null(SmsDeliveryReport.Parse("""{"eventType":"Microsoft.Communication.SMSReceived","data":{}}"""));

    private Task<TestHost> StartAsync() =>
        TestHost.StartAsync(services =>
            services.Replace(ServiceDescriptor.Singleton<ITextGateway>(Service.NewGateway()))
        );

    private static SmsReports ReportsOf(TestHost host) => new(host.Get<TextReports>(), host.Get<ServerClock>());

    private static async Task<string> GatewayIdAsync(TestHost host, ApplicationId id) =>
        (await host.Get<ITextMessageLog>().ListAsync(new() { Application = id }, Stop)).Items.Single().GatewayId!;

    /// <summary>As Event Grid's schema for Communication Services gives it.</summary>
    private static string Report(string messageId, string status, TestHost host) =>
        $$"""
            {
              "id": "1", "topic": "/subscriptions/x", "subject": "/phonenumber/8613800000001",
              "data": {
                "messageId": "{{messageId}}", "from": "85200000000", "to": "8613800000001",
                "deliveryStatus": "{{status}}", "deliveryStatusDetails": "No error.",
                "deliveryAttempts": [], "receivedTimestamp": "2026-03-02T01:30:00Z", "tag": "t"
              },
              "eventType": "{{SmsDeliveryReport.EventType}}", "dataVersion": "1.0", "metadataVersion": "1",
              "eventTime": "{{host.Get<ServerClock>().Now:O}}"
            }
            """;

    private static OutgoingText Text() =>
        new(
            Id,
            PhoneNumber.Parse("13800000001"),
            TextTemplate.Confirmation,
            "SMS_CONFIRMATION",
            [],
            "words",
            new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8))
        );
}
