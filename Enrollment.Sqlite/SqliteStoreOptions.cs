using Enrollment.Applications;

namespace Enrollment.Sqlite;

/// <summary>Where the store is. The keys lie outside the data folder, so that a copy of the data tells nothing.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>The database and the images.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The key file and the list of erasures; beside the data folder when nothing is set.</summary>
    public string? KeyFolder { get; init; }

    internal string FullDataFolder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(DataFolder));

    internal string FullKeyFolder =>
        KeyFolder is null ? FullDataFolder + "-keys" : Path.TrimEndingDirectorySeparator(Path.GetFullPath(KeyFolder));

    internal string DatabaseFile => Path.Combine(FullDataFolder, "enrollment.db");

    internal string MaterialsFolder => Path.Combine(FullDataFolder, "materials");

    /// <exception cref="StoreUnavailableException">A setting makes no sense.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(DataFolder))
        {
            throw new StoreUnavailableException(StoreFault.Setting, "The data folder is not set.");
        }
        if (FullDataFolder == Path.GetPathRoot(FullDataFolder))
        {
            throw new StoreUnavailableException(StoreFault.Setting, "The data folder can't be the root of a disk.");
        }
        if (
            (FullKeyFolder + Path.DirectorySeparatorChar).StartsWith(
                FullDataFolder + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            )
        )
        {
            throw new StoreUnavailableException(
                StoreFault.Setting,
                "The key folder lies in the data folder, where every backup would take the keys along."
            );
        }
    }
}
