using System.Security.Cryptography;

namespace Enrollment.Sealing;

/// <summary>
/// Bytes under AES-256-GCM: a format byte, a random 96-bit nonce, the cipher text and a 128-bit tag. What they are bound
/// to is the associated data, so that sealed bytes moved elsewhere do not open there.
/// </summary>
public static class SealedBytes
{
    public const int KeyBytes = 32;

    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + NonceBytes;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> boundTo)
    {
        var result = new byte[HeadBytes + plain.Length + TagBytes];
        result[0] = Format;
        var nonce = result.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, result.AsSpan(HeadBytes, plain.Length), result.AsSpan(^TagBytes..), boundTo);
        return result;
    }

    /// <exception cref="CryptographicException">Not sealed with this key, bound to something else, or changed since.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> boundTo)
    {
        if (sealedBytes.Length < HeadBytes + TagBytes || sealedBytes[0] != Format)
        {
            throw new CryptographicException("Not sealed bytes.");
        }

        var plain = new byte[sealedBytes.Length - HeadBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedBytes.Slice(1, NonceBytes),
            sealedBytes[HeadBytes..^TagBytes],
            sealedBytes[^TagBytes..],
            plain,
            boundTo
        );
        return plain;
    }
}
