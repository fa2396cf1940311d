using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using Enrollment.Applications;

namespace Enrollment.Benchmarks.Stores;

/// <summary>A page of the reviewers' queue over 100,000 applications; budget: p95 ≤ 20 ms (DESIGN §5).</summary>
[Config(typeof(WithPercentile))]
public class QueueBenchmarks : IAsyncDisposable
{
    private const int Applications = 100_000;

    private static readonly ApplicationQuery Queue = new() { Season = "2026", Stages = [StageName.Submitted] };

    private TemporaryStore _store = null!;
    private string? _deep;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _store = new TemporaryStore();
        await _store.FillAsync(Applications);
        for (var page = 0; page < 200; page++)
        {
            _deep = (await ListAsync(Queue with { Cursor = _deep, Limit = 200 })).NextCursor;
        }
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public Task<ApplicationPage> FirstPage() => ListAsync(Queue);

    [Benchmark]
    public Task<ApplicationPage> DeepPage() => ListAsync(Queue with { Cursor = _deep });

    [Benchmark]
    public Task<ApplicationPage> EveryStage() => ListAsync(new ApplicationQuery { Season = "2026" });

    [Benchmark]
    public Task<ApplicationPage> OneProgramme() => ListAsync(Queue with { Programme = "法学" });

    [Benchmark]
    public Task<ApplicationPage> NobodysProgramme() => ListAsync(Queue with { Programme = "无人报考" });

    [Benchmark]
    public Task<ApplicationPage> ByPhone() => ListAsync(Queue with { Text = "13800050000" });

    [Benchmark]
    public Task<ApplicationPage> ByCommonCharacter() => ListAsync(Queue with { Text = "一" });

    [Benchmark]
    public Task<ApplicationPage> ByTwoCharacters() => ListAsync(Queue with { Text = "一一" });

    [Benchmark]
    public Task<IReadOnlyDictionary<StageName, int>> CountByStage() =>
        _store.Store.Index.CountByStageAsync("2026", CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<ApplicationId>> Due() =>
        _store.Store.Applications.DueAsync(DateTimeOffset.MaxValue, 100, CancellationToken.None);

    private Task<ApplicationPage> ListAsync(ApplicationQuery query) =>
        _store.Store.Index.ListAsync(query, CancellationToken.None);

    private sealed class WithPercentile : ManualConfig
    {
        public WithPercentile() => AddColumn(StatisticColumn.P95);
    }
}
