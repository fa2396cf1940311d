using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Enrollment.Benchmarks.Browser;

/// <summary>
/// Mending in the browser, from the chosen file to one that the server accepts, beside the least that any way of doing
/// it must do: decode the picture and encode it once. Needs Chromium, and the pages as <c>npm run build</c> leaves them.
/// </summary>
[Config(typeof(WithinOneBrowser))]
public class MendingBenchmarks
{
    private MendingPage _page = null!;

    [Params("phone photo 4000×3000, 4 MB", "scanner page 300 DPI, 8 MB")]
    public string Picture { get; set; } = "";

    [GlobalSetup]
    public async Task OpenAsync()
    {
        var picture = Picture.StartsWith("phone", StringComparison.Ordinal)
            ? MendingPicture.PhonePhoto()
            : MendingPicture.ScannerPage();
        _page = await MendingPage.OpenAsync(picture);
        var verdict = await _page.InspectMendedAsync();
        if (verdict.Findings.Count > 0)
        {
            throw new InvalidOperationException($"Mended, and yet: {verdict.Findings}");
        }
        await Console.Out.WriteLineAsync(
            $"// {Picture} becomes {verdict.Width}×{verdict.Height}, {verdict.Bytes} bytes, {verdict.Dpi} DPI"
        );
    }

    [Benchmark(Baseline = true)]
    public Task<int> DecodeAndEncodeOnceAsync() => _page.EncodeOnceAsync();

    [Benchmark]
    public Task<int> MendAsync() => _page.MendAsync();

    [GlobalCleanup]
    public Task CloseAsync() => _page.DisposeAsync().AsTask();

    /// <summary>In this process, so that nothing but the browser works; a few times, since each is long.</summary>
    private sealed class WithinOneBrowser : ManualConfig
    {
        public WithinOneBrowser() =>
            AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithStrategy(RunStrategy.Monitoring)
                    .WithWarmupCount(1)
                    .WithIterationCount(7)
                    .WithInvocationCount(1)
            );
    }
}
