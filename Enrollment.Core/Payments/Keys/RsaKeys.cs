using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Enrollment.Payments.Keys;

/// <summary>RSA keys and certificates in the forms that the providers' consoles and tools give them.</summary>
internal static class RsaKeys
{
    /// <summary>Both providers ask for 2048 bits.</summary>
    private const int LeastBits = 2048;

    /// <summary>PEM (PKCS #8 or #1), or the bare base 64 of either, which Alipay's key tool gives.</summary>
    public static RSA PrivateKey(string name, string text) =>
        Read(
            name,
            "a private RSA key",
            () =>
                IsPem(text)
                    ? FromPem(text)
                    : FromBytes(
                        text,
                        (rsa, bytes) => rsa.ImportPkcs8PrivateKey(bytes, out _),
                        (rsa, bytes) => rsa.ImportRSAPrivateKey(bytes, out _)
                    )
        );

    /// <summary>PEM, or the bare base 64 of it.</summary>
    public static RSA PublicKey(string name, string text) =>
        Read(
            name,
            "a public RSA key",
            () =>
                IsPem(text)
                    ? FromPem(text)
                    : FromBytes(
                        text,
                        (rsa, bytes) => rsa.ImportSubjectPublicKeyInfo(bytes, out _),
                        (rsa, bytes) => rsa.ImportRSAPublicKey(bytes, out _)
                    )
        );

    public static X509Certificate2 Certificate(string name, string text)
    {
        try
        {
            return X509Certificate2.CreateFromPem(text);
        }
        catch (CryptographicException fault)
        {
            throw new KeyFaultException($"{name} is no certificate in PEM.", fault);
        }
    }

    /// <summary>The certificate's key, which must be the one of the private key.</summary>
    public static void RequirePair(string certificateName, X509Certificate2 certificate, string keyName, RSA privateKey)
    {
        using var certified = certificate.GetRSAPublicKey();
        if (
            certified?.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(privateKey.ExportSubjectPublicKeyInfo())
            != true
        )
        {
            throw new KeyFaultException($"{certificateName} is not the certificate of {keyName}.");
        }
    }

    public static void RequireInForce(string name, X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now.LocalDateTime < certificate.NotBefore || now.LocalDateTime > certificate.NotAfter)
        {
            throw new KeyFaultException(
                $"{name} is in force from {certificate.NotBefore:yyyy-MM-dd} to {certificate.NotAfter:yyyy-MM-dd}, not now."
            );
        }
    }

    /// <summary>The serial number in hexadecimal, upper case, without leading zeros: as WeChat writes it.</summary>
    public static string HexSerialOf(X509Certificate2 certificate) => certificate.SerialNumber.TrimStart('0');

    /// <summary>The serial number in decimal: as Alipay digests it.</summary>
    public static string DecimalSerialOf(X509Certificate2 certificate) =>
        BigInteger
            .Parse($"0{certificate.SerialNumber}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            .ToString(CultureInfo.InvariantCulture);

    private static bool IsPem(string text) => text.StartsWith("-----BEGIN", StringComparison.Ordinal);

    private static RSA Read(string name, string what, Func<RSA?> read)
    {
        if (read() is not { } rsa)
        {
            throw new KeyFaultException($"{name} is not {what}.");
        }
        if (rsa.KeySize < LeastBits)
        {
            throw new KeyFaultException($"{name} has {rsa.KeySize} bits; at least {LeastBits} are needed.");
        }
        return rsa;
    }

    private static RSA? FromPem(string text) =>
        Try(rsa =>
        {
            rsa.ImportFromPem(text);
            return true;
        });

    private static RSA? FromBytes(string text, Action<RSA, byte[]> first, Action<RSA, byte[]> second)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }
        var exact = bytes[..length];
        return Try(rsa => Import(rsa, exact, first)) ?? Try(rsa => Import(rsa, exact, second));

        static bool Import(RSA rsa, byte[] key, Action<RSA, byte[]> import)
        {
            import(rsa, key);
            return true;
        }
    }

    private static RSA? Try(Func<RSA, bool> import)
    {
        var rsa = RSA.Create();
        try
        {
            import(rsa);
            return rsa;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
            return null;
        }
    }
}
