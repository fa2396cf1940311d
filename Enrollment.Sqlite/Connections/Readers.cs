using System.Collections.Concurrent;
using Enrollment.Applications;

namespace Enrollment.Sqlite.Connections;

/// <summary>Connections that read beside the writer; each read sees the last commit at its start.</summary>
internal sealed class Readers(string file, Writer writer) : IAsyncDisposable
{
    private static readonly int Most = Math.Max(4, Environment.ProcessorCount);

    private readonly ConcurrentBag<StoreConnection> _free = [];
    private readonly SemaphoreSlim _places = new(Most);
    private volatile bool _isClosed;

    /// <summary>A few rows by their keys, as every request has some: between the writer's transactions.</summary>
    /// <param name="read">Quick, and nothing but reading rows: everybody waits for it.</param>
    public Task<T> FindAsync<T>(Func<StoreConnection, T> read, CancellationToken cancellationToken) =>
        writer.IsHeldUp ? ReadAsync(read, cancellationToken) : writer.ReadAsync(read, cancellationToken);

    /// <summary>Anything that may take its time.</summary>
    public async Task<T> ReadAsync<T>(Func<StoreConnection, T> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return Faults.Translating(() => Read(read));
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits for the reads that are under way; later ones are told that the store is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        for (var i = 0; i < Most; i++)
        {
            await _places.WaitAsync();
        }
        while (_free.TryTake(out var connection))
        {
            connection.Dispose();
        }
        _places.Release(Most);
    }

    private T Read<T>(Func<StoreConnection, T> read)
    {
        if (_isClosed)
        {
            throw new StoreUnavailableException(StoreFault.Closed, "The store is closed.");
        }

        var connection = _free.TryTake(out var free) ? free : StoreConnection.OpenReader(file);
        try
        {
            var result = read(connection);
            _free.Add(connection);
            return result;
        }
        catch
        {
            // What it was in the middle of is unknown; the next reader opens another.
            connection.Dispose();
            throw;
        }
    }
}
