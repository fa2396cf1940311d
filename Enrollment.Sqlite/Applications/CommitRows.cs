using Enrollment.Applications;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Keys;

namespace Enrollment.Sqlite.Applications;

/// <summary>Writes one commit into the rows: version first, unique keys next, then everything else.</summary>
internal static class CommitRows
{
    private sealed record Found(
        long Version,
        string Stage,
        byte[]? PhoneHash,
        byte[]? IdentityHash,
        long? NameMark,
        bool IsErased
    );

    public static CommitResult Write(StoreConnection connection, SealedCommit commit, DataKeys keys)
    {
        var id = commit.Commit.State.Id.Value;
        var found = Find(connection, id);
        if ((found?.Version ?? 0) != commit.Commit.ExpectedVersion || found is { IsErased: true })
        {
            return CommitResult.Conflict;
        }
        if (commit.Commit.ExpectedVersion == 0 && commit.Commit.Events.Count == 0)
        {
            throw new ArgumentException("An application begins with an event.", nameof(commit));
        }
        if (TakenBy(connection, commit, found) is { } taken)
        {
            return taken;
        }

        WriteApplication(connection, commit, keys, found);
        WriteEvents(connection, commit, id);
        WriteEffects(connection, commit, id);
        WriteSearchTerms(connection, commit, keys, found, id);
        CountStages(connection, commit, found);
        connection.Execute(
            """
            INSERT INTO marks (name, value) VALUES ('high_water', $now)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE excluded.value > value
            """,
            ("$now", commit.Commit.Now.UtcTicks)
        );
        return CommitResult.Committed;
    }

    private static Found? Find(StoreConnection connection, string id) =>
        connection.First(
            """
            SELECT version, stage, phone_hash, identity_hash, name_mark, summary IS NULL
            FROM applications WHERE id = $id
            """,
            row => new Found(
                row.GetInt64(0),
                row.GetString(1),
                row.IsDBNull(2) ? null : row.Bytes(2),
                row.IsDBNull(3) ? null : row.Bytes(3),
                row.IsDBNull(4) ? null : row.GetInt64(4),
                row.GetBoolean(5)
            ),
            ("$id", id)
        );

    private static CommitResult? TakenBy(StoreConnection connection, SealedCommit commit, Found? found)
    {
        var season = commit.Commit.State.Season;
        if (
            !IsSame(commit.Listing.PhoneHash, found?.PhoneHash)
            && connection.Number(
                "SELECT 1 FROM applications WHERE season = $season AND phone_hash = $hash",
                ("$season", season),
                ("$hash", commit.Listing.PhoneHash)
            )
                is not null
        )
        {
            return CommitResult.PhoneTaken;
        }
        if (
            commit.Listing.IdentityHash is { } identity
            && !IsSame(identity, found?.IdentityHash)
            && connection.Number(
                "SELECT 1 FROM applications WHERE season = $season AND identity_hash = $hash",
                ("$season", season),
                ("$hash", identity)
            )
                is not null
        )
        {
            return CommitResult.IdentityNumberTaken;
        }
        return null;
    }

