using Enrollment.Access;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite;

/// <summary>
/// What an erasure leaves of an application: stages, times, amounts. Everything that was sealed is deleted, and with the
/// data key every copy of it is beyond reading.
/// </summary>
internal static class Erasing
{
    public static void Write(StoreConnection connection, Erasure erasure)
    {
        (string, object?) id = ("$id", erasure.Application.Value);
        var stage = connection.First(
            "SELECT season, stage FROM applications WHERE id = $id AND summary IS NOT NULL",
            row => (Season: row.GetString(0), Stage: row.GetString(1)),
            id
        );
        if (stage.Season is not null)
        {
            Applications.CommitRows.Count(connection, stage.Season, stage.Stage, -1);
        }
        connection.Execute("DELETE FROM data_keys WHERE application_id = $id", id);
        connection.Execute("DELETE FROM states WHERE application_id = $id", id);
        connection.Execute("DELETE FROM effects WHERE application_id = $id", id);
        connection.Execute("DELETE FROM search_terms WHERE application_id = $id", id);
        connection.Execute("DELETE FROM texts WHERE application_id = $id", id);
        connection.Execute("DELETE FROM codes WHERE application_id = $id", id);
        connection.Execute(
            "DELETE FROM sessions WHERE subject = $subject",
            ("$subject", Session.SubjectOf(erasure.Application))
        );
        connection.Execute("UPDATE events SET body = NULL WHERE application_id = $id", id);
        connection.Execute(
            """
            UPDATE applications SET
              phone_hash = NULL, identity_hash = NULL, name_mark = NULL, summary = NULL,
              claimed_by = NULL, needs_attention = 0, next_wake = NULL
            WHERE id = $id
            """,
            id
        );
        connection.Execute(
            "INSERT OR IGNORE INTO erasures (application_id, at) VALUES ($id, $at)",
            id,
            ("$at", erasure.At.UtcTicks)
        );
    }
}
