using System.Text;
using Enrollment.Applications;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Keys;
using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.Applications;

/// <summary>
/// Effects: pending → claimed (with a lease, durable before the call) → done, failed or unknown, or pending again later
/// (DESIGN §3).
/// </summary>
internal sealed class EffectRows(Writer writer, Readers readers, DataKeys keys)
{
    public Task<IReadOnlyList<EffectAttempt>> DueAsync(
        ApplicationId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        readers.FindAsync<IReadOnlyList<EffectAttempt>>(
            connection =>
                connection.Query(
                    """
                    SELECT key, effect, attempt, was_interrupted OR state = 'claimed' FROM effects
                    WHERE application_id = $id AND due_at <= $now ORDER BY due_at, key
                    """,
                    Attempt,
                    ("$id", id.Value),
                    ("$now", now.UtcTicks)
                ),
            cancellationToken
        );

    public Task<EffectAttempt?> ClaimAsync(
        ApplicationId id,
        string key,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    ) =>
        writer.WriteAsync(
            connection =>
                connection.First(
                    """
                    UPDATE effects SET
                      was_interrupted = was_interrupted OR state = 'claimed',
                      state = 'claimed', attempt = attempt + 1, due_at = $leaseEnds
                    WHERE application_id = $id AND key = $key AND due_at <= $now
                    RETURNING key, effect, attempt, was_interrupted
                    """,
                    Attempt,
                    ("$id", id.Value),
                    ("$key", key),
                    ("$now", now.UtcTicks),
                    ("$leaseEnds", (now + lease).UtcTicks)
                ),
            cancellationToken
        );

    public async Task FinishAsync(
        ApplicationId id,
        EffectAttempt attempt,
        EffectOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        (string State, DateTimeOffset? DueAt, string? Why) end = outcome switch
        {
            EffectOutcome.Done => ("done", null, null),
            EffectOutcome.Retry retry => ("pending", retry.At, retry.Why),
            EffectOutcome.Failed failed => ("failed", null, failed.Why),
            EffectOutcome.Unknown => ("unknown", null, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        // A gateway's words may repeat the number that it was given.
        var why =
            end.Why is not null && await keys.FindAsync(id, cancellationToken) is { } key
                ? key.Seal(Encoding.UTF8.GetBytes(end.Why), SealedPlace.EffectReason(id, attempt.Key))
                : null;
        await writer.WriteAsync(
            connection =>
                connection.Execute(
                    """
                    UPDATE effects SET state = $state, due_at = $due, why = $why
                    WHERE application_id = $id AND key = $key AND state = 'claimed' AND attempt = $attempt
                    """,
                    ("$state", end.State),
                    ("$due", end.DueAt?.UtcTicks),
                    ("$why", why),
                    ("$id", id.Value),
                    ("$key", attempt.Key),
                    ("$attempt", attempt.Attempt)
                ),
            cancellationToken
        );
    }

    public Task<IReadOnlyList<StuckEffect>> StuckAsync(int limit, CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<StuckEffect>>(
            connection =>
                connection.Query(
                    """
                    SELECT e.application_id, e.key, e.effect, e.why, k.wrapped
                    FROM effects e JOIN data_keys k ON k.application_id = e.application_id
                    WHERE e.state IN ('failed', 'unknown') ORDER BY e.application_id, e.key LIMIT $limit
                    """,
                    Stuck,
                    ("$limit", limit)
                ),
            cancellationToken
        );

    private static EffectAttempt Attempt(SqliteDataReader row) =>
        new(row.GetString(0), EffectOf(row.GetString(1)), row.GetInt32(2), row.GetBoolean(3));

    private static Effect EffectOf(string json) => StoredJson.Read<Effect>(Encoding.UTF8.GetBytes(json));

    private StuckEffect Stuck(SqliteDataReader row)
    {
        var (application, key) = (row.Application(0), row.GetString(1));
        var why = row.IsDBNull(3)
            ? ""
            : Encoding.UTF8.GetString(
                keys.Unwrap(row.Bytes(4), application).Open(row.Bytes(3), SealedPlace.EffectReason(application, key))
            );
        return new StuckEffect(application, key, EffectOf(row.GetString(2)), why);
    }
}
