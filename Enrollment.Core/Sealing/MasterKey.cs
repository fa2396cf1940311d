using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Sealing;

/// <summary>
/// Wraps data keys. A wrapped key begins with the id of the master key that wrapped it, so that rotation can go on while
/// the store is in use.
/// </summary>
public sealed class MasterKey
{
    private readonly byte[] _key;

    internal MasterKey(string id, byte[] key)
    {
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower) || key.Length != SealedBytes.KeyBytes)
        {
            throw new FormatException("Not a master key.");
        }
        (Id, _key) = (id, key);
    }

    /// <summary>Eight lower-case hexadecimal digits.</summary>
    public string Id { get; }

    internal const int IdLength = 8;

    internal ReadOnlySpan<byte> Bytes => _key;

    public byte[] Wrap(DataKey key, ApplicationId application) =>
        [.. Encoding.ASCII.GetBytes(Id), .. SealedBytes.Seal(_key, key.Bytes, PlaceOf(application))];

    internal DataKey Unwrap(ReadOnlySpan<byte> wrapped, ApplicationId application) =>
        new(SealedBytes.Open(_key, wrapped[IdLength..], PlaceOf(application)));

    internal static MasterKey New() =>
        new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2)),
            RandomNumberGenerator.GetBytes(SealedBytes.KeyBytes)
        );

    private static byte[] PlaceOf(ApplicationId application) => new SealedPlace("data-key", application, "").ToBytes();
}
