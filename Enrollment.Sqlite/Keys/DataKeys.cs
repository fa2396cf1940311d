using System.Security.Cryptography;
using Enrollment.Sealing;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Keys;

/// <summary>
/// The data keys in the store. Unwrapping takes microseconds, so none is kept in memory, and an erasure is complete as
/// soon as the row is gone.
/// </summary>
internal sealed class DataKeys(KeyFile keyFile, Readers readers)
{
    private const int RewrappedAtOnce = 1000;

    public SearchKey Search => keyFile.Ring.Search;

    /// <summary>Null for an application that is not there, or was erased.</summary>
    public async Task<DataKey?> FindAsync(ApplicationId application, CancellationToken cancellationToken) =>
        await readers.FindAsync(
            connection =>
                connection.First(
                    "SELECT wrapped FROM data_keys WHERE application_id = $id",
                    row => row.Bytes(0),
                    ("$id", application.Value)
                ),
            cancellationToken
        )
            is { } wrapped
            ? Faults.Translating(() => keyFile.Unwrap(wrapped, application))
            : null;

    public DataKey Unwrap(byte[] wrapped, ApplicationId application) => keyFile.Unwrap(wrapped, application);

    public void Add(StoreConnection connection, ApplicationId application, DataKey key)
    {
        var master = keyFile.Ring.Current;
        connection.Execute(
            "INSERT INTO data_keys (application_id, master_key, wrapped) VALUES ($id, $master, $wrapped)",
            ("$id", application.Value),
            ("$master", master.Id),
            ("$wrapped", master.Wrap(key, application))
        );
    }

    /// <summary>Whether the search key is the one that this store was begun with; remembers it in a new store.</summary>
    public bool FitStore(StoreConnection connection)
    {
        var mark = Search.HashOf("store", "");
        connection.Execute("INSERT OR IGNORE INTO marks (name, value) VALUES ('search_key', $mark)", ("$mark", mark));
        var stored = connection.First("SELECT value FROM marks WHERE name = 'search_key'", row => row.Bytes(0));
        return CryptographicOperations.FixedTimeEquals(stored, mark);
    }

    /// <summary>Wraps every data key by a new master key. Broken off, it goes on at the next rotation; nothing is lost.</summary>
    public async Task RotateMasterKeyAsync(Writer writer, CancellationToken cancellationToken)
    {
        keyFile.Rotate();
        while (await writer.WriteAsync(RewrapSome, cancellationToken) == RewrappedAtOnce) { }
    }

    private int RewrapSome(StoreConnection connection)
    {
        var current = keyFile.Ring.Current;
        var keys = connection.Query(
            "SELECT application_id, wrapped FROM data_keys WHERE master_key <> $master LIMIT $limit",
            row => (Application: row.Application(0), Wrapped: row.Bytes(1)),
            ("$master", current.Id),
            ("$limit", RewrappedAtOnce)
        );
        foreach (var (application, wrapped) in keys)
        {
            connection.Execute(
                "UPDATE data_keys SET master_key = $master, wrapped = $wrapped WHERE application_id = $id",
                ("$master", current.Id),
                ("$wrapped", keyFile.Ring.Rewrap(wrapped, application)),
                ("$id", application.Value)
            );
        }
        return keys.Count;
    }
}
