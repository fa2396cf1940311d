using System.ComponentModel.DataAnnotations;

namespace Enrollment.Server;

/// <summary>Settings of section <c>Server</c>: appsettings.json, environment (<c>Server__Data</c>), command line, in that order.</summary>
public sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>The data folder.</summary>
    [Required(ErrorMessage = "Server:Data must name a folder.")]
    public string Data { get; init; } = "data";

    /// <summary>The folder of keys, outside the data folder; beside it when nothing is set.</summary>
    public string? Keys { get; init; }

    /// <summary>Where applications are kept.</summary>
    public StoreKind Store { get; init; }

    /// <summary>With <see cref="StoreKind.Azure"/>: the storage account's Blob address, or a connection string.</summary>
    public string Connection { get; init; } = "";

    /// <summary>With <see cref="StoreKind.Azure"/>: begins the names of its tables and containers.</summary>
    public string Prefix { get; init; } = "enrollment";

    /// <summary>Fills an empty data folder with a season to try out; listens on loopback only.</summary>
    public bool Demo { get; init; }

    /// <summary>The folder of the built pages (static-web/dist); the one beside the program when nothing is set.</summary>
    public string Pages { get; init; } = "pages";

    /// <summary>Reverse proxies that are believed what they say of the caller: addresses or networks; none when nothing is set.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public string KeyFolder => Keys ?? Path.TrimEndingDirectorySeparator(Path.GetFullPath(Data)) + "-keys";
}

public enum StoreKind
{
    /// <summary>A database and files in the data folder.</summary>
    Sqlite,

    /// <summary>Tables and blobs of a storage account; the data folder stays empty.</summary>
    Azure,
}
