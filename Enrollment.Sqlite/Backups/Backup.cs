using Enrollment.Applications;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Files;
using Enrollment.Sqlite.Keys;

namespace Enrollment.Sqlite.Backups;

/// <summary>
/// Copies a store while it is in use: database, images and a manifest; never the keys. Images are linked, not copied,
/// where the disk allows: a written file is never changed in place.
/// </summary>
internal static class Backup
{
    public static void Make(SqliteStoreOptions options, string folder, DateTimeOffset now)
    {
        RequireEmpty(folder);
        Directory.CreateDirectory(folder);
        var target = new SqliteStoreOptions { DataFolder = folder };

        // Twice, before and after the database: what it names was there at one of the two, even if removed meanwhile.
        TakeMaterials(options.MaterialsFolder, target.MaterialsFolder);
        CopyDatabase(options.DatabaseFile, target.DatabaseFile);
        TakeMaterials(options.MaterialsFolder, target.MaterialsFolder);
        TakeErasures(options, folder);
        BackupManifest.Of(folder, now).Write(folder);
    }

    /// <summary>Puts a backup, checked by its manifest, into an empty data folder.</summary>
    /// <returns>When it was made.</returns>
    public static DateTimeOffset Restore(string folder, SqliteStoreOptions options)
    {
        var manifest = BackupManifest.ReadAndCheck(folder);
        RequireEmpty(options.FullDataFolder);
        foreach (var file in manifest.Files.Where(file => file.Path != ErasureList.FileName))
        {
            var path = Path.Combine(options.FullDataFolder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(folder, file.Path), path);
        }
        return manifest.MadeAt;
    }

    private static void TakeErasures(SqliteStoreOptions options, string folder)
    {
        var list = Path.Combine(options.FullKeyFolder, ErasureList.FileName);
        if (File.Exists(list))
        {
            File.Copy(list, Path.Combine(folder, ErasureList.FileName));
        }
    }

    private static void RequireEmpty(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new StoreUnavailableException(StoreFault.Setting, $"The folder {folder} is not empty.");
        }
    }

    private static void CopyDatabase(string from, string to)
    {
        using var source = StoreConnection.OpenReader(from);
        using (var target = StoreConnection.OpenWriter(to))
        {
            source.Raw.BackupDatabase(target.Raw);
            // One file, complete in itself.
            target.Execute("PRAGMA journal_mode = DELETE");
        }
    }

    private static void TakeMaterials(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            var target = Path.Combine(to, Path.GetFileName(folder));
            Directory.CreateDirectory(target);
            foreach (var path in FilesIn(folder))
            {
                Take(path, Path.Combine(target, Path.GetFileName(path)));
            }
        }
    }

    private static IEnumerable<string> FilesIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(DurableFile.IsWhole)];
        }
        catch (DirectoryNotFoundException)
        {
            // Erased just now.
            return [];
        }
    }

    private static void Take(string path, string target)
    {
        try
        {
            if (File.Exists(target))
            {
                if (File.GetLastWriteTimeUtc(target) == File.GetLastWriteTimeUtc(path))
                {
                    return;
                }
                File.Delete(target);
            }
            DurableFile.LinkOrCopy(path, target);
        }
        catch (FileNotFoundException)
        {
            // Removed just now: no state names it any more.
        }
    }
}
