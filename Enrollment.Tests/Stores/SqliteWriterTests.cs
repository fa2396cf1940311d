using Enrollment.Sqlite.Connections;

namespace Enrollment.Tests.Stores;

/// <summary>
/// What is written together stands or falls each by itself, and a transaction that does not come to its end keeps nobody
/// from reading.
/// </summary>
public sealed class SqliteWriterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-writer-");

    private string Database => Path.Combine(_folder.FullName, "x.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Beside_one_that_fails_each_is_written_once_and_none_that_was_cancelled()
    {
        using var goOn = new ManualResetEventSlim();
        using var cancelling = new CancellationTokenSource();
        await using var writer = await OpenAsync();
        // Those that come meanwhile are one group.
        var first = writer.WriteAsync(_ => goOn.Wait(Stop), Stop);
        var runs = 0;

        var before = AddAsync(writer, 1, Stop);
        var failing = writer.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO rows VALUES (2)");
                runs++;
                throw new InvalidOperationException("Never mind.");
            },
            Stop
        );
        var onlyOnce = writer.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO rows VALUES (3)");
                // By now it no longer waits: what it writes counts.
                cancelling.Cancel();
            },
            cancelling.Token
        );
        var cancelled = AddAsync(writer, 4, new CancellationToken(canceled: true));
        var after = AddAsync(writer, 5, Stop);
        goOn.Set();

        await Task.WhenAll(first, before, onlyOnce, after);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(2, runs);
        var rows = await writer.ReadAsync(
            connection => connection.Query("SELECT id FROM rows ORDER BY rowid", row => row.GetInt32(0)),
            Stop
        );
        Assert.Equal([1, 3, 5], rows);
    }

    [Fact]
    public async Task One_that_failed_in_company_and_then_does_not_is_written()
    {
        await using var writer = await OpenAsync();
        var runs = 0;

        await writer.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO rows VALUES (1)");
                if (++runs == 1)
                {
                    throw new InvalidOperationException("Never mind.");
                }
            },
            Stop
        );

        Assert.Equal(1, await writer.ReadAsync(connection => connection.Number("SELECT count(*) FROM rows"), Stop));
    }

    [Fact]
    public async Task While_one_does_not_come_to_its_end_rows_are_read_elsewhere_as_they_were_before_it()
    {
        using var goOn = new ManualResetEventSlim();
        await using var writer = await OpenAsync();
        await using var readers = new Readers(Database, writer);

        var held = writer.WriteAsync(
            connection =>
            {
                connection.Execute("INSERT INTO rows VALUES (1)");
                goOn.Wait(Stop);
            },
            Stop
        );
        while (!writer.IsHeldUp)
        {
            await Task.Delay(10, Stop);
        }
        Assert.Equal(0, await CountAsync(readers).WaitAsync(TimeSpan.FromSeconds(30), Stop));

        goOn.Set();
        await held;
        Assert.False(writer.IsHeldUp);
        Assert.Equal(1, await CountAsync(readers));
    }

    private async Task<Writer> OpenAsync()
    {
        var writer = new Writer(StoreConnection.OpenWriter(Database), Database);
        await writer.WriteAsync(connection => connection.Execute("CREATE TABLE rows (id INTEGER)"), Stop);
        return writer;
    }

    private static Task<long?> CountAsync(Readers readers) =>
        readers.FindAsync(connection => connection.Number("SELECT count(*) FROM rows"), Stop);

    private static Task<int> AddAsync(Writer writer, int id, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            connection => connection.Execute("INSERT INTO rows VALUES ($id)", ("$id", id)),
            cancellationToken
        );
}
