using BenchmarkDotNet.Attributes;
using Enrollment.Applications;

namespace Enrollment.Benchmarks.Stores;

/// <summary>Commits of one event each, by so many clients at once: what grouping gives (DESIGN §3).</summary>
[MemoryDiagnoser]
public class CommitBenchmarks : IAsyncDisposable
{
    private const int Commits = 2048;

    private TemporaryStore _store = null!;
    private Application[] _applications = [];
    private long[] _versions = [];

    [Params(1, 16, 64, 256)]
    public int Clients { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _store = new TemporaryStore();
        _applications = [.. Enumerable.Range(0, Clients).Select(TemporaryStore.Application)];
        _versions = new long[Clients];
        foreach (var application in _applications)
        {
            await _store.OpenAsync(application);
        }
        Array.Fill(_versions, 1);
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Benchmark(OperationsPerInvoke = Commits)]
    public Task CommitAsync() => Task.WhenAll(Enumerable.Range(0, Clients).Select(ClientAsync));

    private async Task ClientAsync(int client)
    {
        await Task.Yield();
        for (var i = 0; i < Commits / Clients; i++)
        {
            await _store.NoteAsync(_applications[client], _versions[client]++);
        }
    }
}
