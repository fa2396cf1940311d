using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Enrollment.Server.PaymentSimulator;

/// <content>Its side of the cryptography: it verifies the application, and signs.</content>
internal sealed partial class SimulatedAlipay
{
    public static string NumberOf(X509Certificate2 certificate)
    {
        // The simulator's own names have no commas in their parts.
        var issuer = string.Join(',', certificate.IssuerName.Name.Split(", "));
        var serial = BigInteger.Parse(
            $"0{certificate.SerialNumber}",
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture
        );
#pragma warning disable CA5351 // What the interface states.
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{issuer}{serial}")));
#pragma warning restore CA5351
    }

    private bool IsGenuine(Dictionary<string, string> form)
    {
        if (
            form.GetValueOrDefault("app_id") != SimulatedKeys.AlipayAppId
            || form.GetValueOrDefault("sign_type") != "RSA2"
            || form.GetValueOrDefault("app_cert_sn") != NumberOf(keys.AlipayApp)
            || form.GetValueOrDefault("alipay_root_cert_sn") != NumberOf(keys.Root)
            || !form.TryGetValue("sign", out var sign)
        )
        {
            return false;
        }
        var message = string.Join(
            '&',
            form.Where(one => one.Key != "sign" && one.Value.Length > 0)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key}={one.Value}")
        );
        using var key = keys.AlipayApp.GetRSAPublicKey()!;
        return key.VerifyData(
            Encoding.UTF8.GetBytes(message),
            Convert.FromBase64String(sign),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
    }

    private SimulatedAnswer Signed(string method, JsonObject node)
    {
        var inside = node.ToJsonString();
        using var alipay = keys.Alipay.GetRSAPrivateKey()!;
        var sign = Sign(Flaw == AnswerFlaw.BadSignature ? keys.Forger : alipay, inside);
        return Raw(
            $$"""{"{{method.Replace('.', '_')}}_response":{{inside}},"alipay_cert_sn":"{{NumberOf(keys.Alipay)}}","sign":"{{sign}}"}"""
        );
    }

    private static SimulatedAnswer Raw(string json) =>
        new(200, Encoding.UTF8.GetBytes(json), "text/html;charset=utf-8");

    private static string Sign(RSA key, string message) =>
        Convert.ToBase64String(
            key.SignData(Encoding.UTF8.GetBytes(message), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );

    private static Dictionary<string, string> Parse(string form) =>
        form.Split('&')
            .Select(part => part.Split('=', 2))
            .ToDictionary(
                pair => Decode(pair[0]),
                pair => pair.Length > 1 ? Decode(pair[1]) : "",
                StringComparer.Ordinal
            );

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
