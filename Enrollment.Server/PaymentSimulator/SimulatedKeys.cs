using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>
/// Keys that were made when the program started and are worth nothing outside it: the merchant's, the providers', and a
/// forger's.
/// </summary>
internal sealed class SimulatedKeys
{
    public const string MerchantId = "1900000109";
    public const string WeChatAppId = "wx0000000000000001";
    public const string PublicKeyId = "PUB_KEY_ID_0119000001092024111100000001";
    public const string AlipayAppId = "9021000000000001";
    public const string SellerId = "2088000000000001";

    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2049, 12, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<SimulatedKeys> Made = new(() => new SimulatedKeys());

    private SimulatedKeys()
    {
        Root = Certify("CN=Simulated Root R1, OU=Certification Authority, O=Simulator, C=CN", NewKey(), issuer: null);
        Merchant = Certify("CN=1900000109, O=Simulator, C=CN", NewKey(), Root);
        WeChatPlatform = Certify("CN=Simulated Tenpay, O=Simulator, C=CN", NewKey(), Root);
        AlipayApp = Certify("CN=9021000000000001, O=Simulator, C=CN", NewKey(), Root);
        Alipay = Certify("CN=Simulated Alipay, O=Simulator, C=CN", NewKey(), Root);
    }

    /// <summary>Making them takes a moment, so one set serves all.</summary>
    public static SimulatedKeys Shared => Made.Value;

    public X509Certificate2 Root { get; }

    public X509Certificate2 Merchant { get; }

    /// <summary>微信支付公钥</summary>
    public RSA WeChatKey { get; } = NewKey();

    /// <summary>平台证书</summary>
    public X509Certificate2 WeChatPlatform { get; }

    public string ApiV3Key { get; } = RandomNumberGenerator.GetHexString(32);

    public X509Certificate2 AlipayApp { get; }

    public X509Certificate2 Alipay { get; }

    /// <summary>Somebody who is neither.</summary>
    public RSA Forger { get; } = NewKey();

    public static string KeyPem(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static RSA NewKey() => RSA.Create(2048);

    private static X509Certificate2 Certify(string name, RSA key, X509Certificate2? issuer)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(issuer is null, false, 0, critical: true));
        if (issuer is null)
        {
            return request.CreateSelfSigned(From, Until);
        }
        using var certified = request.Create(issuer, From, Until, RandomNumberGenerator.GetBytes(16));
        return certified.CopyWithPrivateKey(key);
    }
}
