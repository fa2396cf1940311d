using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;
using Enrollment.Sealing;
using Enrollment.Serialization;

namespace Enrollment.Azure.Applications;

/// <summary>The log, the state and the counters; commits, effects and wakes are in classes of their own.</summary>
internal sealed class AzureApplicationStore(
    Tables tables,
    Commits commits,
    AzureEffects effects,
    Wakes wakes,
    WakeCalls calls,
    HighWater highWater,
    KeyRing ring
) : IApplicationStore
{
    private const string NumbersPartition = "numbers";

    public async Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var row = await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken);
        return row is null || new Head(row) is not { IsErased: false } head
            ? null
            : new StoredApplication(Faults.Translating(() => head.StateOf(ring)), head.Version);
    }

    public Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken) =>
        commits.WriteAsync(commit, cancellationToken);

    public async Task<IReadOnlyList<Happened>> ReadEventsAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        if (await DataKeys.FindAsync(tables, ring, id, cancellationToken) is not { } key)
        {
            return [];
        }
        var events = new List<Happened>();
        await foreach (
            var row in tables.Applications.QueryAsync(
                $"PartitionKey eq {id.Value} and RowKey ge {"event_"}",
                cancellationToken
            )
        )
        {
            var place = SealedPlace.Event(id, events.Count + 1);
            events.Add(Faults.Translating(() => StoredJson.Read<Happened>(key.Open(row.GetParts("Body"), place))));
        }
        return events;
    }

    public Task<IReadOnlyList<EffectAttempt>> DueEffectsAsync(
        ApplicationId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => effects.DueAsync(id, now, cancellationToken);

    public Task<EffectAttempt?> ClaimEffectAsync(
        ApplicationId id,
        string key,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => effects.ClaimAsync(id, key, now, lease, cancellationToken);

    public Task FinishEffectAsync(
        ApplicationId id,
        EffectAttempt attempt,
        EffectOutcome outcome,
        CancellationToken cancellationToken
    ) => effects.FinishAsync(id, attempt, outcome, cancellationToken);

    public Task<IReadOnlyList<StuckEffect>> StuckEffectsAsync(int limit, CancellationToken cancellationToken) =>
        effects.StuckAsync(limit, cancellationToken);

    public Task<DateTimeOffset?> NextWakeAsync(ApplicationId id, CancellationToken cancellationToken) =>
        wakes.NextAsync(id, cancellationToken);

    public Task<IReadOnlyList<ApplicationId>> DueAsync(
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) => wakes.DueAsync(now, limit, cancellationToken);

    public Task<DateTimeOffset?> EarliestWakeAsync(CancellationToken cancellationToken) =>
        wakes.EarliestAsync(cancellationToken);

    public Task WakeAllAsync(string season, DateTimeOffset now, CancellationToken cancellationToken) =>
        calls.CallAsync(season, now, cancellationToken);

    public Task<DateTimeOffset> HighWaterAsync(CancellationToken cancellationToken) =>
        highWater.ReadAsync(cancellationToken);

    public async Task<int> ReserveNumbersAsync(string season, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        while (true)
        {
            var row = await tables.Settings.FindAsync(NumbersPartition, RowKeys.Escape(season), cancellationToken);
            var first = row?.GetInt32("Next") ?? 1;
            var next = new TableEntity(NumbersPartition, RowKeys.Escape(season)) { ["Next"] = first + count };
            var written = row is null
                ? await tables.Settings.AddAsync(next, cancellationToken)
                : await tables.Settings.ReplaceAsync(next, row.ETag, cancellationToken);
            if (written is not null)
            {
                return first;
            }
            await Task.Delay(Random.Shared.Next(1, 20), cancellationToken);
        }
    }
}
