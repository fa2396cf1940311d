using Enrollment.Payments.Alipay;
using Enrollment.Payments.WeChat;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Tests.Payments;

/// <summary>Settings of a branch whose providers are simulated.</summary>
internal static class PaymentSettings
{
    private static readonly Uri Simulated = new("http://localhost");

    public static WeChatOptions WeChat(WeChatTrust trust = WeChatTrust.PublicKey)
    {
        var keys = SimulatedKeys.Shared;
        return new()
        {
            MerchantId = SimulatedKeys.MerchantId,
            AppId = SimulatedKeys.WeChatAppId,
            ApiV3Key = keys.ApiV3Key,
            PrivateKey = SimulatedKeys.KeyPem(keys.Merchant),
            Certificate = keys.Merchant.ExportCertificatePem(),
            PublicKeyId = SimulatedKeys.PublicKeyId,
            PublicKey = keys.WeChatKey.ExportSubjectPublicKeyInfoPem(),
            Trust = trust,
            BaseAddress = Simulated,
        };
    }

    public static AlipayOptions Alipay()
    {
        var keys = SimulatedKeys.Shared;
        return new()
        {
            AppId = SimulatedKeys.AlipayAppId,
            SellerId = SimulatedKeys.SellerId,
            PrivateKey = SimulatedKeys.KeyPem(keys.AlipayApp),
            AppCertificate = keys.AlipayApp.ExportCertificatePem(),
            AlipayCertificate = keys.Alipay.ExportCertificatePem(),
            RootCertificate = keys.Root.ExportCertificatePem(),
            Gateway = new(Simulated, "/gateway.do"),
        };
    }

    /// <summary>支付宝公钥 as the console gives it: bare base 64.</summary>
    public static AlipayOptions AlipayByKey(string publicKey) =>
        new()
        {
            AppId = SimulatedKeys.AlipayAppId,
            SellerId = SimulatedKeys.SellerId,
            PrivateKey = SimulatedKeys.KeyPem(SimulatedKeys.Shared.AlipayApp),
            PublicKey = publicKey,
            Gateway = new(Simulated, "/gateway.do"),
        };
}
