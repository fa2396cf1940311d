using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Sqlite;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Benchmarks.Load;

/// <summary>A data folder with a season and as many applications as asked for, on the disk of the working folder.</summary>
internal sealed class LoadedSite : IDisposable
{
    public const string UserName = "reviewer";
    public const string Password = "a password of the benchmark";

    private readonly string _folder = Path.Combine(
        Directory.GetCurrentDirectory(),
        "benchmark-store-" + Guid.NewGuid().ToString("N")
    );

    public string Data => Path.Combine(_folder, "data");

    public SqliteStore Open() => SqliteStore.Open(new SqliteStoreOptions { DataFolder = Data });

    /// <param name="like">What each of them is like, but for its number and its phone.</param>
    /// <returns>Their ids.</returns>
    public async Task<List<ApplicationId>> FillAsync(int applications, AnApplication like)
    {
        await using var store = Open();
        await store.Seasons.SaveAsync(like.Season, CancellationToken.None);
        await AddReviewerAsync(store);
        var watch = Stopwatch.StartNew();
        var ids = Enumerable
            .Range(0, applications)
            .Select(n => ApplicationId.New(like.Now.AddMilliseconds(n)))
            .ToList();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, applications),
            new ParallelOptions { MaxDegreeOfParallelism = 128 },
            async (n, stopping) =>
            {
                var commit = like.Numbered(n + 1).With(one => Identified(one, n)).AsCommit(ids[n]);
                commit = commit with { Wake = Lifecycle.NextWake(like.Season, commit.State) };
                await store.Applications.CommitAsync(commit, stopping);
            }
        );
        Console.WriteLine($"{applications} applications stored in {watch.Elapsed.TotalSeconds:0} s");
        return ids;
    }

    /// <summary>A session for each, as if they had signed in.</summary>
    /// <returns>The cookies' values.</returns>
    public static async Task<List<string>> SignInAsync(
        SqliteStore store,
        IReadOnlyList<ApplicationId> ids,
        DateTimeOffset now
    )
    {
        var tokens = ids.Select(_ => Guid.NewGuid().ToString("N")).ToList();
        await Task.WhenAll(
            ids.Select(
                (id, n) =>
                    store.Sessions.AddSessionAsync(
                        new(HashOf(tokens[n]), Session.SubjectOf(id), now, now.AddHours(24)),
                        CancellationToken.None
                    )
            )
        );
        return tokens;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>With an identity number that nobody else has, of the sample form's birth date and sex.</summary>
    private static Happened Identified(Happened one, int n)
    {
        if (one.Event is not Event.AccountOpened opened)
        {
            return one;
        }
        // Sequence numbers of men are odd; each district has five hundred of them a day.
        var digits = $"{110_101 + n / 500}{SampleForm.Number[6..14]}{2 * (n % 500) + 1:000}";
        var number = IdentityNumber.Parse(digits + IdentityNumber.CheckCharacter(digits));
        return one with { Event = opened with { Account = opened.Account with { IdentityNumber = number } } };
    }

    /// <summary>What the store knows of a session's token.</summary>
    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static async Task AddReviewerAsync(SqliteStore store)
    {
        var account = new StaffAccount
        {
            Id = UserName,
            UserName = UserName,
            Name = "李审核",
            Roles = [Role.Reviewer],
        };
        var passwords = new StaffPasswords(store.Staff, new ServerClock(TimeProvider.System));
        await store.Staff.SaveAsync(
            account with
            {
                PasswordHash = passwords.Hash(account, Password),
            },
            CancellationToken.None
        );
    }
}

/// <summary>Time that stands still, so that no deadline passes while something is measured.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
