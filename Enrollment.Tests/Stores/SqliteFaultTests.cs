using Enrollment.Applications;
using Enrollment.Sqlite;
using Microsoft.Data.Sqlite;

namespace Enrollment.Tests.Stores;

/// <summary>A store that can't be used says why, in one kind of exception.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-faults-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SqliteStoreOptions Options => new() { DataFolder = Path.Combine(_folder.FullName, "data") };

    private string DatabaseFile => Path.Combine(Options.DataFolder, "enrollment.db");

    private string KeyFile => Path.Combine(_folder.FullName, "data-keys", "master.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_newer_database_is_not_opened()
    {
        await BeginAsync();
        Execute("PRAGMA user_version = 9999");

        var exception = AssertFault(StoreFault.TooNew);
        Assert.Contains("9999", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_damaged()
    {
        await BeginAsync();
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 10_000), Stop);

        AssertFault(StoreFault.Damaged);
    }

    [Fact]
    public async Task Data_without_its_key_file_is_not_opened_and_no_new_key_is_made()
    {
        await BeginAsync();
        File.Delete(KeyFile);

        AssertFault(StoreFault.Keys);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task Another_stores_keys_are_refused()
    {
        await BeginAsync();
        var other = new SqliteStoreOptions { DataFolder = Path.Combine(_folder.FullName, "other") };
        await SqliteStore.Open(other).DisposeAsync();
        File.Copy(Path.Combine(_folder.FullName, "other-keys", "master.key"), KeyFile, overwrite: true);

        AssertFault(StoreFault.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"current":"00000000","masterKeys":{},"searchKey":""}""")]
    [InlineData("not json")]
    public async Task A_broken_key_file_is_refused(string content)
    {
        await BeginAsync();
        await File.WriteAllTextAsync(KeyFile, content, Stop);

        AssertFault(StoreFault.Keys);
    }

    [Fact]
    public async Task Of_many_first_starts_at_once_all_share_one_key()
    {
        var starts = Enumerable.Range(1, 6).Select(n => Task.Run(() => StartAsync(n), Stop));

        var started = (await Task.WhenAll(starts)).OfType<Application>().ToList();

        Assert.NotEmpty(started);
        await using var store = SqliteStore.Open(Options);
        foreach (var application in started)
        {
            Assert.NotNull(await store.Applications.FindAsync(application.Id, Stop));
        }
    }

    [Fact]
    public async Task A_key_folder_that_is_there_keeps_its_rights()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "keys"));
        var before = OperatingSystem.IsWindows() ? default : folder.UnixFileMode;
        var options = new SqliteStoreOptions { DataFolder = Options.DataFolder, KeyFolder = folder.FullName };

        await SqliteStore.Open(options).DisposeAsync();

        folder.Refresh();
        Assert.Equal(before, OperatingSystem.IsWindows() ? default : folder.UnixFileMode);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "master.key")));
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_named_as_such()
    {
        await File.WriteAllTextAsync(Options.DataFolder, "a file in its place", Stop);

        AssertFault(StoreFault.NotWritable);
    }

    [Theory]
    [InlineData("data/keys")]
    [InlineData("data")]
    public void Keys_within_the_data_folder_are_refused(string keyFolder)
    {
        var options = new SqliteStoreOptions
        {
            DataFolder = Options.DataFolder,
            KeyFolder = Path.Combine(_folder.FullName, keyFolder),
        };

        var exception = Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open(options));
        Assert.Equal(StoreFault.Setting, exception.Fault);
    }

    [Fact]
    public async Task A_state_moved_to_another_application_does_not_open_there()
    {
        var (first, second) = (Sample.Invited(1), Sample.Invited(2));
        await BeginAsync(first, second);
        Execute(
            $"""
            UPDATE states SET body = (SELECT body FROM states WHERE application_id = '{first.Id}')
            WHERE application_id = '{second.Id}'
            """
        );

        await using var store = SqliteStore.Open(Options);
        Assert.NotNull(await store.Applications.FindAsync(first.Id, Stop));
        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.Applications.FindAsync(second.Id, Stop)
        );
        Assert.Equal(StoreFault.Damaged, exception.Fault);
    }

    [Fact]
    public async Task A_changed_image_is_not_shown()
    {
        var application = Sample.Invited(1);
        await BeginAsync(application);
        await using var store = SqliteStore.Open(Options);
        await store.Files.WriteAsync(application.Id, "photo", new byte[100], Stop);
        var path = Path.Combine(Options.DataFolder, "materials", application.Id.Value, "photo");
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[50] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Stop);

        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.Files.ReadAsync(application.Id, "photo", Stop)
        );
        Assert.Equal(StoreFault.Damaged, exception.Fault);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        var store = SqliteStore.Open(Options);
        await store.DisposeAsync();

        var reading = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Staff.AllAsync(Stop));
        var writing = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            store.Sessions.EndSessionAsync("t", Stop)
        );
        Assert.Equal((StoreFault.Closed, StoreFault.Closed), (reading.Fault, writing.Fault));
    }

    [Fact]
    public async Task A_failing_job_undoes_only_itself()
    {
        await BeginAsync();
        await using var store = SqliteStore.Open(Options);
        var session = new Access.Session(
            "t1",
            "staff:s1",
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddDays(1)
        );

        var adding = store.Sessions.AddSessionAsync(session, Stop);
        var again = store.Sessions.AddSessionAsync(session, Stop);
        var other = store.Sessions.AddSessionAsync(session with { TokenHash = "t2" }, Stop);

        await adding;
        await Assert.ThrowsAsync<SqliteException>(() => again);
        await other;
        Assert.NotNull(await store.Sessions.FindSessionAsync("t1", DateTimeOffset.UnixEpoch, Stop));
        Assert.NotNull(await store.Sessions.FindSessionAsync("t2", DateTimeOffset.UnixEpoch, Stop));
    }

    [Fact]
    public async Task A_cancelled_call_that_still_waits_writes_nothing()
    {
        await using var store = SqliteStore.Open(Options);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.Applications.ReserveNumbersAsync("2026", 5, cancelled)
        );

        Assert.Equal(1, await store.Applications.ReserveNumbersAsync("2026", 1, Stop));
    }

    private async Task BeginAsync(params Application[] applications)
    {
        await using var store = SqliteStore.Open(Options);
        foreach (var application in applications)
        {
            await store.Applications.CommitAsync(Sample.Opening(application), Stop);
        }
    }

    /// <summary>Null for one that came too late to make the key, and says so.</summary>
    private async Task<Application?> StartAsync(int n)
    {
        try
        {
            var application = Sample.Invited(n);
            await using var store = SqliteStore.Open(Options);
            await store.Applications.CommitAsync(Sample.Opening(application), Stop);
            return application;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private StoreUnavailableException AssertFault(StoreFault fault)
    {
        var exception = Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open(Options));
        Assert.Equal(fault, exception.Fault);
        return exception;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
