using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Enrollment.Documents;

/// <summary>
/// The signature in a paper's QR code (R11): application, document, version and digest of the content under
/// HMAC-SHA256. Only capitals, digits and dots, and no more of the digest (64 bits) and the MAC (96) than is needed:
/// that makes a code of version 4 with coarse modules, which is read from a crumpled page.
/// </summary>
public static class PrintSeal
{
    private const string Prefix = "BM1";
    private const int DigestDigits = 16;
    private const int MacBytes = 12;

    /// <summary>SHA-256 of what the paper says, in lower-case hexadecimal. The label is no part of it.</summary>
    public static string DigestOf<TContent>(TContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));

    /// <summary>The text for the QR code: "BM1.KEY.DOCUMENT.APPLICATION.VERSION.DIGEST.MAC".</summary>
    public static string Sign(PrintFacts facts, SealKey key)
    {
        var signed = string.Join(
            '.',
            Prefix,
            key.Id,
            (int)facts.Kind,
            facts.Application.ToUpperInvariant(),
            facts.Version.ToString(CultureInfo.InvariantCulture),
            facts.Digest[..DigestDigits].ToUpperInvariant()
        );
        return $"{signed}.{Mac(signed, key)}";
    }

    /// <param name="text">What the desk's scanner read.</param>
    /// <param name="keys">The current key and those before it: old prints stay readable when the key rotates.</param>
    public static SealReading Read(string text, IReadOnlyList<SealKey> keys)
    {
        if (text.Split('.') is not [Prefix, var keyId, var kind, var application, var version, var digest, var mac])
        {
            return new SealReading.Unknown();
        }
        // Should two keys ever bear one id, a print under either is genuine.
        var named = keys.Where(key => key.Id == keyId).ToList();
        if (named.Count == 0)
        {
            return new SealReading.Unknown();
        }
        if (!named.Any(key => IsMac(mac, text[..text.LastIndexOf('.')], key)))
        {
            return new SealReading.Altered();
        }
        var facts = new PrintFacts(
            application.ToLowerInvariant(),
            (DocumentKind)int.Parse(kind, CultureInfo.InvariantCulture),
            int.Parse(version, CultureInfo.InvariantCulture),
            digest.ToLowerInvariant()
        );
        return new SealReading.Genuine(facts);
    }

    private static bool IsMac(string mac, string signed, SealKey key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(signed, key)), Encoding.UTF8.GetBytes(mac));

    private static string Mac(string signed, SealKey key) =>
        Convert.ToHexString(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(signed)).AsSpan(0, MacBytes));
}

/// <summary>A key for seals: its id is printed, at most four capitals or digits; its secret is at least 32 bytes.</summary>
public sealed record SealKey(string Id, byte[] Secret);

/// <summary>What a print says of itself. A digest that was read holds its first 16 digits only.</summary>
public sealed record PrintFacts(string Application, DocumentKind Kind, int Version, string Digest)
{
    /// <summary>Whether the digest is that of a content, as far as the print holds it.</summary>
    public bool IsOf(string contentDigest) => contentDigest.StartsWith(Digest, StringComparison.Ordinal);
}

/// <summary>What a scanned code turned out to be.</summary>
public abstract record SealReading
{
    private SealReading() { }

    /// <summary>Signed by this system; whether it is current or stale is for the application to say.</summary>
    public sealed record Genuine(PrintFacts Facts) : SealReading;

    /// <summary>Of this system's form, and not as it was signed.</summary>
    public sealed record Altered : SealReading;

    /// <summary>Some other code, or under a key that is no longer kept.</summary>
    public sealed record Unknown : SealReading;
}
