using System.Diagnostics;
using Enrollment.Applications;
using Enrollment.Server;
using Enrollment.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// 100,000 deadlines that are due at the same instant (DESIGN §5: at least 3,000 advanced a second), by the server's own
/// runner; beside it, in the same run, how fast the same disk takes in as many applications.
/// </summary>
internal static class Deadlines
{
    private const int Applications = 100_000;

    public static async Task MeasureAsync()
    {
        using var site = new LoadedSite();
        await site.FillAsync(Applications, AnApplication.Drafting());
        await using var server = ServerHost.Build(
            ["--urls=http://127.0.0.1:0", $"--data={site.Data}", "--Logging:LogLevel:Default=Warning"],
            services =>
                services.AddSingleton<TimeProvider>(new StandingClock(ASeason.DraftDeadline + TimeSpan.FromSeconds(1)))
        );
        var index = server.Services.GetRequiredService<IApplicationIndex>();
        await server.StartAsync();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        int abandoned;
        do
        {
            await Task.Delay(200);
            var counts = await index.CountByStageAsync(ASeason.Current.Id, CancellationToken.None);
            abandoned = counts.GetValueOrDefault(StageName.Abandoned);
        } while (abandoned < Applications);
        Console.WriteLine(
            $"{Applications} deadlines in {watch.Elapsed.TotalSeconds:0.0} s: "
                + $"{Applications / watch.Elapsed.TotalSeconds:0} a second, "
                + $"{(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Applications:0.000} ms of a processor each"
        );
        await server.StopAsync();
    }
}
