using System.Security.Cryptography;
using System.Text.Json;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Serialization;
using Enrollment.Sqlite.Files;

namespace Enrollment.Sqlite.Backups;

/// <summary>What a backup holds, each file with its hash; written last, so that a folder without it is no backup.</summary>
internal sealed record BackupManifest(DateTimeOffset MadeAt, ValueList<BackupFile> Files)
{
    public const string FileName = "manifest.json";

    public static BackupManifest Of(string folder, DateTimeOffset madeAt) =>
        new(
            madeAt,
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => BackupFile.Of(folder, path))
                .OrderBy(file => file.Path, StringComparer.Ordinal)
                .ToValueList()
        );

    /// <exception cref="StoreUnavailableException">No backup, or not as it was made.</exception>
    public static BackupManifest ReadAndCheck(string folder)
    {
        var manifest = Read(folder);
        foreach (var file in manifest.Files)
        {
            var path = Path.Combine(folder, file.Path);
            if (!File.Exists(path) || BackupFile.Of(folder, path) != file)
            {
                throw new StoreUnavailableException(
                    StoreFault.Damaged,
                    $"The backup's file {file.Path} is missing or is not the one that was backed up."
                );
            }
        }
        return manifest;
    }

    public void Write(string folder) => DurableFile.Write(Path.Combine(folder, FileName), StoredJson.Write(this));

    private static BackupManifest Read(string folder)
    {
        try
        {
            return StoredJson.Read<BackupManifest>(File.ReadAllBytes(Path.Combine(folder, FileName)));
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreUnavailableException(StoreFault.Setting, $"The folder {folder} holds no whole backup.", e);
        }
    }
}

/// <param name="Path">Within the backup, with '/'.</param>
/// <param name="Sha256">Of the file as it is stored, sealed; 64 lower-case hexadecimal digits.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256)
{
    public static BackupFile Of(string folder, string path)
    {
        using var stream = File.OpenRead(path);
        return new BackupFile(
            System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'),
            stream.Length,
            Convert.ToHexStringLower(SHA256.HashData(stream))
        );
    }
}
