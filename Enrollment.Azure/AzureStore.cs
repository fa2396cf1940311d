using System.Security.Cryptography;
using Azure.Data.Tables;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Azure.Access;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Applications;
using Enrollment.Azure.Materials;
using Enrollment.Azure.Seasons;
using Enrollment.Azure.TextMessages;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Azure;

/// <summary>
/// The store on Azure Tables and Blobs. Any number of processes may use it at once; nothing of it is kept in memory but
/// the keys.
/// </summary>
public sealed class AzureStore : IDisposable
{
    private readonly Tables _tables;
    private readonly BlobFolder _materials;
    private readonly BlobFolder _incoming;
    private readonly BlobFolder _rules;
    private readonly HighWater _highWater;
    private readonly Projection _projection;
    private readonly Erasing _erasing;
    private readonly KeyRing _keys;

    private AzureStore(AzureStoreOptions options, StorageAccount account)
    {
        BlobFolder Folder(string name) => new(account.Blobs.GetBlobContainerClient($"{options.Prefix}-{name}"));
        _keys = options.Keys;
        _tables = new Tables(account.Tables, options.Prefix);
        (_materials, _incoming, _rules) = (Folder("materials"), Folder("incoming"), Folder("rules"));

        var (hints, calls) = (new WakeHints(_tables), new WakeCalls(_tables));
        var reservations = new Reservations(_tables, options.Patience);
        _highWater = new HighWater(_tables);
        _projection = new Projection(_tables, hints, calls, reservations, _keys);
        Applications = new AzureApplicationStore(
            _tables,
            new Commits(_tables, hints, calls, reservations, _projection, _highWater, _keys),
            new AzureEffects(_tables, hints, _keys),
            new Wakes(_tables, hints, calls, _projection, options.Patience),
            calls,
            _highWater,
            _keys
        );
        Index = new AzureApplicationIndex(_tables, reservations, _keys);
        var files = new AzureMaterialFiles(_materials, _incoming, _tables, _keys);
        var texts = new AzureTextMessageLog(_tables, _keys);
        (Files, TextMessages) = (files, texts);
        Incoming = new IncomingUploads(_incoming, _tables, _keys);
        Seasons = new AzureSeasonStore(_tables, _rules);
        Sessions = new AzureSessionStore(_tables, _keys);
        Staff = new AzureStaffStore(_tables);
        Journal = new AzureJournal(_tables);
        Gauge = new AzureGauge(_tables);
        _erasing = new Erasing(_tables, _projection, files, texts, Sessions);
    }

    public IApplicationStore Applications { get; }

    public IApplicationIndex Index { get; }

    public IMaterialFiles Files { get; }

    /// <summary>Uploads that have no verdict yet.</summary>
    public IncomingUploads Incoming { get; }

    public ISeasonStore Seasons { get; }

    public ISessionStore Sessions { get; }

    public IStaffStore Staff { get; }

    public IJournal Journal { get; }

    public IErasure Erasures => _erasing;

    public ITextMessageLog TextMessages { get; }

    public IStoreGauge Gauge { get; }

    /// <summary>Opens the store, or begins one where there is none, and goes on with what was broken off.</summary>
    /// <exception cref="StoreUnavailableException">It can't be used; the message says why.</exception>
    public static async Task<AzureStore> OpenAsync(AzureStoreOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var store = new AzureStore(options, StorageAccount.Open(options));
        await Task.WhenAll([
            .. store._tables.All.Select(table => table.CreateAsync(cancellationToken)),
            .. store.Folders.Select(folder => folder.CreateAsync(cancellationToken)),
        ]);
        if (!await store.FitsKeysAsync(cancellationToken))
        {
            throw new StoreUnavailableException(StoreFault.Keys, "The keys are not those of the data in this account.");
        }
        await store._erasing.ResumeAsync(cancellationToken);
        return store;
    }

    /// <summary>Whose data was erased; `verify` expects nothing of them.</summary>
    public Task<IReadOnlyList<ApplicationId>> ErasedAsync(CancellationToken cancellationToken) =>
        _erasing.ErasedAsync(cancellationToken);

    /// <summary>
    /// Writes every row of lists and searches anew from the applications themselves, and the hints at what is due.
    /// </summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await foreach (var id in Index.AllAsync(null, cancellationToken))
        {
            await _projection.RebuildAsync(id, [], cancellationToken);
        }
    }

    /// <summary>
    /// Wraps every data key by the ring's master key in force. Every process that uses the store has to have that key
    /// before.
    /// </summary>
    /// <returns>How many were wrapped by another key before.</returns>
    public Task<int> RewrapAsync(CancellationToken cancellationToken) =>
        new Rewrapping(_tables, _projection, _keys).RunAsync(
            Index.AllAsync(null, cancellationToken),
            cancellationToken
        );

    /// <summary>Deletes everything, tables and containers; for stores that were begun for a test or a simulation.</summary>
    public Task DropAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([
            .. _tables.All.Select(table => table.DropAsync(cancellationToken)),
            .. Folders.Select(folder => folder.DropAsync(cancellationToken)),
        ]);

    public void Dispose() => _highWater.Dispose();

    private IEnumerable<BlobFolder> Folders => [_materials, _incoming, _rules];

    /// <summary>Whether the search key is the one that this store was begun with; remembers it in a new store.</summary>
    private async Task<bool> FitsKeysAsync(CancellationToken cancellationToken)
    {
        const string Partition = "marks";
        const string Row = "search-key";
        var mark = _keys.Search.HashOf("store", "");
        await _tables.Settings.AddAsync(new TableEntity(Partition, Row) { ["Mark"] = mark }, cancellationToken);
        var stored = await _tables.Settings.FindAsync(Partition, Row, cancellationToken);
        return stored is not null && CryptographicOperations.FixedTimeEquals(stored.GetBinary("Mark"), mark);
    }
}
