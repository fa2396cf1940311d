using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Applications;

/// <summary>When applications need attention: their wakes and their effects, each by an index.</summary>
internal static class WakeRows
{
    public static DateTimeOffset? Next(StoreConnection connection, ApplicationId id) =>
        InstantOf(
            connection.Number(
                """
                SELECT min(at) FROM (
                  SELECT next_wake AS at FROM applications WHERE id = $id
                  UNION ALL SELECT due_at FROM effects WHERE application_id = $id)
                """,
                ("$id", id.Value)
            )
        );

    public static DateTimeOffset? Earliest(StoreConnection connection) =>
        InstantOf(
            connection.Number(
                """
                SELECT min(at) FROM (
                  SELECT min(next_wake) AS at FROM applications WHERE next_wake IS NOT NULL
                  UNION ALL SELECT min(due_at) FROM effects WHERE due_at IS NOT NULL)
                """
            )
        );

    // Both indexes are read from their beginnings and merged: an application with many due effects counts once.
    public static IReadOnlyList<ApplicationId> Due(StoreConnection connection, DateTimeOffset now, int limit) =>
        connection.Distinct(
            """
            SELECT next_wake AS at, id FROM applications WHERE next_wake <= $now
            UNION ALL SELECT due_at, application_id FROM effects WHERE due_at <= $now
            ORDER BY at, id
            """,
            row => row.Application(1),
            limit,
            ("$now", now.UtcTicks)
        );

    public static void WakeAll(StoreConnection connection, string season, DateTimeOffset now)
    {
        connection.Execute(
            """
            UPDATE applications SET next_wake = $now
            WHERE season = $season AND summary IS NOT NULL AND (next_wake IS NULL OR next_wake > $now)
            """,
            ("$season", season),
            ("$now", now.UtcTicks)
        );
        connection.Execute(
            """
            INSERT INTO wake_calls (season, at) VALUES ($season, $now)
            ON CONFLICT (season) DO UPDATE SET at = max(at, excluded.at)
            """,
            ("$season", season),
            ("$now", now.UtcTicks)
        );
    }

    private static DateTimeOffset? InstantOf(long? ticks) => ticks is { } known ? Rows.Instant(known) : null;
}
