using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Enrollment.Tests.Builders;

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
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var http = new HttpClient { BaseAddress = address };
        var began = Stopwatch.GetTimestamp();
        using var server = ServerProgram.Start("--urls", address.ToString(), "--data", data);
        while (!await AnswersAsync(http))
        {
            await Task.Delay(2);
        }
        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        server.Kill();
        await server.WaitForExitAsync();
        return milliseconds;
    }

    private static async Task<double> HelpAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var server = ServerProgram.Start("--help");
        await server.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/api/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The embedded host as a process of its own.</summary>
internal static class ServerProgram
{
    public static Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Enrollment.Server.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
