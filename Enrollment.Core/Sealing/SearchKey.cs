using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Enrollment.People;

namespace Enrollment.Sealing;

/// <summary>
/// Keyed hashes (HMAC-SHA256) by which sealed data is found. Without the key they can't be tried out, as plain hashes of
/// phones and identity numbers could.
/// </summary>
public sealed class SearchKey(byte[] key)
{
    // Kept ready, since setting one up costs several times as much as using it.
    private readonly ConcurrentBag<IncrementalHash> _free = [];

    public byte[] HashOf(PhoneNumber phone) => HashOf("phone", phone.Value);

    public byte[] HashOf(IdentityNumber number) => HashOf("identity-number", number.Value);

    /// <param name="kind">Keeps equal values of different kinds apart.</param>
    public byte[] HashOf(string kind, string value)
    {
        var hash = _free.TryTake(out var free) ? free : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{kind}/{value}"));
        var result = hash.GetHashAndReset();
        _free.Add(hash);
        return result;
    }

    /// <summary>Eight bytes of the hash: enough to find by, where what is found is looked at again.</summary>
    public long TermOf(string kind, string value) => BinaryPrimitives.ReadInt64BigEndian(HashOf(kind, value));

    /// <summary>What a name is found by: each of its characters, and each two that stand together.</summary>
    public IEnumerable<long> TermsOf(string name)
    {
        var runes = SearchedName.RunesOf(name);
        return runes.Concat(SearchedName.PairsOf(runes)).Distinct(StringComparer.Ordinal).Select(NameTerm);
    }

    /// <summary>The terms that a name with this part in it has, all of them; none for a blank text.</summary>
    public IEnumerable<long> TermsAskedBy(string part)
    {
        var runes = SearchedName.RunesOf(part);
        return (runes.Length == 1 ? runes : SearchedName.PairsOf(runes))
            .Distinct(StringComparer.Ordinal)
            .Select(NameTerm);
    }

    private long NameTerm(string text) => TermOf("name", text);
}
