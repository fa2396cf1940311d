using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.Connections;

/// <summary>How values stand in rows: instants as UTC ticks, ids as text.</summary>
internal static class Rows
{
    public static DateTimeOffset Instant(this SqliteDataReader row, int column) =>
        new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string? Text(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static ApplicationId Application(this SqliteDataReader row, int column) =>
        ApplicationId.Parse(row.GetString(column));
}
