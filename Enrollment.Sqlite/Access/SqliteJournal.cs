using System.Globalization;
using System.Text;
using Enrollment.Access;
using Enrollment.Collections;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Access;

/// <summary>The staff's journal, in the order in which it was written. Its cursor is the number of the last row shown.</summary>
internal sealed class SqliteJournal(Writer writer, Readers readers) : IJournal
{
    public Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetString(StoredJson.Write(entry));
        return writer.WriteAsync(
            connection => connection.Execute("INSERT INTO journal (body) VALUES ($body)", ("$body", body)),
            cancellationToken
        );
    }

    public Task<JournalPage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        var rows = Math.Clamp(limit, 1, 200);
        var before = cursor is null ? long.MaxValue : long.Parse(cursor, NumberStyles.None);
        return readers.ReadAsync(connection => PageOf(Read(connection, before, rows + 1), rows), cancellationToken);
    }

    private static List<(long Id, JournalEntry Entry)> Read(StoreConnection connection, long before, int rows) =>
        connection.Query(
            "SELECT id, body FROM journal WHERE id < $before ORDER BY id DESC LIMIT $rows",
            row => (row.GetInt64(0), StoredJson.Read<JournalEntry>(Encoding.UTF8.GetBytes(row.GetString(1)))),
            ("$before", before),
            ("$rows", rows)
        );

    private static JournalPage PageOf(List<(long Id, JournalEntry Entry)> found, int rows) =>
        new(
            found.Take(rows).Select(row => row.Entry).ToValueList(),
            found.Count > rows ? found[rows - 1].Id.ToString(CultureInfo.InvariantCulture) : null
        );
}
