using System.Security.Cryptography;
using Enrollment.Collections;
using Enrollment.Documents;

namespace Enrollment.Server.Keys;

/// <summary>
/// The keys that sign prints (R11), as a file that only the owner may read: a line each, "id base64", the current one
/// first. Made on the first start. A line put above the others rotates the key; old prints stay readable.
/// </summary>
internal static class SealKeyFile
{
    private const int SecretBytes = 32;

    /// <exception cref="FormatException">The file is not one.</exception>
    public static SealKeys Open(string folder)
    {
        var path = Path.Combine(folder, "seal.key");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            Create(path);
        }
        var keys = File.ReadAllLines(path).Where(line => line.Length > 0).Select(Parse).ToValueList();
        return keys.Count > 0 ? new SealKeys(keys) : throw new FormatException($"{path} holds no key.");
    }

    /// <summary>Whole or not there: written beside, synced, and moved unless another process was first.</summary>
    private static void Create(string path)
    {
        var temporary = $"{path}~{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var stream = new FileStream(temporary, options))
        {
            var id = RandomNumberGenerator.GetHexString(8, lowercase: true);
            var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
            stream.Write(System.Text.Encoding.ASCII.GetBytes($"{id} {secret}\n"));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }

    private static SealKey Parse(string line) =>
        line.Split(' ') is [var id, var secret] && Convert.FromBase64String(secret) is { Length: >= SecretBytes } bytes
            ? new SealKey(id, bytes)
            : throw new FormatException("A line of the seal's key file is not \"id base64\" of 32 bytes or more.");
}