    private static void WriteApplication(StoreConnection connection, SealedCommit commit, DataKeys keys, Found? found)
    {
        var application = commit.Commit.State;
        var id = application.Id.Value;
        if (found is null)
        {
            keys.Add(connection, application.Id, commit.Key);
            connection.Execute(
                """
                INSERT INTO applications
                  (id, version, season, number, stage, stage_since, opened_at, needs_attention, paid_fen)
                VALUES ($id, 0, $season, $number, '', 0, $openedAt, 0, 0)
                """,
                ("$id", id),
                ("$season", application.Season),
                ("$number", application.Number),
                ("$openedAt", application.OpenedAt.UtcTicks)
            );
        }
        if (
            !IsSame(commit.Listing.PhoneHash, found?.PhoneHash)
            || !IsSame(commit.Listing.IdentityHash, found?.IdentityHash)
        )
        {
            connection.Execute(
                "UPDATE applications SET phone_hash = $phone, identity_hash = $identity WHERE id = $id",
                ("$phone", commit.Listing.PhoneHash),
                ("$identity", commit.Listing.IdentityHash),
                ("$id", id)
            );
        }

        // A decision from before the season's wakes were called for knows the old settings: it is looked at again.
        connection.Execute(
            """
            UPDATE applications SET
              version = $version, stage = $stage, stage_since = $since, programme = $programme,
              claimed_by = $claimedBy, needs_attention = $attention, paid_fen = $paid, name_mark = $nameMark,
              warnings = $warnings, summary = $summary,
              next_wake = coalesce(
                (SELECT min(at, coalesce($wake, at)) FROM wake_calls WHERE season = $season AND at > $now), $wake)
            WHERE id = $id
            """,
            ("$version", commit.Version),
            ("$stage", commit.Listing.Stage),
            ("$since", commit.Listing.Summary.StageSince.UtcTicks),
            ("$programme", commit.Listing.Summary.Programme),
            ("$claimedBy", commit.Listing.Summary.ClaimedBy),
            ("$attention", commit.Listing.Summary.NeedsAttention),
            ("$paid", commit.Listing.PaidFen),
            ("$nameMark", commit.Listing.NameMark),
            ("$warnings", commit.Listing.Summary.Warnings),
            ("$summary", commit.SealedSummary),
            ("$wake", commit.Commit.Wake?.UtcTicks),
            ("$season", application.Season),
            ("$now", commit.Commit.Now.UtcTicks),
            ("$id", id)
        );
        connection.Execute(
            """
            INSERT INTO states (application_id, version, body) VALUES ($id, $version, $body)
            ON CONFLICT (application_id) DO UPDATE SET version = excluded.version, body = excluded.body
            """,
            ("$id", id),
            ("$version", commit.Version),
            ("$body", commit.SealedState)
        );
    }

    private static void WriteEvents(StoreConnection connection, SealedCommit commit, string id)
    {
        for (var i = 0; i < commit.SealedEvents.Count; i++)
        {
            var happened = commit.Commit.Events[i];
            connection.Execute(
                """
                INSERT INTO events (application_id, sequence, kind, at, body)
                VALUES ($id, $sequence, $kind, $at, $body)
                """,
                ("$id", id),
                ("$sequence", commit.Commit.ExpectedVersion + i + 1),
                ("$kind", happened.Event.GetType().Name),
                ("$at", happened.At.UtcTicks),
                ("$body", commit.SealedEvents[i])
            );
        }
    }

    // A key that is already there was planned before: the repeat is dropped, whatever became of the first.
    private static void WriteEffects(StoreConnection connection, SealedCommit commit, string id)
    {
        foreach (var planned in commit.Commit.Effects)
        {
            connection.Execute(
                """
                INSERT INTO effects (application_id, key, state, due_at, attempt, was_interrupted, effect)
                VALUES ($id, $key, 'pending', $due, 0, 0, $effect)
                ON CONFLICT DO NOTHING
                """,
                ("$id", id),
                ("$key", planned.Key),
                ("$due", planned.DueAt.UtcTicks),
                ("$effect", System.Text.Encoding.UTF8.GetString(StoredJson.Write(planned.Effect)))
            );
        }
    }

    private static void WriteSearchTerms(
        StoreConnection connection,
        SealedCommit commit,
        DataKeys keys,
        Found? found,
        string id
    )
    {
        if (found?.NameMark == commit.Listing.NameMark)
        {
            return;
        }

        connection.Execute("DELETE FROM search_terms WHERE application_id = $id", ("$id", id));
        var marks = commit.Listing.Marks().Select(mark => ApplicationListing.MarkTerm(keys.Search, mark));
        foreach (var term in commit.Listing.NameTerms().Concat(marks))
        {
            connection.Execute(
                "INSERT INTO search_terms (term, application_id) VALUES ($term, $id)",
                ("$term", term),
                ("$id", id)
            );
        }
    }

    private static void CountStages(StoreConnection connection, SealedCommit commit, Found? found)
    {
        if (found?.Stage == commit.Listing.Stage)
        {
            return;
        }

        if (found is not null)
        {
            Count(connection, commit.Commit.State.Season, found.Stage, -1);
        }
        Count(connection, commit.Commit.State.Season, commit.Listing.Stage, 1);
    }

    internal static void Count(StoreConnection connection, string season, string stage, int more) =>
        connection.Execute(
            """
            INSERT INTO stage_counts (season, stage, applications) VALUES ($season, $stage, $more)
            ON CONFLICT (season, stage) DO UPDATE SET applications = applications + excluded.applications
            """,
            ("$season", season),
            ("$stage", stage),
            ("$more", more)
        );

    private static bool IsSame(byte[]? left, byte[]? right) =>
        left is null || right is null ? left == right : left.AsSpan().SequenceEqual(right);
}
