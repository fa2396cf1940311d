using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Enrollment.TextMessages.Alibaba;

/// <summary>
/// Signature ACS3-HMAC-SHA256 of Alibaba Cloud's open API (https://help.aliyun.com/zh/sdk/product-overview/
/// v3-request-structure-and-signature), for a POST without a body whose parameters stand in the address.
/// </summary>
public static class Acs3Signature
{
    private const string Algorithm = "ACS3-HMAC-SHA256";

    private static readonly string EmptyHash = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <summary>The headers of a call, that of its signature among them.</summary>
    public static IReadOnlyDictionary<string, string> HeadersOf(
        AcsCall call,
        string accessKeyId,
        string accessKeySecret
    )
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = call.Host,
            ["x-acs-action"] = call.Action,
            ["x-acs-content-sha256"] = EmptyHash,
            ["x-acs-date"] = call.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["x-acs-signature-nonce"] = call.Nonce,
            ["x-acs-version"] = call.Version,
        };
        var names = string.Join(';', headers.Keys);
        var canonical = string.Join(
            '\n',
            [
                "POST",
                "/",
                QueryOf(call.Parameters),
                .. headers.Select(header => $"{header.Key}:{header.Value}"),
                "",
                names,
                EmptyHash,
            ]
        );
        var toSign = $"{Algorithm}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(accessKeySecret), Encoding.UTF8.GetBytes(toSign))
        );
        headers["Authorization"] = $"{Algorithm} Credential={accessKeyId},SignedHeaders={names},Signature={signature}";
        return headers;
    }

    /// <summary>Parameters in the order and the escapes that are signed (RFC 3986).</summary>
    public static string QueryOf(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join(
            '&',
            parameters
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}")
        );
}

/// <summary>One call of the open API.</summary>
/// <param name="Host">With the port where it is not the usual one.</param>
/// <param name="Nonce">Of this call alone.</param>
public sealed record AcsCall(
    string Host,
    string Action,
    string Version,
    IReadOnlyDictionary<string, string> Parameters,
    DateTimeOffset At,
    string Nonce
);
