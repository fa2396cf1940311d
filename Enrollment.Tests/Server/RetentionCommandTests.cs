using Enrollment.Seasons;
using Enrollment.Sqlite;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Server;

/// <summary>R16 as the operator does it: looked at, deleted, and not brought back by a backup from before.</summary>
public sealed class RetentionCommandTests : IDisposable
{
    private static readonly ApplicationId Ended = ApplicationId.Parse(new('1', 32));
    private static readonly ApplicationId Running = ApplicationId.Parse(new('2', 32));

    private readonly string _folder = Directory.CreateTempSubdirectory("enrollment-retention-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Who_is_due_is_told_then_deleted_and_stays_deleted_on_another_machine()
    {
        var data = In("data");
        await FillAsync(data);
        await DoneAsync("backup", In("before"), "--data", data);

        // A look changes nothing.
        var look = await DoneAsync("retention", "--data", data);
        Assert.Contains(": 1 due, 1 not-ended", look, StringComparison.Ordinal);
        Assert.Contains("1 would be erased; nothing was changed.", look, StringComparison.Ordinal);
        Assert.Equal((true, true), await KeptAsync(data, data + "-keys"));

        Assert.Contains("1 erased.", await DoneAsync("retention", "--apply", "--data", data), StringComparison.Ordinal);
        Assert.Equal((false, true), await KeptAsync(data, data + "-keys"));
        Assert.Contains("0 would be erased", await DoneAsync("retention", "--data", data), StringComparison.Ordinal);
        await DoneAsync("verify", "--data", data);
        await DoneAsync("backup", In("after"), "--data", data);

        // Another machine has the keys of before, and nothing of what happened since but the newest backup's list.
        Directory.CreateDirectory(In("other-keys"));
        File.Copy(Path.Combine(In("data-keys"), "master.key"), Path.Combine(In("other-keys"), "master.key"));
        var erasures = Path.Combine(In("after"), "erasures.log");
        var restored = await DoneAsync("restore", In("before"), "--data", In("other"), "--erasures", erasures);
        Assert.Contains("1 erased people stay erased", restored, StringComparison.Ordinal);
        Assert.Equal((false, true), await KeptAsync(In("other"), In("other-keys")));
        await DoneAsync("verify", "--data", In("other"));
    }

    private static async Task FillAsync(string data)
    {
        var season = ASeason.Around(ChinaTime.DateOf(TimeProvider.System.GetUtcNow()).AddYears(-3));
        await using var store = SqliteStore.Open(new() { DataFolder = data });
        await store.Seasons.SaveAsync(season, Stop);
        await store.Applications.CommitAsync(In(season, AnApplication.Abandoned(), 1).AsCommit(Ended), Stop);
        await store.Applications.CommitAsync(In(season, AnApplication.Submitted(), 2).AsCommit(Running), Stop);
    }

    private static AnApplication In(Season season, AnApplication like, int number) =>
        like.WithoutFiles().In(season).Numbered(number);

    private static async Task<(bool Ended, bool Running)> KeptAsync(string data, string keys)
    {
        await using var store = SqliteStore.Open(new() { DataFolder = data, KeyFolder = keys });
        return (
            await store.Applications.FindAsync(Ended, Stop) is not null,
            await store.Applications.FindAsync(Running, Stop) is not null
        );
    }

    private static async Task<string> DoneAsync(params string[] arguments)
    {
        var (exit, output) = await ServerProcess.RunAsync(arguments, Stop);
        Assert.True(exit == 0, output);
        return output;
    }

    private string In(string name) => Path.Combine(_folder, name);
}
