namespace Enrollment.Payments.WeChat;

/// <summary>
/// Settings of section <c>Payments:WeChat</c> (微信支付 APIv3, Native). Each key is given as text, or by the name of a file.
/// Nothing set: this way to pay is not offered. Anything set: all of it must be right, or the server refuses to start.
/// </summary>
public sealed class WeChatOptions
{
    public const string Section = "Payments:WeChat";

    /// <summary>商户号</summary>
    public string? MerchantId { get; init; }

    /// <summary>公众账号 ID bound to the merchant.</summary>
    public string? AppId { get; init; }

    /// <summary>APIv3 密钥: 32 characters.</summary>
    public string? ApiV3Key { get; init; }

    public string? ApiV3KeyFile { get; init; }

    /// <summary>商户 API 私钥 (apiclient_key.pem)</summary>
    public string? PrivateKey { get; init; }

    public string? PrivateKeyFile { get; init; }

    /// <summary>商户 API 证书 (apiclient_cert.pem); its serial number goes with every request.</summary>
    public string? Certificate { get; init; }

    public string? CertificateFile { get; init; }

    /// <summary>微信支付公钥 ID: <c>PUB_KEY_ID_…</c></summary>
    public string? PublicKeyId { get; init; }

    /// <summary>微信支付公钥 (pub_key.pem)</summary>
    public string? PublicKey { get; init; }

    public string? PublicKeyFile { get; init; }

    /// <summary>Which of WeChat's keys are believed.</summary>
    public WeChatTrust Trust { get; init; } = WeChatTrust.PublicKey;

    /// <summary>https://api.mch.weixin.qq.com, or https://api2.mch.weixin.qq.com.</summary>
    public Uri BaseAddress { get; init; } = new("https://api.mch.weixin.qq.com");
}

/// <summary>
/// WeChat signs with its public key (微信支付公钥) or with platform certificates (平台证书). While a merchant changes from
/// these to that, notifications come signed either way.
/// </summary>
public enum WeChatTrust
{
    PublicKey,

    PlatformCertificates,

    /// <summary>During the change.</summary>
    Both,
}
