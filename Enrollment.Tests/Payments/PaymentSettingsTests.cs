using Enrollment.Payments.Alipay;
using Enrollment.Payments.WeChat;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Tests.Http;
using Microsoft.Extensions.Options;

namespace Enrollment.Tests.Payments;

/// <summary>What is set wrongly keeps the server from starting, in words that give no secret away.</summary>
public sealed class PaymentSettingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly string OtherKey = SimulatedKeys.Shared.Forger.ExportPkcs8PrivateKeyPem();

    private static Dictionary<string, string?> Right { get; } =
        new(Simulator.Settings(new("http://localhost")), StringComparer.Ordinal);

    public static TheoryData<string, string?, string> WrongOnes =>
        new()
        {
            { "WeChat:MerchantId", null, "MerchantId must be the merchant's number" },
            { "WeChat:MerchantId", "19000001x9", "MerchantId must be the merchant's number" },
            { "WeChat:AppId", null, "AppId must be set" },
            { "WeChat:ApiV3Key", "short", "ApiV3Key must have 32 characters, not 5" },
            { "WeChat:ApiV3Key", null, "ApiV3Key or ApiV3KeyFile must be set" },
            { "WeChat:PrivateKey", "no key", "PrivateKey is not a private RSA key" },
            { "WeChat:PrivateKey", OtherKey, "Certificate is not the certificate of PrivateKey" },
            { "WeChat:PrivateKeyFile", "/nowhere/key.pem", "PrivateKey and PrivateKeyFile are both set" },
            { "WeChat:Certificate", "no certificate", "Certificate is no certificate in PEM" },
            { "WeChat:PublicKeyId", "1234", "PublicKeyId must begin with PUB_KEY_ID_" },
            { "WeChat:PublicKey", "no key", "PublicKey is not a public RSA key" },
            { "WeChat:BaseAddress", "http://pay.example.cn", "BaseAddress must begin with https" },
            { "WeChat:BaseAddress", "https://api.mch.weixin.qq.com", "Access:PublicOrigin must be set" },
            { "Alipay:AppId", null, "AppId must be set" },
            { "Alipay:SellerId", "1234", "SellerId must be the account that is paid" },
            { "Alipay:PrivateKey", OtherKey, "AppCertificate is not the certificate of PrivateKey" },
            { "Alipay:AlipayCertificate", "", "AlipayCertificate or AlipayCertificateFile must be set" },
            {
                "Alipay:AlipayCertificate",
                SimulatedKeys.Shared.Root.ExportCertificatePem(),
                "AlipayCertificate holds no certificate that signs"
            },
            {
                "Alipay:RootCertificate",
                SimulatedKeys.Shared.Merchant.ExportCertificatePem(),
                "AlipayCertificate does not lead up to RootCertificate"
            },
            { "Alipay:Gateway", "http://pay.example.cn/gateway.do", "Gateway must begin with https" },
        };

    [Theory, MemberData(nameof(WrongOnes))]
    public void A_wrong_setting_is_named_and_no_secret_with_it(string setting, string? value, string words)
    {
        var settings = new Dictionary<string, string?>(Right, StringComparer.Ordinal)
        {
            [$"Payments:{setting}"] = value,
        };
        var fault = Assert.Throws<OptionsValidationException>(() => TestHost.CheckSettings(settings)).Message;
        Assert.Contains(words, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedKeys.Shared.ApiV3Key, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_settings_are_right()
    {
        TestHost.CheckSettings(Right);
        Assert.Null(WeChatPay.FaultOf(PaymentSettings.WeChat(), Now));
        Assert.Null(AlipayPay.FaultOf(PaymentSettings.Alipay(), Now));
    }

    [Fact]
    public void A_certificate_that_has_run_out_is_refused() =>
        Assert.Contains(
            "is in force from 2020-01-01",
            WeChatPay.FaultOf(PaymentSettings.WeChat(), new(2051, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Keys_may_lie_in_files()
    {
        var folder = Directory.CreateTempSubdirectory("enrollment-keys-");
        var file = Path.Combine(folder.FullName, "apiclient_key.pem");
        File.WriteAllText(file, Right["Payments:WeChat:PrivateKey"]);
        var settings = new Dictionary<string, string?>(Right, StringComparer.Ordinal)
        {
            ["Payments:WeChat:PrivateKey"] = null,
            ["Payments:WeChat:PrivateKeyFile"] = file,
        };
        TestHost.CheckSettings(settings);
        folder.Delete(recursive: true);
    }
}
