using Enrollment.Applications;
using Enrollment.Sqlite;

namespace Enrollment.Tests.Stores;

public sealed class SqliteBackupTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly SqliteStoreUnderTest _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string BackupFolder => Path.Combine(_store.Folder, "backup");

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_restored_backup_has_what_was_there_when_it_was_made()
    {
        var application = await AddAsync(1);
        await _store.Files.WriteAsync(application.Id, "photo", new byte[] { 1, 2, 3 }, Stop);
        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);
        var later = await AddAsync(2);
        await _store.Files.WriteAsync(application.Id, "photo", new byte[] { 4 }, Stop);

        await using var restored = await RestoreAsync();

        Assert.Equal(
            new StoredApplication(application, 1),
            await restored.Applications.FindAsync(application.Id, Stop)
        );
        Assert.Equal([1, 2, 3], await restored.Files.ReadAsync(application.Id, "photo", Stop));
        Assert.Null(await restored.Applications.FindAsync(later.Id, Stop));
        Assert.Empty(await restored.DamageAsync(Stop));
    }

    [Fact]
    public async Task A_backup_holds_no_key()
    {
        await AddAsync(1);

        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);

        var names = Directory
            .GetFiles(BackupFolder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(BackupFolder, path));
        Assert.Equal(["enrollment.db", "manifest.json"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_was_erased_after_the_backup_does_not_come_back()
    {
        var application = await AddAsync(1);
        await _store.Files.WriteAsync(application.Id, "photo", new byte[] { 1 }, Stop);
        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);
        await _store.Sqlite.EraseAsync(application.Id, Now, Stop);

        await using var restored = await RestoreAsync();

        Assert.Null(await restored.Applications.FindAsync(application.Id, Stop));
        Assert.Null(await restored.Files.ReadAsync(application.Id, "photo", Stop));
        Assert.Equal([new Erasure(application.Id, Now)], await restored.ErasedAsync(Stop));
    }

    [Fact]
    public async Task On_another_machine_with_keys_from_before_the_list_of_a_later_backup_keeps_the_erased_away()
    {
        var application = await AddAsync(1);
        await _store.Files.WriteAsync(application.Id, "photo", new byte[] { 1 }, Stop);
        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);
        var elsewhere = Path.Combine(_store.Folder, "elsewhere-keys");
        Directory.CreateDirectory(elsewhere);
        File.Copy(Path.Combine(_store.KeyFolder, "master.key"), Path.Combine(elsewhere, "master.key"));
        await _store.Sqlite.EraseAsync(application.Id, Now, Stop);
        var later = Path.Combine(_store.Folder, "later");
        await _store.Sqlite.BackupAsync(later, Now.AddDays(1), Stop);

        var options = new SqliteStoreOptions
        {
            DataFolder = Path.Combine(_store.Folder, "elsewhere"),
            KeyFolder = elsewhere,
        };
        var (madeAt, erased) = await SqliteStore.RestoreAsync(
            BackupFolder,
            options,
            Path.Combine(later, "erasures.log")
        );

        Assert.Equal((Now, application.Id), (madeAt, Assert.Single(erased).Application));
        await using var restored = SqliteStore.Open(options);
        Assert.Null(await restored.Applications.FindAsync(application.Id, Stop));
        Assert.Null(await restored.Files.ReadAsync(application.Id, "photo", Stop));
        Assert.Empty(await restored.Index.AllAsync(null, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_backup_from_before_a_rotation_can_be_restored()
    {
        var application = await AddAsync(1);
        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);
        await _store.Sqlite.RotateMasterKeyAsync(Stop);

        await using var restored = await RestoreAsync();

        Assert.NotNull(await restored.Applications.FindAsync(application.Id, Stop));
    }

    [Fact]
    public async Task A_backup_that_was_changed_is_refused()
    {
        var application = await AddAsync(1);
        await _store.Files.WriteAsync(application.Id, "photo", new byte[] { 1 }, Stop);
        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);
        var photo = Path.Combine(BackupFolder, "materials", application.Id.Value, "photo");
        File.Delete(photo);
        await File.WriteAllBytesAsync(photo, new byte[30], Stop);

        await AssertFaultAsync(StoreFault.Damaged, RestoreAsync);
    }

    [Fact]
    public async Task Neither_backup_nor_restore_writes_into_a_folder_that_has_something()
    {
        await AddAsync(1);
        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);

        await AssertFaultAsync(StoreFault.Setting, () => _store.Sqlite.BackupAsync(BackupFolder, Now, Stop));
        await AssertFaultAsync(StoreFault.Setting, () => SqliteStore.RestoreAsync(BackupFolder, _store.Options));
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_no_backup()
    {
        Directory.CreateDirectory(BackupFolder);

        await AssertFaultAsync(StoreFault.Setting, RestoreAsync);
    }

    [Fact]
    public async Task A_backup_made_while_others_write_is_whole()
    {
        var application = await AddAsync(1);
        var writing = Task.Run(
            async () =>
            {
                for (var n = 2; n < 40; n++)
                {
                    await AddAsync(n);
                    await _store.Files.WriteAsync(application.Id, $"file-{n}", new byte[100], Stop);
                }
            },
            Stop
        );

        await _store.Sqlite.BackupAsync(BackupFolder, Now, Stop);
        await writing;

        await using var restored = await RestoreAsync();
        Assert.Empty(await restored.DamageAsync(Stop));
        foreach (var id in await restored.Index.AllAsync(null, Stop).ToListAsync(Stop))
        {
            Assert.NotNull(await restored.Applications.FindAsync(id, Stop));
        }
    }

    private async Task<Application> AddAsync(int n)
    {
        var application = Sample.Invited(n);
        Assert.Equal(CommitResult.Committed, await _store.Applications.CommitAsync(Sample.Opening(application), Stop));
        return application;
    }

    private async Task<SqliteStore> RestoreAsync()
    {
        var options = new SqliteStoreOptions
        {
            DataFolder = Path.Combine(_store.Folder, "restored"),
            KeyFolder = _store.KeyFolder,
        };
        await SqliteStore.RestoreAsync(BackupFolder, options);
        return SqliteStore.Open(options);
    }

    private static async Task AssertFaultAsync(StoreFault fault, Func<Task> action) =>
        Assert.Equal(fault, (await Assert.ThrowsAsync<StoreUnavailableException>(action)).Fault);
}
