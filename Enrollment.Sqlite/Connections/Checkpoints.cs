using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.Connections;

/// <summary>
/// Brings what the log holds into the database file, beside the writer, who would otherwise keep everybody waiting while it
/// did so itself. While others go on writing, the log can't begin anew: once it has grown long, the writer brings over
/// the little that was added meanwhile.
/// </summary>
internal sealed class Checkpoints : IAsyncDisposable
{
    // Somebody who writes without a pause adds a few pages each time; by then there are hardly any.
    private const int MostTries = 10;

    private readonly BlockingCollection<bool> _due = new(boundedCapacity: 1);
    private readonly string _file;
    private readonly int _between;
    private readonly int _longLog;
    private readonly Task _running;
    private int _written;
    private volatile bool _isLogLong;

    /// <param name="file">The database.</param>
    /// <param name="between">After how many pages of 4 KiB it is done again.</param>
    /// <param name="longLog">
    /// From how many pages the log is to begin anew: that takes a hundredth of a second, and is to be rare while everybody
    /// writes.
    /// </param>
    public Checkpoints(string file, int between = 2_000, int longLog = 50_000)
    {
        (_file, _between, _longLog) = (file, between, longLog);
        _running = Task.Factory.StartNew(Run, TaskCreationOptions.LongRunning);
    }

    /// <summary>For the writer, after each of its transactions.</summary>
    public void After(StoreConnection writer)
    {
        _written += writer.TakePagesWritten();
        if (_isLogLong)
        {
            _isLogLong = false;
            TryBringOver(writer);
        }
        else if (_written >= _between)
        {
            _written = 0;
            _due.TryAdd(true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _due.CompleteAdding();
        await _running;
        _due.Dispose();
    }

    private void Run()
    {
        foreach (var _ in _due.GetConsumingEnumerable())
        {
            try
            {
                using var connection = StoreConnection.OpenWriter(_file);
                _isLogLong = BringOverToTheEnd(connection) > _longLog;
            }
            catch (SqliteException)
            {
                // As below.
            }
        }
    }

    /// <summary>
    /// SQLite flushes the database to the disk only when it has reached the log's end. Until then all that was brought over
    /// stays in the operating system's memory, and whoever reaches the end would wait for the whole of it: so it is
    /// reached here, each time.
    /// </summary>
    /// <returns>As <see cref="TryBringOver"/>.</returns>
    private static int BringOverToTheEnd(StoreConnection connection)
    {
        var (before, pages) = (0, TryBringOver(connection));
        for (var tries = 1; pages > before && tries < MostTries; tries++)
        {
            (before, pages) = (pages, TryBringOver(connection));
        }
        return pages;
    }

    /// <returns>The pages that the log has, with those that were brought over.</returns>
    private static int TryBringOver(StoreConnection connection)
    {
        try
        {
            return connection.First("PRAGMA wal_checkpoint(PASSIVE)", row => row.GetInt32(1));
        }
        catch (SqliteException)
        {
            // It stays in the log, where it is as safe, until the next time.
            return 0;
        }
    }
}
