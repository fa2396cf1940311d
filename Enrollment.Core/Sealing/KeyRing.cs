using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Enrollment.Sealing;

/// <summary>
/// The secrets of one store: the master key in force, earlier ones (for what they still wrap, and for backups made in
/// their time) and the search key. As text it is the key file of the embedded host, or one Key Vault secret.
/// </summary>
public sealed class KeyRing
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Dictionary<string, MasterKey> _masterKeys;
    private readonly byte[] _searchSecret;

    private KeyRing(MasterKey current, IEnumerable<MasterKey> masterKeys, byte[] searchSecret)
    {
        Current = current;
        _masterKeys = masterKeys.ToDictionary(key => key.Id, StringComparer.Ordinal);
        _searchSecret = searchSecret;
        Search = new SearchKey(searchSecret);
    }

    /// <summary>Wraps every new data key.</summary>
    public MasterKey Current { get; }

    public SearchKey Search { get; }

    public static KeyRing New()
    {
        var key = MasterKey.New();
        return new(key, [key], RandomNumberGenerator.GetBytes(SealedBytes.KeyBytes));
    }

    /// <summary>The ring with a new master key in force; the search key stays, or nothing would be found again.</summary>
    public KeyRing Rotated()
    {
        var key = MasterKey.New();
        return new(key, _masterKeys.Values.Append(key), _searchSecret);
    }

    /// <summary>Whether the master key that wrapped this is here; if not, the ring is older than the store.</summary>
    public bool CanUnwrap(ReadOnlySpan<byte> wrapped) => _masterKeys.ContainsKey(MasterKeyIdOf(wrapped));

    /// <summary>Whether the master key in force wrapped this.</summary>
    public bool IsCurrent(ReadOnlySpan<byte> wrapped) => MasterKeyIdOf(wrapped) == Current.Id;

    /// <exception cref="CryptographicException">Wrapped by another ring, for another application, or changed since.</exception>
    public DataKey Unwrap(ReadOnlySpan<byte> wrapped, ApplicationId application) =>
        _masterKeys.TryGetValue(MasterKeyIdOf(wrapped), out var key)
            ? key.Unwrap(wrapped, application)
            : throw new CryptographicException("The master key that wrapped a data key is not in the key ring.");

    public byte[] Rewrap(ReadOnlySpan<byte> wrapped, ApplicationId application) =>
        Current.Wrap(Unwrap(wrapped, application), application);

    /// <exception cref="FormatException">Not the text of a key ring.</exception>
    public static KeyRing Parse(string text)
    {
        try
        {
            var written = JsonSerializer.Deserialize<Written>(text, Json) ?? throw new FormatException("No key ring.");
            var keys = written.MasterKeys.Select(pair => new MasterKey(pair.Key, pair.Value)).ToArray();
            if (written.SearchKey.Length != SealedBytes.KeyBytes)
            {
                throw new FormatException("The search key has not its 32 bytes.");
            }
            return new(keys.Single(key => key.Id == written.Current), keys, written.SearchKey);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("Not the text of a key ring.", e);
        }
    }

    public string ToText() =>
        JsonSerializer.Serialize(
            new Written
            {
                Current = Current.Id,
                MasterKeys = _masterKeys.Values.ToDictionary(key => key.Id, key => key.Bytes.ToArray()),
                SearchKey = _searchSecret,
            },
            Json
        );

    private static string MasterKeyIdOf(ReadOnlySpan<byte> wrapped) =>
        wrapped.Length > MasterKey.IdLength ? Encoding.ASCII.GetString(wrapped[..MasterKey.IdLength]) : "";

    private sealed record Written
    {
        public required string Current { get; init; }

        public required Dictionary<string, byte[]> MasterKeys { get; init; }

        public required byte[] SearchKey { get; init; }
    }
}
