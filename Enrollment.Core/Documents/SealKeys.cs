using Enrollment.Collections;

namespace Enrollment.Documents;

/// <summary>
/// The keys that sign prints (R11): the current one first, then older ones, so that old prints stay readable. As text a
/// line each, "id base64".
/// </summary>
public sealed record SealKeys(ValueList<SealKey> Keys)
{
    /// <summary>A secret's size at least, bytes.</summary>
    public const int SecretBytes = 32;

    public SealKey Current => Keys[0];

    /// <exception cref="FormatException">No key, or a line that is not one.</exception>
    public static SealKeys Parse(string text)
    {
        var keys = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine).ToValueList();
        return keys.Count > 0 ? new SealKeys(keys) : throw new FormatException("There is no key for seals.");
    }

    private static SealKey ParseLine(string line) =>
        line.TrimEnd('\r').Split(' ') is [var id, var secret]
        && !id.Contains('.', StringComparison.Ordinal)
        && Convert.FromBase64String(secret) is { Length: >= SecretBytes } bytes
            ? new SealKey(id, bytes)
            : throw new FormatException("A line of the seal's keys is not \"id base64\" of 32 bytes or more.");
}
