using System.Collections.ObjectModel;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.Alipay;

/// <summary>
/// Certificate mode: a certificate goes by the MD5 of its issuer's name, most specific part first, and its serial number
/// in decimal (app_cert_sn, alipay_cert_sn); the root file by those of its RSA certificates, joined with underscores
/// (alipay_root_cert_sn) (opendocs.alipay.com/common/056zub).
/// </summary>
internal static class AlipayCertificates
{
    /// <summary>Signature algorithms of the RSA family; the root file holds SM2 ones besides.</summary>
    private const string RsaFamily = "1.2.840.113549.1.1.";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["2.5.4.3"] = "CN",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
        ["2.5.4.10"] = "O",
        ["2.5.4.11"] = "OU",
    };

    public static string NumberOf(X509Certificate2 certificate) =>
        Digest(IssuerOf(certificate), RsaKeys.DecimalSerialOf(certificate));

    public static string RootNumberOf(IEnumerable<X509Certificate2> roots) =>
        string.Join(
            '_',
            roots
                .Where(root => root.SignatureAlgorithm.Value?.StartsWith(RsaFamily, StringComparison.Ordinal) == true)
                .Select(NumberOf)
        );

    /// <param name="issuer">"CN=…,OU=…,O=…,C=CN"</param>
    public static string Digest(string issuer, string decimalSerial)
    {
#pragma warning disable CA5351 // Alipay states MD5; it names a certificate and protects nothing.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(issuer + decimalSerial)));
#pragma warning restore CA5351
    }

    /// <summary>Every certificate of a file, in its order.</summary>
    public static ReadOnlyCollection<X509Certificate2> ReadAll(string name, string pem)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(pem);
        }
        catch (CryptographicException fault)
        {
            throw new KeyFaultException($"{name} is no certificate in PEM.", fault);
        }
        return found.Count > 0 ? new([.. found]) : throw new KeyFaultException($"{name} is no certificate in PEM.");
    }

    /// <summary>Those that sign, not those that certify them: Alipay's file holds both.</summary>
    public static IEnumerable<X509Certificate2> Signing(IEnumerable<X509Certificate2> certificates) =>
        certificates.Where(one =>
            !one.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => basic.CertificateAuthority)
        );

    /// <summary>Alipay's certificate must lead up to a root that we were given.</summary>
    public static void RequireIssuedUnder(
        IReadOnlyCollection<X509Certificate2> roots,
        IReadOnlyCollection<X509Certificate2> between,
        X509Certificate2 certificate,
        DateTimeOffset now
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(between.ToArray());
        if (!chain.Build(certificate))
        {
            throw new KeyFaultException("AlipayCertificate does not lead up to RootCertificate.");
        }
    }

    private static string IssuerOf(X509Certificate2 certificate) =>
        string.Join(
            ',',
            certificate
                .IssuerName.EnumerateRelativeDistinguishedNames(reversed: true)
                .Select(part =>
                {
                    var type = part.GetSingleElementType().Value ?? "";
                    return $"{Names.GetValueOrDefault(type, type)}={part.GetSingleElementValue()}";
                })
        );
}
