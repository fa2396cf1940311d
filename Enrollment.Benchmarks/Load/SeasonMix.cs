using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Api;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// A season's mix on a server in a process of its own: 64 candidates who read, save and upload, eight reviewers who page
/// through a queue of 10,000; what each takes, and the server's memory, minute by minute. It fails when the memory of the
/// last third has grown over that of the second by more than a tenth.
/// </summary>
internal static class SeasonMix
{
    private const int Applications = 10_000;
    private const int Candidates = 64;
    private const int Reviewers = 8;

    private static readonly TimeSpan CandidatesPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ReviewersPause = TimeSpan.FromMilliseconds(200);
    private static readonly byte[] Photo = SampleImages.Right(Slot.IdPhoto, seed: 7);
    private static readonly JsonSerializerOptions Json = Configured();

    public static async Task<int> RunAsync(TimeSpan time)
    {
        using var site = new LoadedSite();
        var now = TimeProvider.System.GetUtcNow();
        var season = SeasonAround(ChinaTime.DateOf(now));
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

        var address = new Uri("http://127.0.0.1:7790");
        using var server = ServerProgram.Start("--urls", address.ToString(), "--data", site.Data);
        using var stopping = new CancellationTokenSource(time);
        var taken = new ConcurrentDictionary<string, ConcurrentQueue<double>>(StringComparer.Ordinal);
        using var probe = new HttpClient { BaseAddress = address };
        await ReadyAsync(probe);
        var people = Enumerable
            .Range(0, Candidates + Reviewers)
            .Select(_ => new Person(address, taken, stopping.Token))
            .ToList();
        var work = people
            .Select((person, n) => n < Candidates ? person.DraftAsync(tokens[n], n) : person.ReviewAsync())
            .ToList();
        var memory = await WatchAsync(server, taken, stopping.Token);
        await Task.WhenAll(work);
        people.ForEach(person => person.Dispose());
        server.Kill();
        await server.WaitForExitAsync();

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

    private static Season SeasonAround(DateOnly today) =>
        ASeason.Current with
        {
            Calendar = ASeason.Current.Calendar with
            {
                SubmissionCloses = today.AddDays(30),
                ReviewCloses = today.AddDays(40),
                OnSiteFrom = today.AddDays(50),
                OnSiteTo = today.AddDays(52),
                PaymentCloses = today.AddDays(60),
            },
        };

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
        Process server,
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

    private static async Task ReadyAsync(HttpClient http)
    {
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/api/ready");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }

    /// <summary>Somebody with a browser of their own, who looks at each answer for a moment.</summary>
    private sealed class Person(
        Uri address,
        ConcurrentDictionary<string, ConcurrentQueue<double>> taken,
        CancellationToken stopping
    ) : IDisposable
    {
        private readonly HttpClient _http = new()
        {
            BaseAddress = address,
            DefaultRequestHeaders = { { "Origin", address.GetLeftPart(UriPartial.Authority) } },
        };

        public Task DraftAsync(string token, int seed) =>
            UntilStoppedAsync(async () =>
            {
                _http.DefaultRequestHeaders.Add("Cookie", $"enrollment-session={token}");
                var random = new Random(seed);
                var revision = 0;
                for (var i = 0; ; i++)
                {
                    await SendAsync("read", new(HttpMethod.Get, "/api/application"));
                    await PauseAsync(CandidatesPause, random);
                    var saved = await SendAsync("save", Save(SampleForm.Valid with { Post = $"第{i}职务" }, revision));
                    revision = saved!["revision"]!.GetValue<int>();
                    await PauseAsync(CandidatesPause, random);
                    if (i % 5 == 0)
                    {
                        await UploadAsync();
                    }
                }
            });

        public Task ReviewAsync() =>
            UntilStoppedAsync(async () =>
            {
                var body = new { userName = LoadedSite.UserName, password = LoadedSite.Password };
                await SendAsync(
                    "sign in",
                    new(HttpMethod.Post, "/api/staff/session") { Content = JsonContent.Create(body) }
                );
                var random = new Random();
                while (true)
                {
                    string? cursor = null;
                    do
                    {
                        var page = await SendAsync(
                            "page of the queue",
                            new(
                                HttpMethod.Get,
                                $"/api/review/applications?stage=submitted&cursor={Uri.EscapeDataString(cursor ?? "")}"
                            )
                        );
                        cursor = page!["nextCursor"]?.GetValue<string>();
                        await PauseAsync(ReviewersPause, random);
                    } while (cursor is not null);
                }
            });

        public void Dispose() => _http.Dispose();

        private static HttpRequestMessage Save(Form form, int revision)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, "/api/application/form")
            {
                Content = JsonContent.Create(form, options: Json),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
            return request;
        }

        private async Task UploadAsync()
        {
            const string IdPhoto = "/api/application/materials/id-photo";
            var opened = await SendAsync(
                "open an upload",
                new(HttpMethod.Post, $"{IdPhoto}/uploads")
                {
                    Content = JsonContent.Create(new { page = WireName.Of(Slots.Of(Slot.IdPhoto).Pages[0]) }),
                }
            );
            var content = new ByteArrayContent(Photo)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") },
            };
            await SendAsync(
                "upload",
                new(HttpMethod.Put, opened!["uploadUrl"]!.GetValue<string>()) { Content = content }
            );
            var image = opened["imageId"]!.GetValue<string>();
            await SendAsync("remove", new(HttpMethod.Delete, $"{IdPhoto}/{image}"));
        }

        private async Task<JsonNode?> SendAsync(string what, HttpRequestMessage request)
        {
            using (request)
            {
                var began = Stopwatch.GetTimestamp();
                using var response = await _http.SendAsync(request, stopping);
                var text = await response.Content.ReadAsStringAsync(stopping);
                taken.GetOrAdd(what, _ => new()).Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                return response.IsSuccessStatusCode
                    ? (text.Length > 0 ? JsonNode.Parse(text) : null)
                    : throw new InvalidOperationException($"{what}: {(int)response.StatusCode} {text}");
            }
        }

        private Task PauseAsync(TimeSpan mean, Random random) =>
            Task.Delay(mean * (0.5 + random.NextDouble()), stopping);

        private async Task UntilStoppedAsync(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The time is over.
            }
            catch (Exception fault)
            {
                Environment.FailFast(fault.Message);
            }
        }
    }
}
