using System.Text.Json;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using Enrollment.TextMessages.Alibaba;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Http;

public sealed class AlibabaSmsTests : IAsyncLifetime
{
    private const string ReportKey = "0123456789abcdef0123456789abcdef";

    private AnAlibabaGateway? _gateway;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AnAlibabaGateway Gateway => _gateway!;

    public async ValueTask InitializeAsync() => _gateway = await AnAlibabaGateway.StartAsync();

    public ValueTask DisposeAsync() => Gateway.DisposeAsync();

    /// <summary>The example of the signature's documentation, worked through by hand with its inputs.</summary>
    [Fact]
    public void A_call_is_signed_as_the_documentation_signs_its_example()
    {
        var call = new AcsCall(
            "ecs.cn-shanghai.aliyuncs.com",
            "RunInstances",
            "2014-05-26",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ImageId"] = "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                ["RegionId"] = "cn-shanghai",
            },
            new DateTimeOffset(2023, 10, 26, 10, 22, 32, TimeSpan.Zero),
            "3156853299f313e23d1673dc12e1703d"
        );

        var headers = Acs3Signature.HeadersOf(call, "YourAccessKeyId", "YourAccessKeySecret");

        Assert.Equal(
            "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;"
                + "x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
            headers["Authorization"]
        );
    }

    [Fact]
    public async Task A_message_goes_out_as_template_and_variables_with_a_signature_that_fits()
    {
        var handover = await NewGateway().SendAsync(Text(), Stop);

        Assert.Equal(new TextHandover(TextState.Accepted, "biz-1"), handover);
        Assert.True(Gateway.Taken.TryDequeue(out var taken));
        Assert.Equal("13800000001", taken["PhoneNumbers"]);
        Assert.Equal("某市委党校", taken["SignName"]);
        Assert.Equal("SMS_CONFIRMATION", taken["TemplateCode"]);
        Assert.Equal("m1", taken["OutId"]);
        var variables = JsonSerializer.Deserialize<Dictionary<string, string>>(taken["TemplateParam"]);
        Assert.Equal("张三 & 李四+*~", variables!["name"]);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_the_message_is_not_taken()
    {
        var handover = await NewGateway(secret: "another").SendAsync(Text(), Stop);

        Assert.Equal(new TextHandover(TextState.Failed, null, "SignatureDoesNotMatch"), handover);
        Assert.Empty(Gateway.Taken);
    }

    [Fact]
    public async Task What_the_service_refuses_has_failed_and_what_it_does_not_answer_is_open()
    {
        Gateway.Answer = (200, """{"Code":"isv.BUSINESS_LIMIT_CONTROL","Message":"触发流控","RequestId":"r"}""");
        Assert.Equal(
            new TextHandover(TextState.Failed, null, "isv.BUSINESS_LIMIT_CONTROL"),
            await NewGateway().SendAsync(Text(), Stop)
        );

        Gateway.Answer = (502, "<html>bad gateway</html>");
        await Assert.ThrowsAsync<HttpRequestException>(() => NewGateway().SendAsync(Text(), Stop));
    }

    [Fact]
    public async Task A_delivery_report_starts_the_five_days()
    {
        await using var host = await StartAsync();
        var id = await host.OpenAsync();
        await host.SettleAsync();
        Assert.IsType<Stage.Invited>((await host.FindAsync(id)).Stage);

        var answer = await ReportAsync(host, ReportKey, "biz-1", success: true);

        Assert.Equal(200, answer.Status);
        Assert.Equal(0, answer.Body.GetProperty("code").GetInt32());
        Assert.IsType<Stage.Draft>((await host.FindAsync(id)).Stage);
    }

    [Fact]
    public async Task A_failed_delivery_is_on_the_record_and_starts_no_clock()
    {
        await using var host = await StartAsync();
        var id = await host.OpenAsync();
        await host.SettleAsync();

        await ReportAsync(host, ReportKey, "biz-1", success: false);

        var application = await host.FindAsync(id);
        Assert.IsType<Stage.Invited>(application.Stage);
        Assert.Equal(TextState.Failed, application.Messages[0].State);
    }

    [Fact]
    public async Task A_report_under_a_wrong_key_changes_nothing()
    {
        await using var host = await StartAsync();
        var id = await host.OpenAsync();
        await host.SettleAsync();

        Assert.Equal(404, (await ReportAsync(host, new string('x', 32), "biz-1", success: true)).Status);

        Assert.IsType<Stage.Invited>((await host.FindAsync(id)).Stage);
    }

    private Task<TestHost> StartAsync() =>
        TestHost.StartAsync(
            settings:
            [
                "--TextMessages:Gateway=alibaba",
                $"--TextMessages:Alibaba:Endpoint={Gateway.Address}",
                $"--TextMessages:Alibaba:AccessKeyId={AnAlibabaGateway.KeyId}",
                $"--TextMessages:Alibaba:AccessKeySecret={AnAlibabaGateway.Secret}",
                "--TextMessages:Alibaba:SignName=某市委党校",
                $"--TextMessages:Alibaba:ReportKey={ReportKey}",
            ]
        );

    private static Task<Answer> ReportAsync(TestHost host, string key, string bizId, bool success) =>
        host.Anybody()
            .PostAsync(
                $"/api/text-messages/reports/alibaba/{key}",
                new[]
                {
                    new
                    {
                        phone_number = Somebody.Account.Phone.Value,
                        success,
                        biz_id = bizId,
                        err_code = success ? "DELIVERED" : "MOBILE_NOT_ON_SERVICE",
                        report_time = "2026-03-02 09:00:00",
                    },
                }
            );

    private AlibabaSmsGateway NewGateway(string secret = AnAlibabaGateway.Secret) =>
        new(
            new HttpClient(),
            new AlibabaSmsOptions
            {
                AccessKeyId = AnAlibabaGateway.KeyId,
                AccessKeySecret = secret,
                SignName = "某市委党校",
                Endpoint = Gateway.Address,
            },
            new FakeTimeProvider(ASeason.Opening)
        );

    private static OutgoingText Text() =>
        new(
            "m1",
            PhoneNumber.Parse("13800000001"),
            TextTemplate.Confirmation,
            "SMS_CONFIRMATION",
            [new TextVariable("name", "张三 & 李四+*~")],
            "words",
            ASeason.Opening
        );
}
