using System.Globalization;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Sqlite;

namespace Enrollment.Benchmarks.Stores;

/// <summary>A store in a folder of its own on the disk of the working folder, and applications to fill it with.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private static readonly DateTimeOffset Opening = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Clerk = new Actor.Staff("s1", "赵管理");

    private readonly string _folder = Path.Combine(
        Directory.GetCurrentDirectory(),
        "benchmark-store-" + Guid.NewGuid().ToString("N")
    );

    public TemporaryStore() =>
        Store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = Path.Combine(_folder, "data") });

    public SqliteStore Store { get; }

    public string Folder => _folder;

    public static Application Application(int n)
    {
        var digits = "370102" + Opening.AddDays(-9000 - n / 900).ToString("yyyyMMdd") + (n % 900).ToString("D3");
        var stage = (n % 10) switch
        {
            < 5 => (Stage)new Stage.Submitted(null),
            < 7 => new Stage.Draft(Opening.AddDays(5)),
            < 9 => new Stage.Paid(),
            _ => new Stage.Returned(new OpenParts([], []), null),
        };
        return Applications.Application.Unopened(ApplicationId.New(Opening.AddSeconds(n))) with
        {
            Season = "2026",
            Number = "2026" + n.ToString("D6", CultureInfo.InvariantCulture),
            Account = new Account
            {
                Name = $"{Character(n % 100)}{Character(n / 100 % 100)}{Character(n / 10_000)}",
                Phone = PhoneNumber.Parse("138" + n.ToString("D8", CultureInfo.InvariantCulture)),
                IdentityNumber = IdentityNumber.Parse(digits + IdentityNumber.CheckCharacter(digits)),
                Employer = "某县人民政府办公室",
                Programme = n % 3 == 0 ? "法学" : "公共管理",
            },
            OpenedAt = Opening.AddSeconds(n),
            Stage = stage,
            StageSince = Opening.AddSeconds(n * 7919 % 1_000_000),
        };
    }

    public Task OpenAsync(Application application) =>
        CommitAsync(
            new Commit
            {
                ExpectedVersion = 0,
                State = application,
                Events =
                [
                    new Happened(
                        new Event.AccountOpened(application.Season, application.Number, application.OpenedAccount),
                        Clerk,
                        application.OpenedAt
                    ),
                ],
                Now = application.OpenedAt,
            }
        );

    public Task NoteAsync(Application application, long version) =>
        CommitAsync(
            new Commit
            {
                ExpectedVersion = version,
                State = application,
                Events = [new Happened(new Event.NoteAdded("备注"), Clerk, application.OpenedAt)],
                Now = application.OpenedAt,
            }
        );

    public Task FillAsync(int applications) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, applications),
            new ParallelOptions { MaxDegreeOfParallelism = 128 },
            async (n, _) => await OpenAsync(Application(n))
        );

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static char Character(int n) => (char)('一' + n * 7);

    private async Task CommitAsync(Commit commit)
    {
        var result = await Store.Applications.CommitAsync(commit, CancellationToken.None);
        if (result != CommitResult.Committed)
        {
            throw new InvalidOperationException($"The commit ended as {result}.");
        }
    }
}
