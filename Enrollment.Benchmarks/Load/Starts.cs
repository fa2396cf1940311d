using System.Diagnostics;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Server;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// From the start of a process to its first answer that the store is ready (DESIGN §5: within 1.5 s with 100,000
/// applications); beside it the same program on an empty folder, and one that only tells how it is used.
/// </summary>
internal static class Starts
{
    private const int Applications = 100_000;
    private const int Times = 9;

    public static async Task MeasureAsync()
    {
        using var full = new LoadedSite();
        await full.FillAsync(Applications, AnApplication.Submitted());
        using var empty = new LoadedSite();
        await empty.FillAsync(0, AnApplication.Submitted());
        var (with, without, help) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            with.Add(await ReadyAsync(full.Data));
            without.Add(await ReadyAsync(empty.Data));
            help.Add(await HelpAsync());
        }
        Latencies.Tell($"start with {Applications} applications", with);
        Latencies.Tell("start with none", without);
        Latencies.Tell("--help", help);
    }

    private static async Task<double> ReadyAsync(string data)
    {
        var began = Stopwatch.GetTimestamp();
        using var server = await ServerProcess.StartAsync(data, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = server.Address };
        (await http.GetAsync("/api/ready")).EnsureSuccessStatusCode();
        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await server.KillAsync(CancellationToken.None);
        return milliseconds;
    }

    private static async Task<double> HelpAsync()
    {
        var began = Stopwatch.GetTimestamp();
        await ServerProcess.RunAsync(["--help"], CancellationToken.None);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
