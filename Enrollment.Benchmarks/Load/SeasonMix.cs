using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Enrollment.Api;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Server;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// A season's mix on a server in a process of its own: 64 candidates who read, save and upload, eight reviewers who page
/// through a queue of 10,000; what each takes, and the server's memory, minute by minute. It fails when the memory of the
/// last third has grown over that of the second by more than a tenth.
/// </summary>
internal static partial class SeasonMix
{
    private const int Applications = 10_000;
    private const int Candidates = 64;
    private const int Reviewers = 8;

    private static readonly TimeSpan CandidatesPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ReviewersPause = TimeSpan.FromMilliseconds(200);
    private static readonly byte[] Photo = SampleImages.Right(Slot.IdPhoto, seed: 7);
    private static readonly JsonSerializerOptions Json = Configured();

    /// <param name="minutes">A whole number.</param>
    public static async Task<int> RunAsync(string minutes)
    {
        var time = TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture));
        using var site = new LoadedSite();
        var now = TimeProvider.System.GetUtcNow();
        var season = ASeason.Around(ChinaTime.DateOf(now));
        await site.FillAsync(Applications, AnApplication.Submitted().In(season));
        var drafting = Drafting(season, now);
        List<string> tokens;
        await using (var store = site.Open())
        {
            var ids = new List<ApplicationId>();
            for (var n = 0; n < Candidates; n++)
            {
                ids.Add(ApplicationId.New(now.AddMilliseconds(n)));
                var commit = drafting.Numbered(Applications + 1 + n).AsCommit(ids[n]);
                await store.Applications.CommitAsync(commit, CancellationToken.None);
            }
            tokens = await LoadedSite.SignInAsync(store, ids, now);
        }

        using var server = await ServerProcess.StartAsync(site.Data, CancellationToken.None);
        using var stopping = new CancellationTokenSource(time);
        var taken = new ConcurrentDictionary<string, ConcurrentQueue<double>>(StringComparer.Ordinal);
        var people = Enumerable
            .Range(0, Candidates + Reviewers)
            .Select(_ => new Person(server.Address, taken, stopping.Token))
            .ToList();
        var work = people
            .Select((person, n) => n < Candidates ? person.DraftAsync(tokens[n], n) : person.ReviewAsync())
            .ToList();
        var memory = await WatchAsync(server, taken, stopping.Token);
        await Task.WhenAll(work);
        people.ForEach(person => person.Dispose());
        await server.KillAsync(CancellationToken.None);

        var second = memory.Skip(memory.Count / 3).Take(memory.Count / 3).DefaultIfEmpty().Average();
        var last = memory.TakeLast(memory.Count / 3).DefaultIfEmpty().Average();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory of its own: second third {second:0} MB, last third {last:0} MB"
            )
        );
        return last <= second * 1.1 ? 0 : 1;
    }

    private static AnApplication Drafting(Season season, DateTimeOffset now) =>
        AnApplication
            .Invited()
            .In(season)
            .At(now)
            .By(
                Somebody.Candidate,
                [
                    new Event.ReceiptConfirmed(ReceiptEvidence.SignIn, now, now.AddDays(5)),
                    .. Lifecycle
                        .OutstandingConsents(season, Application.Unopened(AnApplication.Id))
                        .Select(consent => new Event.Consented(consent.Kind, consent.Version)),
                ]
            );

    private static async Task<List<double>> WatchAsync(
        ServerProcess server,
        ConcurrentDictionary<string, ConcurrentQueue<double>> taken,
        CancellationToken stopping
    )
    {
        var memory = new List<double>();
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                memory.Add(await OwnMemoryAsync(server.Id));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"minute {watch.Elapsed.TotalMinutes:0}: {memory[^1]:0} MB of its own"
                    )
                );
                foreach (var (what, latencies) in taken.OrderBy(one => one.Key, StringComparer.Ordinal))
                {
                    var minute = Enumerable
                        .Range(0, latencies.Count)
                        .Select(_ => latencies.TryDequeue(out var one) ? one : 0)
                        .ToList();
                    Latencies.Tell($"  {what}, {minute.Count} times", minute);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }
        return memory;
    }

    /// <summary>Resident and not of a file: the database's mapped pages come and go as the system likes.</summary>
    /// <returns>MB.</returns>
    private static async Task<double> OwnMemoryAsync(int process)
    {
        var line = (await File.ReadAllLinesAsync($"/proc/{process}/status")).Single(one =>
            one.StartsWith("RssAnon:", StringComparison.Ordinal)
        );
        return int.Parse(line["RssAnon:".Length..^" kB".Length], CultureInfo.InvariantCulture) / 1024.0;
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
