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
    /// <exception cref="FormatException">The file is not one.</exception>
    public static SealKeys Open(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            PrivateFile.Place(Line([]), path, overwrite: false);
        }
        return SealKeys.Parse(File.ReadAllText(path));
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
        return $"{id} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealKeys.SecretBytes))}\n";
    }
}
