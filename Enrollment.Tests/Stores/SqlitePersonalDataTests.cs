using System.Text;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Sqlite;

namespace Enrollment.Tests.Stores;

/// <summary>What lies in the data folder tells nothing of a person, and an erased person does not come back.</summary>
public sealed class SqlitePersonalDataTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly SqliteStoreUnderTest _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Nothing_personal_can_be_read_in_the_data_folder()
    {
        var application = await FillAsync();

        // With the log of writes, and once more when it has been written into the database.
        AssertNothingReadable(application);
        await _store.Sqlite.DisposeAsync();
        AssertNothingReadable(application);
        await _store.ReopenAsync();
    }

    [Fact]
    public async Task The_key_file_is_the_owners_alone()
    {
        await FillAsync();
        var keyFile = Path.Combine(_store.KeyFolder, "master.key");

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(OwnersAlone, File.GetUnixFileMode(keyFile));
            Assert.Equal(OwnersAlone | UnixFileMode.UserExecute, File.GetUnixFileMode(_store.KeyFolder));
            await _store.Sqlite.RotateMasterKeyAsync(Stop);
            Assert.Equal(OwnersAlone, File.GetUnixFileMode(keyFile));
        }
    }

    [Fact]
    public async Task An_erased_person_is_gone_and_the_skeleton_stays()
    {
        var application = await FillAsync();
        var other = Sample.Invited(2);
        await _store.Applications.CommitAsync(Sample.Opening(other), Stop);

        await _store.Sqlite.EraseAsync(application.Id, Now, Stop);

        await AssertErasedAsync(application);
        Assert.Equal([new Erasure(application.Id, Now)], await _store.Sqlite.ErasedAsync(Stop));
        Assert.Equal(new StoredApplication(other, 1), await _store.Applications.FindAsync(other.Id, Stop));
        Assert.Equal([other.Id], await _store.Index.AllAsync(null, Stop).ToListAsync(Stop));
        Assert.Equal(1, (await _store.Index.CountByStageAsync("2026", Stop))[StageName.Invited]);
        Assert.Contains(application.Number, await DatabaseTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_application_takes_no_more_commits_or_texts_and_its_phone_is_free()
    {
        var application = await FillAsync();
        await _store.Sqlite.EraseAsync(application.Id, Now, Stop);

        var commit = Sample.Noting(application, 1, "late", Now);
        Assert.Equal(CommitResult.Conflict, await _store.Applications.CommitAsync(commit, Stop));
        Assert.Equal(CommitResult.Conflict, await _store.Applications.CommitAsync(Sample.Opening(application), Stop));
        await _store.TextMessages.SaveAsync(Sample.Text(application, "m1", Now), Stop);
        Assert.Null(await _store.TextMessages.FindAsync("m1", Stop));
        var again = Sample.Invited(9) with { Account = application.Account };
        Assert.Equal(CommitResult.Committed, await _store.Applications.CommitAsync(Sample.Opening(again), Stop));
    }

    [Fact]
    public async Task An_erasure_that_was_broken_off_goes_on_at_the_next_start()
    {
        var application = await FillAsync();
        await _store.Sqlite.DisposeAsync();
        await File.AppendAllTextAsync(
            Path.Combine(_store.KeyFolder, "erasures.log"),
            $"\n{application.Id} {Now.UtcDateTime:O}\n",
            Stop
        );

        await _store.ReopenAsync();

        await AssertErasedAsync(application);
    }

    [Fact]
    public async Task After_a_rotation_everything_is_read_under_the_new_master_key()
    {
        var application = await FillAsync();
        var before = await File.ReadAllTextAsync(Path.Combine(_store.KeyFolder, "master.key"), Stop);

        await _store.Sqlite.RotateMasterKeyAsync(Stop);
        var second = Sample.Invited(2);
        await _store.Applications.CommitAsync(Sample.Opening(second), Stop);
        await _store.ReopenAsync();

        Assert.NotEqual(before, await File.ReadAllTextAsync(Path.Combine(_store.KeyFolder, "master.key"), Stop));
        Assert.Equal(new StoredApplication(application, 1), await _store.Applications.FindAsync(application.Id, Stop));
        Assert.Equal(new StoredApplication(second, 1), await _store.Applications.FindAsync(second.Id, Stop));
        Assert.Equal(application.Id, await _store.Index.FindByPhoneAsync("2026", Sample.Phone(1), Stop));
    }

    [Fact]
    public async Task A_store_that_is_open_elsewhere_follows_a_rotation()
    {
        await FillAsync();
        await using var elsewhere = SqliteStore.Open(_store.Options);
        await elsewhere.RotateMasterKeyAsync(Stop);
        var second = Sample.Invited(2);
        await elsewhere.Applications.CommitAsync(Sample.Opening(second), Stop);

        Assert.Equal(new StoredApplication(second, 1), await _store.Applications.FindAsync(second.Id, Stop));
    }

    private async Task<Application> FillAsync()
    {
        var application = Sample.Invited(1);
        var effect = new PlannedEffect("send/m1", new Effect.SendText("m1"), Now);
        await _store.Applications.CommitAsync(Sample.Opening(application) with { Effects = [effect] }, Stop);
        var attempt = await _store.Applications.ClaimEffectAsync(
            application.Id,
            effect.Key,
            Now,
            TimeSpan.FromMinutes(1),
            Stop
        );
        var failed = new EffectOutcome.Failed($"{Sample.Phone(1)} 停机");
        await _store.Applications.FinishEffectAsync(application.Id, attempt!, failed, Stop);
        await _store.Files.WriteAsync(application.Id, "photo", Encoding.UTF8.GetBytes("张三丰 13800000001"), Stop);
        await _store.TextMessages.SaveAsync(Sample.Text(application, "m1", Now), Stop);
        await _store.Sessions.GrantCodeAsync(Sample.Phone(1).Value, Now, Stop);
        await _store.Sessions.SaveCodeAsync(
            new SignInCode(Sample.Phone(1).Value, "0123", application.Id, Now.AddMinutes(5), 5),
            Stop
        );
        return application;
    }

    private async Task AssertErasedAsync(Application application)
    {
        Assert.Null(await _store.Applications.FindAsync(application.Id, Stop));
        Assert.Empty(await _store.Applications.ReadEventsAsync(application.Id, Stop));
        Assert.Empty(await _store.Applications.StuckEffectsAsync(10, Stop));
        Assert.Null(await _store.Index.FindByPhoneAsync("2026", Sample.Phone(1), Stop));
        var found = await _store.Index.ListAsync(new ApplicationQuery { Season = "2026", Text = "张三丰" }, Stop);
        Assert.DoesNotContain(found.Items, row => row.Id == application.Id);
        Assert.Null(await _store.Files.ReadAsync(application.Id, "photo", Stop));
        Assert.Empty(await _store.Files.ListAsync(application.Id, Stop));
        Assert.Null(await _store.TextMessages.FindAsync("m1", Stop));
    }

    private void AssertNothingReadable(Application application)
    {
        var account = application.OpenedAccount;
        string[] personal = ["张三丰", "张三", account.Phone.Value, account.IdentityNumber!.Value, account.Employer!];
        var files = Directory.GetFiles(_store.DataFolder, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Path.GetFileName(file) == "photo");
        foreach (var file in files)
        {
            var bytes = ReadShared(file);
            foreach (var text in personal)
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)));
            }
        }
    }

    private async Task<string> DatabaseTextAsync()
    {
        await _store.ReopenAsync();
        return Encoding.Latin1.GetString(ReadShared(Path.Combine(_store.DataFolder, "enrollment.db")));
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
