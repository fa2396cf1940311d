using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Enrollment.Payments.WeChat;

/// <summary>
/// What WeChat encrypts with the merchant's APIv3 key: AEAD_AES_256_GCM, nonce of 12 bytes, the tag of 16 bytes behind the
/// ciphertext (pay.weixin.qq.com/doc/v3/merchant/4012071382).
/// </summary>
internal sealed record WeChatResource
{
    private const string Algorithm = "AEAD_AES_256_GCM";
    private const int TagLength = 16;

    [JsonPropertyName("algorithm")]
    public string? AlgorithmName { get; init; }

    [JsonPropertyName("ciphertext")]
    public string? Ciphertext { get; init; }

    [JsonPropertyName("associated_data")]
    public string? AssociatedData { get; init; }

    [JsonPropertyName("nonce")]
    public string? Nonce { get; init; }

    /// <exception cref="ProviderFaultException">It can't be decrypted with this key.</exception>
    public byte[] Open(byte[] apiV3Key)
    {
        var sealedBytes = new byte[Ciphertext?.Length ?? 0];
        var nonce = Encoding.UTF8.GetBytes(Nonce ?? "");
        if (
            AlgorithmName != Algorithm
            || !Convert.TryFromBase64String(Ciphertext ?? "", sealedBytes, out var length)
            || length < TagLength
            || nonce.Length != AesGcm.NonceByteSizes.MaxSize
        )
        {
            throw new ProviderFaultException("The resource is not of the form that APIv3 states.");
        }
        try
        {
            return Decrypt(
                apiV3Key,
                nonce,
                Encoding.UTF8.GetBytes(AssociatedData ?? ""),
                sealedBytes.AsSpan(0, length)
            );
        }
        catch (AuthenticationTagMismatchException fault)
        {
            throw new ProviderFaultException("The resource can't be decrypted with the APIv3 key.", fault);
        }
    }

    /// <param name="sealedBytes">Ciphertext, then the tag.</param>
    internal static byte[] Decrypt(byte[] key, byte[] nonce, byte[] associatedData, ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(nonce, sealedBytes[..plain.Length], sealedBytes[plain.Length..], plain, associatedData);
        return plain;
    }
}
