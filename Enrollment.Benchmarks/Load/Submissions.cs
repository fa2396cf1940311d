using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Enrollment.Server;
using Enrollment.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// 提交 through HTTP on SQLite by 64 clients at once (DESIGN §5: at least 3,000 a second on two cores, p99 within 50 ms);
/// beside it, in the same run, the smallest request that the same server answers to the same clients.
/// </summary>
internal static class Submissions
{
    private const int Clients = 64;
    private const int WarmUp = 4_000;
    private const int Measured = 20_000;

    public static async Task MeasureAsync()
    {
        using var site = new LoadedSite();
        var complete = AnApplication.Complete();
        // Every image is there by its event; nobody looks at the files.
        var ids = await site.FillAsync(WarmUp + Measured, complete);
        List<string> tokens;
        await using (var store = site.Open())
        {
            tokens = await LoadedSite.SignInAsync(store, ids, complete.Now);
        }
        await using var server = ServerHost.Build(
            ["--urls=http://127.0.0.1:0", $"--data={site.Data}", "--Logging:LogLevel:Default=Warning"],
            services => services.AddSingleton<TimeProvider>(new StandingClock(complete.Now))
        );
        await server.StartAsync();
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = Clients }
        )
        {
            BaseAddress = new Uri(server.Urls.First()),
        };
        http.DefaultRequestHeaders.Add("Origin", http.BaseAddress.GetLeftPart(UriPartial.Authority));

        await RunAsync(http, tokens.Take(WarmUp), Submission);
        var submitted = await RunAsync(http, tokens.Skip(WarmUp), Submission);
        submitted.Tell("POST /api/application/submission");
        await RunAsync(http, tokens.Take(WarmUp), _ => new(HttpMethod.Get, "/api/health"));
        var least = await RunAsync(http, tokens.Skip(WarmUp), _ => new(HttpMethod.Get, "/api/health"));
        least.Tell("GET /api/health");
        Console.WriteLine($"submissions for each smallest request: {submitted.PerSecond / least.PerSecond:0.00}");
        await server.StopAsync();
    }

    private static HttpRequestMessage Submission(string token) =>
        new(HttpMethod.Post, "/api/application/submission")
        {
            Headers = { { "Cookie", $"enrollment-session={token}" } },
            Content = new ByteArrayContent("{\"commitment\":true}"u8.ToArray())
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };

    private static async Task<Run> RunAsync(
        HttpClient http,
        IEnumerable<string> tokens,
        Func<string, HttpRequestMessage> requestFor
    )
    {
        var waiting = new ConcurrentQueue<string>(tokens);
        var latencies = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (waiting.TryDequeue(out var token))
                        {
                            using var request = requestFor(token);
                            var began = Stopwatch.GetTimestamp();
                            using var response = await http.SendAsync(request);
                            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                            if (!response.IsSuccessStatusCode)
                            {
                                throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
                            }
                        }
                    })
                )
        );
        return new([.. latencies], watch.Elapsed, Environment.CpuUsage.TotalTime - processor);
    }

    /// <param name="Processor">Time of the processors, of server and clients.</param>
    private sealed record Run(List<double> Latencies, TimeSpan Elapsed, TimeSpan Processor)
    {
        public double PerSecond => Latencies.Count / Elapsed.TotalSeconds;

        public void Tell(string what)
        {
            Console.WriteLine(
                $"{what}: {PerSecond:0} a second by {Clients} clients, "
                    + $"{Processor.TotalMilliseconds / Latencies.Count:0.000} ms of a processor each"
            );
            Load.Latencies.Tell(what, Latencies);
        }
    }
}
