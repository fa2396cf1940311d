using System.Security.Cryptography;
using Enrollment.Collections;
using Enrollment.Documents;

namespace Enrollment.Server.Keys;

/// <summary>
/// The keys that sign prints (R11), as a file that only the owner may read: a line each, "id base64", the current one
/// first. Made on the first start. <c>seal-key rotate</c> puts a new line above the others; old prints stay readable
/// for as long as their line is kept.
/// </summary>
internal static class SealKeyFile
{
    private const int SecretBytes = 32;

    /// <exception cref="FormatException">The file is not one.</exception>
    public static SealKeys Open(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            PrivateFile.Place(Line([]), path, overwrite: false);
        }
        var keys = File.ReadAllLines(path).Where(line => line.Length > 0).Select(Parse).ToValueList();
        return keys.Count > 0 ? new SealKeys(keys) : throw new FormatException($"{path} holds no key.");
    }

    /// <summary>A new key signs from the server's next start; those before it go on reading what they signed.</summary>
    /// <exception cref="FormatException">The file is not one.</exception>
    public static SealKeys Rotate(string folder)
    {
        var before = Open(folder);
        var path = PathIn(folder);
        PrivateFile.Place(Line([.. before.Keys.Select(key => key.Id)]) + File.ReadAllText(path), path, overwrite: true);
        return Open(folder);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "seal.key");

    /// <summary>A new key's line. Four capitals or digits keep the code's modules coarse (<see cref="PrintSeal"/>).</summary>
    private static string Line(ValueList<string> taken)
    {
        string id;
        do
        {
            id = RandomNumberGenerator.GetHexString(4);
        } while (taken.Contains(id));
        return $"{id} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes))}\n";
    }

    private static SealKey Parse(string line) =>
        line.Split(' ') is [var id, var secret]
        && !id.Contains('.', StringComparison.Ordinal)
        && Convert.FromBase64String(secret) is { Length: >= SecretBytes } bytes
            ? new SealKey(id, bytes)
            : throw new FormatException("A line of the seal's key file is not \"id base64\" of 32 bytes or more.");
}
