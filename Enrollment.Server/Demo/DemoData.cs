using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Server.Simulation;

namespace Enrollment.Server.Demo;

/// <summary>
/// Fills an empty data folder for <c>--demo</c>: a season in full swing, staff of each role and candidates in all
/// stages, two of them about to pay, played through the API over the last nine days; the sign-ins are left in demo.json.
/// </summary>
internal static class DemoData
{
    public const string SignInsFile = "demo.json";

    private const int Seed = 7;
    private const int FirstDay = -9;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    public static bool IsEmpty(string dataFolder) =>
        !Directory.Exists(dataFolder) || !Directory.EnumerateFileSystemEntries(dataFolder).Any();

    public static async Task FillAsync(string dataFolder, string? keyFolder, DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now);
        var place = new SimulatedPlace(dataFolder, keyFolder, MadeUpSeason.Around(today), Pace.OfDemo);
        var start = ChinaTime.At(today.AddDays(FirstDay), new TimeOnly(8, 0));
        await using var played = await SimulatedSeason.StartAsync(place, start);
        await played.PlayAsync([.. PartsOn(today)], Seed, now);
        await WriteSignInsAsync(played, dataFolder);
    }

    /// <summary>Who they are, by the day on which their account was opened.</summary>
    private static IEnumerable<Part> PartsOn(DateOnly today)
    {
        (int DaysAgo, Fate[] Fates)[] cohorts =
        [
            (
                9,
                [
                    Fate.Straight,
                    Fate.Careless,
                    Fate.PrintedByDesk,
                    Fate.Unpaid,
                    Fate.Unpaid,
                    Fate.NoShow,
                    Fate.Owes,
                    Fate.Rejected,
                    Fate.Withdraws,
                    Fate.Silent,
                    Fate.TooLate,
                    Fate.Mispaid,
                ]
            ),
            (5, [Fate.Straight, Fate.NoShow, Fate.ReturnedOnce]),
            (3, [Fate.NotReviewed, Fate.NotReviewed]),
            (2, [Fate.TooLate, Fate.TooLate]),
            (1, [Fate.Unreachable, Fate.Silent]),
        ];
        return cohorts.SelectMany(cohort =>
            cohort.Fates.Select(fate => new Part(fate, today.AddDays(-cohort.DaysAgo)))
        );
    }

    private static async Task WriteSignInsAsync(SimulatedSeason played, string dataFolder)
    {
        var store = played.Services.GetRequiredService<IApplicationStore>();
        var index = played.Services.GetRequiredService<IApplicationIndex>();
        var candidates = new List<object>();
        await foreach (var id in index.AllAsync(played.Season.Id, CancellationToken.None))
        {
            var application = (await store.FindAsync(id, CancellationToken.None))!.Application;
            candidates.Add(
                new
                {
                    number = application.Number,
                    name = application.OpenedAccount.Name,
                    phone = application.OpenedAccount.Phone.Value,
                    stage = WireName.Of(application.Stage.Name),
                    stageWords = StageWords.Of(application.Stage.Name, Language.Chinese),
                }
            );
        }
        var signIns = new
        {
            staff = StaffOf.All.Select(staff => new
            {
                staff.UserName,
                staff.Password,
                roles = staff.Roles,
            }),
            candidates,
            codes = "POST /api/session/code, then GET /api/demo/text-messages?phone=",
        };
        await File.WriteAllTextAsync(Path.Combine(dataFolder, SignInsFile), JsonSerializer.Serialize(signIns, Json));
    }
}
