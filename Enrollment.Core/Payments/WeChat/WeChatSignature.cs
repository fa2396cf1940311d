using System.Security.Cryptography;
using System.Text;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.WeChat;

/// <summary>
/// What APIv3 signs. A request: method, path with query, timestamp, nonce and body, each ended by a line feed
/// (WECHATPAY2-SHA256-RSA2048). An answer or a notification: timestamp, nonce and the raw body, likewise
/// (pay.weixin.qq.com/doc/v3/merchant/4012365342 and …/4013053420).
/// </summary>
internal static class WeChatSignature
{
    private const string Scheme = "WECHATPAY2-SHA256-RSA2048";

    /// <summary>Requests and notifications count within five minutes of our clock, as in WeChat's own libraries.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static string MessageOf(string method, string pathAndQuery, long timestamp, string nonce, string body) =>
        $"{method}\n{pathAndQuery}\n{timestamp}\n{nonce}\n{body}\n";

    public static byte[] MessageOf(string timestamp, string nonce, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n"), .. body, (byte)'\n'];

    public static string Authorization(
        string merchant,
        WeChatKeys keys,
        string method,
        string pathAndQuery,
        DateTimeOffset now,
        string body
    )
    {
        var (timestamp, nonce) = (now.ToUnixTimeSeconds(), RandomNumberGenerator.GetHexString(32));
        var signature = RsaSignatures.Sign(keys.PrivateKey, MessageOf(method, pathAndQuery, timestamp, nonce, body));
        return $"{Scheme} mchid=\"{merchant}\",nonce_str=\"{nonce}\",timestamp=\"{timestamp}\","
            + $"serial_no=\"{keys.Serial}\",signature=\"{signature}\"";
    }
}
