using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Azure;
using Enrollment.Materials;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.Server.Keys;
using Enrollment.Sqlite;

namespace Enrollment.Server.Commands;

/// <summary>Where a command's data is.</summary>
/// <param name="Connection">The storage account in place of the data folder; the keys are in the key folder all the same.</param>
internal sealed record StorePlace(string Data, string? Keys, string? Connection)
{
    public string KeyFolder => new ServerOptions { Data = Data, Keys = Keys }.KeyFolder;
}

/// <summary>Either store, as the commands use it that work on both.</summary>
internal sealed class CommandStore : IAsyncDisposable
{
    private readonly Func<ValueTask> _close;

    private CommandStore(Func<ValueTask> close) => _close = close;

    public required IApplicationStore Applications { get; init; }

    public required IApplicationIndex Index { get; init; }

    public required IMaterialFiles Files { get; init; }

    public required IStaffStore Staff { get; init; }

    public required ISeasonStore Seasons { get; init; }

    public required IJournal Journal { get; init; }

    public required IErasure Erasures { get; init; }

    /// <summary>Whose data was erased.</summary>
    public required Func<CancellationToken, Task<IReadOnlySet<ApplicationId>>> ErasedAsync { get; init; }

    /// <summary>What the database says of its own damage; a storage account keeps that to itself.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<string>>> DamageAsync { get; init; }

    /// <exception cref="StoreUnavailableException">It can't be used; the message says why.</exception>
    public static async Task<CommandStore> OpenAsync(StorePlace place, CancellationToken cancellationToken) =>
        place.Connection is { } connection
            ? Of(await OpenAzureAsync(place, connection, cancellationToken))
            : Of(SqliteStore.Open(new() { DataFolder = place.Data, KeyFolder = place.Keys }));

    public static Task<AzureStore> OpenAzureAsync(
        StorePlace place,
        string connection,
        CancellationToken cancellationToken
    ) =>
        AzureStore.OpenAsync(
            new() { Connection = connection, Keys = KeyRingFile.Open(place.KeyFolder) },
            cancellationToken
        );

    public ValueTask DisposeAsync() => _close();

    private static CommandStore Of(SqliteStore store) =>
        new(store.DisposeAsync)
        {
            Applications = store.Applications,
            Index = store.Index,
            Files = store.Files,
            Staff = store.Staff,
            Seasons = store.Seasons,
            Journal = store.Journal,
            Erasures = store.Erasures,
            ErasedAsync = async cancellationToken =>
                (await store.ErasedAsync(cancellationToken)).Select(one => one.Application).ToHashSet(),
            DamageAsync = store.DamageAsync,
        };

    private static CommandStore Of(AzureStore store) =>
        new(() =>
        {
            store.Dispose();
            return ValueTask.CompletedTask;
        })
        {
            Applications = store.Applications,
            Index = store.Index,
            Files = store.Files,
            Staff = store.Staff,
            Seasons = store.Seasons,
            Journal = store.Journal,
            Erasures = store.Erasures,
            ErasedAsync = async cancellationToken => (await store.ErasedAsync(cancellationToken)).ToHashSet(),
            DamageAsync = _ => Task.FromResult<IReadOnlyList<string>>([]),
        };
}
