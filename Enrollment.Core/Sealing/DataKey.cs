using System.Security.Cryptography;

namespace Enrollment.Sealing;

/// <summary>
/// The key that seals everything personal of one application. Once it is discarded, all that it sealed is gone, in every
/// copy (DESIGN §3, Personal data).
/// </summary>
public sealed class DataKey
{
    private readonly byte[] _key;

    internal DataKey(byte[] key) => _key = key;

    internal ReadOnlySpan<byte> Bytes => _key;

    public static DataKey New() => new(RandomNumberGenerator.GetBytes(SealedBytes.KeyBytes));

    public byte[] Seal(ReadOnlySpan<byte> plain, SealedPlace place) => SealedBytes.Seal(_key, plain, place.ToBytes());

    /// <exception cref="CryptographicException">Sealed with another key, for another place, or changed since.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, SealedPlace place) =>
        SealedBytes.Open(_key, sealedBytes, place.ToBytes());
}
