using Enrollment.Applications;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Keys;

namespace Enrollment.Sqlite.Applications;

/// <summary>The log, the state and the wakes; effects are in <see cref="EffectRows"/>.</summary>
internal sealed class SqliteApplicationStore(Writer writer, Readers readers, DataKeys keys) : IApplicationStore
{
    private readonly EffectRows _effects = new(writer, readers, keys);

    public async Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var found = await readers.FindAsync(
            connection =>
                connection.First(
                    """
                    SELECT s.version, s.body, k.wrapped
                    FROM states s JOIN data_keys k ON k.application_id = s.application_id
                    WHERE s.application_id = $id
                    """,
                    row => new SealedRow(row.GetInt64(0), row.Bytes(1), row.Bytes(2)),
                    ("$id", id.Value)
                ),
            cancellationToken
        );
        return found is null ? null : Faults.Translating(() => Opened(id, found));
    }

    public async Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken)
    {
        // One that came with the state may be erased by now: then the row is, too, and nothing is written.
        var key =
            commit.ExpectedVersion == 0
                ? DataKey.New()
                : commit.Key ?? await keys.FindAsync(commit.State.Id, cancellationToken);
        if (key is null)
        {
            // Not there, or erased since it was read.
            return CommitResult.Conflict;
        }

        var sealedCommit = new SealedCommit(commit, key, keys.Search);
        return await writer.WriteAsync(
            connection => CommitRows.Write(connection, sealedCommit, keys),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<Happened>> ReadEventsAsync(ApplicationId id, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<Happened>>(
            connection =>
            {
                var rows = connection.Query(
                    """
                    SELECT e.sequence, e.body, k.wrapped
                    FROM events e JOIN data_keys k ON k.application_id = e.application_id
                    WHERE e.application_id = $id ORDER BY e.sequence
                    """,
                    row => (Sequence: row.GetInt64(0), Body: row.Bytes(1), Wrapped: row.Bytes(2)),
                    ("$id", id.Value)
                );
                if (rows.Count == 0)
                {
                    return [];
                }

                var key = keys.Unwrap(rows[0].Wrapped, id);
                return
                [
                    .. rows.Select(row =>
                        StoredJson.Read<Happened>(key.Open(row.Body, SealedPlace.Event(id, row.Sequence)))
                    ),
                ];
            },
            cancellationToken
        );

    public Task<IReadOnlyList<EffectAttempt>> DueEffectsAsync(
        ApplicationId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => _effects.DueAsync(id, now, cancellationToken);

    public Task<EffectAttempt?> ClaimEffectAsync(
        ApplicationId id,
        string key,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) => _effects.ClaimAsync(id, key, now, lease, cancellationToken);

    public Task FinishEffectAsync(
        ApplicationId id,
        EffectAttempt attempt,
        EffectOutcome outcome,
        CancellationToken cancellationToken
    ) => _effects.FinishAsync(id, attempt, outcome, cancellationToken);

    public Task<IReadOnlyList<StuckEffect>> StuckEffectsAsync(int limit, CancellationToken cancellationToken) =>
        _effects.StuckAsync(limit, cancellationToken);

    public Task<DateTimeOffset?> NextWakeAsync(ApplicationId id, CancellationToken cancellationToken) =>
        readers.FindAsync(connection => WakeRows.Next(connection, id), cancellationToken);

    public Task<IReadOnlyList<ApplicationId>> DueAsync(
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    ) => readers.FindAsync(connection => WakeRows.Due(connection, now, limit), cancellationToken);

    public Task<DateTimeOffset?> EarliestWakeAsync(CancellationToken cancellationToken) =>
        readers.FindAsync(WakeRows.Earliest, cancellationToken);

    public Task WakeAllAsync(string season, DateTimeOffset now, CancellationToken cancellationToken) =>
        writer.WriteAsync(connection => WakeRows.WakeAll(connection, season, now), cancellationToken);

    public Task<DateTimeOffset> HighWaterAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection => Rows.Instant(connection.Number("SELECT value FROM marks WHERE name = 'high_water'") ?? 0),
            cancellationToken
        );

    public Task<int> ReserveNumbersAsync(string season, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return writer.WriteAsync(
            connection =>
                connection.First(
                    """
                    INSERT INTO numbers (season, next) VALUES ($season, 1 + $count)
                    ON CONFLICT (season) DO UPDATE SET next = next + $count
                    RETURNING next - $count
                    """,
                    row => row.GetInt32(0),
                    ("$season", season),
                    ("$count", count)
                ),
            cancellationToken
        );
    }

    private StoredApplication Opened(ApplicationId id, SealedRow row)
    {
        var key = keys.Unwrap(row.Wrapped, id);
        var body = key.Open(row.Body, SealedPlace.State(id, row.Version));
        return new StoredApplication(StoredJson.Read<Application>(body), row.Version) { Key = key };
    }

    private sealed record SealedRow(long Version, byte[] Body, byte[] Wrapped);
}
