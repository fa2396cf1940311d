using System.Diagnostics;
using System.Net.Http.Json;
using Enrollment.Server;
using Enrollment.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// Whether an answer's time tells who has an account: codes asked for, and wrong codes tried, with phones that have one
/// and phones that have none, in turns by lot. Half of all pairs have the known phone later when the time tells nothing.
/// </summary>
internal static class Probing
{
    private const int Phones = 2_000;
    private const int WarmUp = 400;

    public static async Task MeasureAsync()
    {
        using var site = new LoadedSite();
        var invited = AnApplication.Invited();
        await site.FillAsync(Phones, invited);
        await using var server = ServerHost.Build(
            [
                "--urls=http://127.0.0.1:0",
                $"--data={site.Data}",
                "--Logging:LogLevel:Default=Warning",
                "--Access:SignInsPerMinute=100000",
            ],
            services => services.AddSingleton<TimeProvider>(new StandingClock(invited.Now))
        );
        await server.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new Uri(server.Urls.First()),
        };
        http.DefaultRequestHeaders.Add("Origin", http.BaseAddress.GetLeftPart(UriPartial.Authority));

        await CompareAsync(http, "a code asked for", "/api/session/code", phone => new { phone });
        await CompareAsync(http, "a wrong code tried", "/api/session", phone => new { phone, code = "000000" });
        await server.StopAsync();
    }

    private static async Task CompareAsync(HttpClient http, string what, string path, Func<string, object> bodyFor)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        var turns = Enumerable
            .Range(1, Phones)
            .SelectMany(n => new[] { ($"139{n:00000000}", known), ($"158{n:00000000}", unknown) })
            .ToArray();
        Random.Shared.Shuffle(turns);
        foreach (var (turn, (phone, times)) in turns.Index())
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.PostAsJsonAsync(path, bodyFor(phone));
            await answer.Content.ReadAsByteArrayAsync();
            if (turn >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }
        Latencies.Tell($"{what}, phones with an account", known);
        Latencies.Tell($"{what}, phones without", unknown);
        var later = known.Sum(one => (double)unknown.Count(other => other < one)) / known.Count / unknown.Count;
        Console.WriteLine($"{what}: with an account later in {100 * later:0.0} % of all pairs");
    }
}
