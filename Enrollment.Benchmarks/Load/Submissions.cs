using System.Collections.Concurrent;
using System.Diagnostics;
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

    // Until then a good part of the processors' time goes into compiling.
    private const int WarmUp = 20_000;
    private const int Measured = 30_000;

    public static async Task MeasureAsync()
    {
        using var folder = new LoadedSite();
        var complete = AnApplication.Complete();
        // Every image is there by its event; nobody looks at the files.
        var ids = await folder.FillAsync(WarmUp + Measured, complete);
        List<string> tokens;
        await using (var store = folder.Open())
        {
            tokens = await LoadedSite.SignInAsync(store, ids, complete.Now);
        }
        await using var server = ServerHost.Build(
            ["--urls=http://127.0.0.1:0", $"--data={folder.Data}", "--Logging:LogLevel:Default=Warning"],
            services => services.AddSingleton<TimeProvider>(new StandingClock(complete.Now))
        );
        await server.StartAsync();
        var site = new Uri(server.Urls.First());
        await RunAsync(site, tokens.Take(WarmUp).Select(Submission));
        var submitted = await RunAsync(site, tokens.Skip(WarmUp).Select(Submission));
        submitted.Tell("POST /api/application/submission");
        var least = LeanClient.Request("GET", "/api/health", site);
        await RunAsync(site, Enumerable.Repeat(least, WarmUp));
        var health = await RunAsync(site, Enumerable.Repeat(least, Measured));
        health.Tell("GET /api/health");
        Console.WriteLine($"submissions for each smallest request: {submitted.PerSecond / health.PerSecond:0.00}");
        await server.StopAsync();

        byte[] Submission(string token) =>
            LeanClient.Request(
                "POST",
                "/api/application/submission",
                site,
                $"enrollment-session={token}",
                """{"commitment":true}"""
            );
    }

    private static async Task<Run> RunAsync(Uri site, IEnumerable<byte[]> requests)
    {
        var waiting = new ConcurrentQueue<byte[]>(requests);
        var latencies = new ConcurrentBag<double>();
        var clients = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => LeanClient.ConnectAsync(site)));
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(
            clients.Select(client =>
                Task.Run(async () =>
                {
                    using (client)
                    {
                        while (waiting.TryDequeue(out var request))
                        {
                            var began = Stopwatch.GetTimestamp();
                            await client.SendAsync(request);
                            latencies.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
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
