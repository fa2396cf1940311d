using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.Alipay;

/// <summary>The application's own key and Alipay's, read from the settings and held against each other.</summary>
internal sealed class AlipayKeys
{
    /// <summary>By certificate number; in public-key mode a single one under the empty name.</summary>
    private readonly Dictionary<string, RSA> _alipay;

    private AlipayKeys(RSA privateKey, Dictionary<string, RSA> alipay, string? appNumber, string? rootNumber) =>
        (PrivateKey, _alipay, AppNumber, RootNumber) = (privateKey, alipay, appNumber, rootNumber);

    public RSA PrivateKey { get; }

    /// <summary>app_cert_sn; null in public-key mode.</summary>
    public string? AppNumber { get; }

    /// <summary>alipay_root_cert_sn; null in public-key mode.</summary>
    public string? RootNumber { get; }

    /// <summary>The key of that certificate, or all where none is named.</summary>
    public IEnumerable<RSA> Named(string? number) =>
        string.IsNullOrEmpty(number) || AppNumber is null ? _alipay.Values
        : _alipay.TryGetValue(number, out var key) ? [key]
        : [];

    /// <exception cref="KeyFaultException">What is missing or wrong.</exception>
    public static AlipayKeys Read(AlipayOptions options, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(options.AppId) || !options.AppId.All(char.IsAsciiDigit))
        {
            throw new KeyFaultException("AppId must be set: digits only.");
        }
        if (options.SellerId?.StartsWith("2088", StringComparison.Ordinal) != true)
        {
            throw new KeyFaultException("SellerId must be the account that is paid (2088…).");
        }
        var privateKey = RsaKeys.PrivateKey(
            nameof(options.PrivateKey),
            KeyText.Of(nameof(options.PrivateKey), options.PrivateKey, options.PrivateKeyFile)
        );
        return options.PublicKey is null && options.PublicKeyFile is null
            ? OfCertificates(options, privateKey, now)
            : OfPublicKey(options, privateKey);
    }

    private static AlipayKeys OfPublicKey(AlipayOptions options, RSA privateKey)
    {
        var key = RsaKeys.PublicKey(
            nameof(options.PublicKey),
            KeyText.Of(nameof(options.PublicKey), options.PublicKey, options.PublicKeyFile)
        );
        return key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(privateKey.ExportSubjectPublicKeyInfo())
            ? throw new KeyFaultException("PublicKey is the application's own; Alipay's (支付宝公钥) is needed.")
            : new(privateKey, new(StringComparer.Ordinal) { [""] = key }, appNumber: null, rootNumber: null);
    }

    private static AlipayKeys OfCertificates(AlipayOptions options, RSA privateKey, DateTimeOffset now)
    {
        using var app = RsaKeys.Certificate(
            nameof(options.AppCertificate),
            KeyText.Of(nameof(options.AppCertificate), options.AppCertificate, options.AppCertificateFile)
        );
        RsaKeys.RequirePair(nameof(options.AppCertificate), app, nameof(options.PrivateKey), privateKey);
        RsaKeys.RequireInForce(nameof(options.AppCertificate), app, now);
        var roots = AlipayCertificates.ReadAll(
            nameof(options.RootCertificate),
            KeyText.Of(nameof(options.RootCertificate), options.RootCertificate, options.RootCertificateFile)
        );
        var alipay = AlipayCertificates.ReadAll(
            nameof(options.AlipayCertificate),
            KeyText.Of(nameof(options.AlipayCertificate), options.AlipayCertificate, options.AlipayCertificateFile)
        );
        var keys = new Dictionary<string, RSA>(StringComparer.Ordinal);
        foreach (var certificate in AlipayCertificates.Signing(alipay))
        {
            AlipayCertificates.RequireIssuedUnder(roots, alipay, certificate, now);
            keys[AlipayCertificates.NumberOf(certificate)] =
                certificate.GetRSAPublicKey()
                ?? throw new KeyFaultException("AlipayCertificate has no RSA key; the RSA2 one is needed.");
        }
        return keys.Count > 0
            ? new(privateKey, keys, AlipayCertificates.NumberOf(app), AlipayCertificates.RootNumberOf(roots))
            : throw new KeyFaultException("AlipayCertificate holds no certificate that signs.");
    }
}
