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
    // In pages of 4 KiB. Beginning anew takes a tenth of a second, which is to be rare while everybody writes.
    private const int Between = 4_000;
    private const int LongLog = 50_000;

    private readonly BlockingCollection<bool> _due = new(boundedCapacity: 1);
    private readonly string _file;
    private readonly Task _running;
    private int _written;
    private volatile bool _isLogLong;

    public Checkpoints(string file)
    {
        _file = file;
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
        else if (_written >= Between)
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
                _isLogLong = TryBringOver(connection) > LongLog;
            }
            catch (SqliteException)
            {
                // As below.
            }
        }
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
