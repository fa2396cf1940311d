using Enrollment.Sqlite.Connections;

namespace Enrollment.Tests.Stores;

/// <summary>What the log holds reaches the database file while the store is in use, and the log does not grow for ever.</summary>
public sealed class SqliteCheckpointTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-checkpoints-");

    private string Database => Path.Combine(_folder.FullName, "x.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task While_it_is_written_the_database_follows_and_the_log_begins_anew()
    {
        using var writer = StoreConnection.OpenWriter(Database);
        writer.Execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        await using var checkpoints = new Checkpoints(Database, between: 200, longLog: 500);

        // Thirty times as much as the log may hold, and never a moment's rest.
        for (var i = 0; i < 3_000; i++)
        {
            writer.Execute(
                "INSERT INTO rows (body) VALUES (zeroblob(3000)), (zeroblob(3000)), (zeroblob(3000)), (zeroblob(3000)), (zeroblob(3000))"
            );
            checkpoints.After(writer);
        }

        Assert.InRange(new FileInfo(Database).Length, 35 * Megabyte, long.MaxValue);
        Assert.InRange(new FileInfo(Database + "-wal").Length, 1, 20 * Megabyte);
    }
}
