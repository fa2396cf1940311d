using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.Sqlite.Access;
using Enrollment.Sqlite.Applications;
using Enrollment.Sqlite.Backups;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Files;
using Enrollment.Sqlite.Keys;
using Enrollment.Sqlite.Materials;
using Enrollment.Sqlite.Migrations;
using Enrollment.Sqlite.Seasons;
using Enrollment.Sqlite.TextMessages;
using Enrollment.TextMessages;

namespace Enrollment.Sqlite;

/// <summary>
/// The embedded store: one SQLite database, a folder of images and a key file. Open it once in a process; other processes
/// (the command line) may use it at the same time.
/// </summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly Writer _writer;
    private readonly Readers _readers;
    private readonly DataKeys _keys;
    private readonly ErasureList _erasureList;
    private readonly SqliteMaterialFiles _files;
    private readonly SqliteStoreOptions _options;

    private SqliteStore(SqliteStoreOptions options, StoreConnection connection, KeyFile keyFile)
    {
        _options = options;
        _erasureList = new ErasureList(options.FullKeyFolder);
        _writer = new Writer(connection, options.DatabaseFile);
        _readers = new Readers(options.DatabaseFile, _writer);
        _keys = new DataKeys(keyFile, _readers);
        _files = new SqliteMaterialFiles(options.MaterialsFolder, _keys);
        Applications = new SqliteApplicationStore(_writer, _readers, _keys);
        Index = new SqliteApplicationIndex(_readers, _keys);
        Seasons = new SqliteSeasonStore(_writer, _readers);
        Sessions = new SqliteSessionStore(_writer, _readers, _keys);
        Staff = new SqliteStaffStore(_writer, _readers);
        Journal = new SqliteJournal(_writer, _readers);
        TextMessages = new SqliteTextMessageLog(_writer, _readers, _keys);
        Gauge = new SqliteGauge(options, _writer, _readers);
    }

    public IApplicationStore Applications { get; }

    public IApplicationIndex Index { get; }

    public IMaterialFiles Files => _files;

    public ISeasonStore Seasons { get; }

    public ISessionStore Sessions { get; }

    public IStaffStore Staff { get; }

    public IJournal Journal { get; }

    public IErasure Erasures => new ErasingPort(this);

    public ITextMessageLog TextMessages { get; }

    public IStoreGauge Gauge { get; }

    /// <summary>Opens the store, or begins one where there is none, and brings it up to date.</summary>
    /// <exception cref="StoreUnavailableException">It can't be used; the message says why.</exception>
    public static SqliteStore Open(SqliteStoreOptions options)
    {
        options.Validate();
        return Faults.Translating(() =>
        {
            DurableFile.MakeFolder(options.FullDataFolder);
            DurableFile.MakeFolder(options.MaterialsFolder);
            var keyFile = KeyFile.Open(options.FullKeyFolder, mayCreate: !File.Exists(options.DatabaseFile));
            var connection = StoreConnection.OpenWriter(options.DatabaseFile);
            try
            {
                return Open(options, connection, keyFile);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>
    /// Deletes a person's data: what is sealed can't be read again, here or in a backup that is restored. Stages, times
    /// and amounts stay (R16).
    /// </summary>
    public async Task EraseAsync(ApplicationId application, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var erasure = new Erasure(application, now);
        // Listed first: broken off here, the next start goes on with it.
        _erasureList.Add(erasure);
        await _writer.WriteAsync(connection => Erasing.Write(connection, erasure), cancellationToken);
        _files.DeleteAll(application);
        EmptyLog();
    }

    /// <summary>Whose data was erased; `verify` expects nothing of them.</summary>
    public Task<IReadOnlyList<Erasure>> ErasedAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync<IReadOnlyList<Erasure>>(
            connection =>
                connection.Query(
                    "SELECT application_id, at FROM erasures ORDER BY at, application_id",
                    row => new Erasure(row.Application(0), row.Instant(1))
                ),
            cancellationToken
        );

    /// <summary>
    /// Puts a new master key in force and wraps every data key by it. The earlier one stays in the key file, for backups
    /// of its time.
    /// </summary>
    public Task RotateMasterKeyAsync(CancellationToken cancellationToken) =>
        _keys.RotateMasterKeyAsync(_writer, cancellationToken);

    /// <summary>
    /// Copies the store, as it is at one instant, into an empty folder: database, images and a manifest with hashes.
    /// The keys are not in it, and have to be kept elsewhere.
    /// </summary>
    public async Task BackupAsync(string folder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await Task.Run(
            () => Faults.Translating(() => Backup.Make(_options, Path.GetFullPath(folder), now)),
            cancellationToken
        );
        await _writer.WriteAsync(connection => SqliteGauge.NoteBackup(connection, now), cancellationToken);
    }

    /// <summary>
    /// Puts a backup into an empty data folder, under the keys that are in the key folder; who was erased since stays
    /// erased, as far as the lists know: that of the key folder, the backup's own, and others that are named.
    /// </summary>
    /// <param name="erasureLists">Files "erasures.log" of later backups, or of the key folder of another machine.</param>
    /// <returns>When the backup was made, and whose data is erased now.</returns>
    /// <exception cref="StoreUnavailableException">The backup is not whole, the target not empty, or the keys do not fit.</exception>
    public static async Task<(DateTimeOffset MadeAt, IReadOnlyList<Erasure> Erased)> RestoreAsync(
        string folder,
        SqliteStoreOptions options,
        params IReadOnlyList<string> erasureLists
    )
    {
        options.Validate();
        var madeAt = Faults.Translating(() => Backup.Restore(Path.GetFullPath(folder), options));
        // Opening checks the keys and brings an older backup up to date; the lists come after it, or a folder of keys
        // that is missing would be made for them.
        await Open(options).DisposeAsync();
        Faults.Translating(() =>
        {
            var list = new ErasureList(options.FullKeyFolder);
            list.Merge(Path.Combine(folder, ErasureList.FileName));
            erasureLists.ToList().ForEach(list.Merge);
        });
        await using var store = Open(options);
        return (madeAt, await store.ErasedAsync(default));
    }

    /// <summary>What is wrong with the database file itself, for `verify`; empty when nothing is.</summary>
    public Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync<IReadOnlyList<string>>(
            connection =>
                [.. connection.Query("PRAGMA integrity_check", row => row.GetString(0)).Where(words => words != "ok")],
            cancellationToken
        );

    /// <summary>Answers what is open, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _readers.DisposeAsync();
    }

    private static SqliteStore Open(SqliteStoreOptions options, StoreConnection connection, KeyFile keyFile)
    {
        Migration.Run(connection);
        var store = new SqliteStore(options, connection, keyFile);
        store.Prepare(connection);
        return store;
    }

    // The log of recent writes still has the rows from before; emptied now, unless a reader needs it, or else later.
    private void EmptyLog() =>
        Faults.Translating(() =>
        {
            using var connection = StoreConnection.OpenWriter(_options.DatabaseFile);
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        });

    private void Prepare(StoreConnection connection)
    {
        if (!_keys.FitStore(connection))
        {
            throw new StoreUnavailableException(
                StoreFault.Keys,
                $"The keys in {_options.FullKeyFolder} are not those of the data in {_options.FullDataFolder}."
            );
        }

        // A restored backup knows people who were erased after it was made.
        var known = connection.Query("SELECT application_id FROM erasures", row => row.Application(0)).ToHashSet();
        foreach (var erasure in _erasureList.Read().Where(erasure => !known.Contains(erasure.Application)))
        {
            connection.Execute("BEGIN IMMEDIATE");
            Erasing.Write(connection, erasure);
            connection.Execute("COMMIT");
            _files.DeleteAll(erasure.Application);
        }
    }

    /// <summary>Apart from the store, which is not the one to be disposed of with each request that erases.</summary>
    private sealed class ErasingPort(SqliteStore store) : IErasure
    {
        public Task EraseAsync(ApplicationId application, DateTimeOffset now, CancellationToken cancellationToken) =>
            store.EraseAsync(application, now, cancellationToken);
    }
}
