using Enrollment.Sqlite.Connections;

namespace Enrollment.Tests.Stores;

/// <summary>A transaction that does not come to its end keeps nobody from reading.</summary>
public sealed class SqliteHeldUpTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-held-up-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Rows_are_read_elsewhere_as_they_were_before_it()
    {
        var file = Path.Combine(_folder.FullName, "x.db");
        using var goOn = new ManualResetEventSlim();
        await using var writer = new Writer(StoreConnection.OpenWriter(file), file);
        await using var readers = new Readers(file, writer);
        await writer.WriteAsync(connection => connection.Execute("CREATE TABLE rows (id INTEGER)"), Stop);

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

    private static Task<long?> CountAsync(Readers readers) =>
        readers.FindAsync(connection => connection.Number("SELECT count(*) FROM rows"), Stop);
}
