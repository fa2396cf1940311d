using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Payments.Keys;

/// <summary>
/// SHA-256 with RSA, PKCS #1 v1.5, in base 64: what WeChat calls SHA256-RSA2048 and Alipay RSA2. One key serves many
/// requests at once, and RSA objects promise no safety then, so each use takes its turn.
/// </summary>
internal static class RsaSignatures
{
    public static string Sign(RSA key, string message)
    {
        lock (key)
        {
            return Convert.ToBase64String(
                key.SignData(Encoding.UTF8.GetBytes(message), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            );
        }
    }

    public static bool Verify(RSA key, ReadOnlySpan<byte> message, string? signature)
    {
        var bytes = new byte[signature?.Length ?? 0];
        if (string.IsNullOrEmpty(signature) || !Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return false;
        }
        lock (key)
        {
            return key.VerifyData(
                message,
                bytes.AsSpan(0, length),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            );
        }
    }
}
