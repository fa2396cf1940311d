using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Enrollment.Server.PaymentSimulator;

/// <content>Its side of the cryptography: it verifies the merchant, signs and encrypts.</content>
internal sealed partial class SimulatedWeChat
{
    private JsonObject Encrypt(string text, string about)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var nonce = RandomNumberGenerator.GetHexString(12);
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(Encoding.UTF8.GetBytes(keys.ApiV3Key), tag.Length);
        aes.Encrypt(Encoding.UTF8.GetBytes(nonce), plain, cipher, tag, Encoding.UTF8.GetBytes(about));
        return new()
        {
            ["algorithm"] = "AEAD_AES_256_GCM",
            ["original_type"] = about,
            ["ciphertext"] = Convert.ToBase64String([.. cipher, .. tag]),
            ["associated_data"] = about,
            ["nonce"] = nonce,
        };
    }

    private bool IsGenuine(SimulatedRequest request)
    {
        var authorization = Authorization().Match(request.Header("Authorization") ?? "");
        if (
            !authorization.Success
            || authorization.Groups["mchid"].Value != SimulatedKeys.MerchantId
            || authorization.Groups["serial"].Value != SerialOf(keys.Merchant)
            || Math.Abs(
                trades.Now.ToUnixTimeSeconds()
                    - long.Parse(authorization.Groups["time"].ValueSpan, CultureInfo.InvariantCulture)
            ) > 300
        )
        {
            return false;
        }
        var message =
            $"{request.Method}\n{request.PathAndQuery}\n{authorization.Groups["time"]}\n{authorization.Groups["nonce"]}\n{request.Text}\n";
        using var key = keys.Merchant.GetRSAPublicKey()!;
        return key.VerifyData(
            Encoding.UTF8.GetBytes(message),
            Convert.FromBase64String(authorization.Groups["signature"].Value),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
    }

    private SimulatedAnswer Signed(SimulatedRequest request, int status, JsonObject? body)
    {
        var bytes = body is null ? [] : Encoding.UTF8.GetBytes(body.ToJsonString());
        using var certified = keys.WeChatPlatform.GetRSAPrivateKey()!;
        var isByPublicKey = request.Header("Wechatpay-Serial") == SimulatedKeys.PublicKeyId;
        var key =
            Flaw == AnswerFlaw.BadSignature ? keys.Forger
            : isByPublicKey ? keys.WeChatKey
            : certified;
        var serial = isByPublicKey ? SimulatedKeys.PublicKeyId : SerialOf(keys.WeChatPlatform);
        return new(status, bytes, "application/json") { Headers = Seal(bytes, trades.Now, key, serial) };
    }

    private static Dictionary<string, string> Seal(byte[] body, DateTimeOffset at, RSA key, string serial)
    {
        var (timestamp, nonce) = ($"{at.ToUnixTimeSeconds()}", RandomNumberGenerator.GetHexString(32));
        byte[] message = [.. Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n"), .. body, (byte)'\n'];
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["Wechatpay-Timestamp"] = timestamp,
            ["Wechatpay-Nonce"] = nonce,
            ["Wechatpay-Serial"] = serial,
            ["Wechatpay-Signature-Type"] = "WECHATPAY2-SHA256-RSA2048",
            ["Wechatpay-Signature"] = Convert.ToBase64String(
                key.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ),
        };
    }

    [GeneratedRegex(
        "^WECHATPAY2-SHA256-RSA2048 mchid=\"(?<mchid>\\d+)\",nonce_str=\"(?<nonce>\\w+)\",timestamp=\"(?<time>\\d+)\",serial_no=\"(?<serial>\\w+)\",signature=\"(?<signature>[^\"]+)\"$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Authorization();
}
