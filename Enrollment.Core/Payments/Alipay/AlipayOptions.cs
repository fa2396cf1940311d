namespace Enrollment.Payments.Alipay;

/// <summary>
/// Settings of section <c>Payments:Alipay</c> (支付宝当面付). Each key is given as text, or by the name of a file. Nothing set:
/// this way to pay is not offered. Anything set: all of it must be right, or the server refuses to start. With the
/// certificates it is certificate mode (公钥证书模式); with <see cref="PublicKey"/> instead, public-key mode.
/// </summary>
public sealed class AlipayOptions
{
    public const string Section = "Payments:Alipay";

    public string? AppId { get; init; }

    /// <summary>收款支付宝账号 ID: 2088…</summary>
    public string? SellerId { get; init; }

    /// <summary>应用私钥</summary>
    public string? PrivateKey { get; init; }

    public string? PrivateKeyFile { get; init; }

    /// <summary>应用公钥证书 (appCertPublicKey.crt)</summary>
    public string? AppCertificate { get; init; }

    public string? AppCertificateFile { get; init; }

    /// <summary>支付宝公钥证书 (alipayCertPublicKey_RSA2.crt). While it changes, old and new one after the other.</summary>
    public string? AlipayCertificate { get; init; }

    public string? AlipayCertificateFile { get; init; }

    /// <summary>支付宝根证书 (alipayRootCert.crt)</summary>
    public string? RootCertificate { get; init; }

    public string? RootCertificateFile { get; init; }

    /// <summary>支付宝公钥, in public-key mode.</summary>
    public string? PublicKey { get; init; }

    public string? PublicKeyFile { get; init; }

    public Uri Gateway { get; init; } = new("https://openapi.alipay.com/gateway.do");
}
