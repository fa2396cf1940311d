using System.Threading.Channels;
using Enrollment.Applications;
using Enrollment.Operation;

namespace Enrollment.Sqlite.Connections;

/// <summary>
/// The one connection that writes. Jobs that wait together become one transaction with one fsync: each runs in a
/// savepoint of its own, so that a failing one undoes only itself, and each is answered after the commit (DESIGN §3).
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // Bounds how long the first of a group waits for the last.
    private const int MostInGroup = 256;

    private readonly StoreConnection _connection;
    private readonly Channel<StoreJob> _jobs = Channel.CreateUnbounded<StoreJob>(new() { SingleReader = true });
    private readonly Task _running;

    public Writer(StoreConnection connection)
    {
        _connection = connection;
        _running = Task.Run(RunAsync);
    }

    /// <summary>
    /// Runs a job in the next transaction; the answer means that it is on disk. Cancelling has an effect only while the
    /// job waits.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<StoreConnection, T> write, CancellationToken cancellationToken)
    {
        var job = new StoreJob<T>(write, cancellationToken);
        if (!_jobs.Writer.TryWrite(job))
        {
            throw new StoreUnavailableException(StoreFault.Closed, "The store is closed.");
        }
        return await job.Answer;
    }

    public Task WriteAsync(Action<StoreConnection> write, CancellationToken cancellationToken) =>
        WriteAsync(
            connection =>
            {
                write(connection);
                return true;
            },
            cancellationToken
        );

    /// <summary>Finishes the jobs that wait, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _running;
        _connection.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<StoreJob>(MostInGroup);
        await foreach (var first in _jobs.Reader.ReadAllAsync())
        {
            group.Add(first);
            var began = Telemetry.Begin();
            try
            {
                RunGroup(group);
                Telemetry.GroupWritten(group.Count, isDone: true, began);
                group.ForEach(job => job.Complete());
            }
            catch (Exception e)
            {
                Telemetry.GroupWritten(group.Count, isDone: false, began);
                RollBack();
                var shown = Faults.Translate(e);
                group.ForEach(job => job.Fail(shown));
            }
            group.Clear();
        }
    }

    private void RunGroup(List<StoreJob> group)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        RunInSavepoint(group[0]);
        while (group.Count < MostInGroup && _jobs.Reader.TryRead(out var next))
        {
            group.Add(next);
            RunInSavepoint(next);
        }
        _connection.Execute("COMMIT");
    }

    private void RunInSavepoint(StoreJob job)
    {
        if (job.IsCancelled)
        {
            return;
        }

        _connection.Execute("SAVEPOINT job");
        if (!job.TryRun(_connection))
        {
            // Where SQLite had to undo everything itself (disk full), this fails, and with it the whole group.
            _connection.Execute("ROLLBACK TO job");
        }
        _connection.Execute("RELEASE job");
    }

    private void RollBack()
    {
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has rolled back by itself, or the transaction never began.
        }
    }
}
