using Enrollment.Applications;
using Enrollment.Operation;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite;

/// <summary>The health of the database and its disk.</summary>
internal sealed class SqliteGauge(SqliteStoreOptions options, Writer writer, Readers readers) : IStoreGauge
{
    private const string LastBackup = "last_backup";

    public async Task<StoreReading> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reading = new StoreReading
        {
            Kind = "SQLite",
            NeedsBackups = true,
            FreeBytes = FreeBytes(),
            Bytes = Bytes(),
        };
        try
        {
            await writer.WriteAsync(
                connection =>
                {
                    connection.Execute(
                        "INSERT OR REPLACE INTO marks (name, value) VALUES ('probe', $at)",
                        ("$at", now.UtcTicks)
                    );
                },
                cancellationToken
            );
            return reading with { LastBackup = await LastBackupAsync(cancellationToken) };
        }
        catch (StoreUnavailableException fault)
        {
            return reading with { Fault = fault.Fault };
        }
    }

    public static void NoteBackup(StoreConnection connection, DateTimeOffset at) =>
        connection.Execute(
            "INSERT OR REPLACE INTO marks (name, value) VALUES ($name, $at)",
            ("$name", LastBackup),
            ("$at", at.UtcTicks)
        );

    private Task<DateTimeOffset?> LastBackupAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection =>
                connection.Number("SELECT value FROM marks WHERE name = $name", ("$name", LastBackup)) is { } ticks
                    ? new DateTimeOffset(ticks, TimeSpan.Zero)
                    : (DateTimeOffset?)null,
            cancellationToken
        );

    private long? FreeBytes()
    {
        try
        {
            return new DriveInfo(options.FullDataFolder).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private long Bytes() =>
        new[] { options.DatabaseFile, options.DatabaseFile + "-wal" }
            .Select(path => new FileInfo(path))
            .Sum(file => file.Exists ? file.Length : 0);
}
