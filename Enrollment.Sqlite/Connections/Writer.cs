using System.Collections.Concurrent;
using System.Diagnostics;
using Enrollment.Applications;
using Enrollment.Operation;

namespace Enrollment.Sqlite.Connections;

/// <summary>
/// The one connection that writes. Jobs that wait together become one transaction with one fsync; a failing one undoes
/// only itself, and each is answered after the commit (DESIGN §3).
/// Between the transactions it reads single rows for everybody: it alone keeps the pages that it has read, since each
/// commit makes every other connection forget its own.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    // Bounds how long the first of a group waits for the last.
    private const int MostInGroup = 256;

    /// <summary>No transaction that is as it should be takes so long.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<StoreJob> _jobs = [];
    private readonly StoreConnection _connection;
    private readonly Checkpoints _checkpoints;
    private readonly Task _running;
    private bool _isClosed;
    private long _beganAt;

    public Writer(StoreConnection connection, string file)
    {
        _connection = connection;
        _checkpoints = new Checkpoints(file);
        _running = Task.Factory.StartNew(Run, TaskCreationOptions.LongRunning);
    }

    /// <summary>
    /// Whether the transaction under way takes long: the disk hangs, or a whole season is written. Whoever only wants to
    /// read had better do it elsewhere.
    /// </summary>
    public bool IsHeldUp =>
        Volatile.Read(ref _beganAt) is not 0 and var began && Stopwatch.GetElapsedTime(began) > Long;

    /// <summary>
    /// Runs a job in the next transaction; the answer means that it is on disk. Cancelling has an effect only while the
    /// job waits.
    /// </summary>
    /// <param name="write">
    /// Does nothing but read and write rows: where another of its group fails, it is undone and run once more.
    /// </param>
    public Task<T> WriteAsync<T>(Func<StoreConnection, T> write, CancellationToken cancellationToken) =>
        AnswerAsync(new StoreJob<T>(write, isReading: false, cancellationToken));

    public Task WriteAsync(Action<StoreConnection> write, CancellationToken cancellationToken) =>
        WriteAsync(
            writing =>
            {
                write(writing);
                return true;
            },
            cancellationToken
        );

    /// <summary>Reads before the next transaction, and so whatever was answered before this was asked.</summary>
    /// <param name="read">Quick, and nothing but reading rows: everybody waits for it.</param>
    public Task<T> ReadAsync<T>(Func<StoreConnection, T> read, CancellationToken cancellationToken) =>
        AnswerAsync(new StoreJob<T>(read, isReading: true, cancellationToken));

    /// <summary>Finishes the jobs that wait, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
        {
            return;
        }
        _jobs.CompleteAdding();
        await _running;
        await _checkpoints.DisposeAsync();
        _connection.Dispose();
        _jobs.Dispose();
    }

    private Task<T> AnswerAsync<T>(StoreJob<T> job)
    {
        try
        {
            _jobs.Add(job);
        }
        catch (InvalidOperationException)
        {
            throw new StoreUnavailableException(StoreFault.Closed, "The store is closed.");
        }
        return job.Answer;
    }

    // On a thread of its own: it waits for the disk most of the time, and whom it answers then goes on in the order of
    // the answers.
    private void Run()
    {
        var (reads, writes) = (new List<StoreJob>(MostInGroup), new List<StoreJob>(MostInGroup));
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            for (var job = first; job is not null; job = reads.Count + writes.Count < MostInGroup ? Next() : null)
            {
                (job.IsReading ? reads : writes).Add(job);
            }
            RunGroup(reads, Read);
            if (writes.Count > 0)
            {
                RunGroup(writes, Write);
                _checkpoints.After(_connection);
            }
        }
    }

    private StoreJob? Next() => _jobs.TryTake(out var job) ? job : null;

    /// <summary>Answers each of the group, and empties it; what is thrown is every job's failure.</summary>
    private void RunGroup(List<StoreJob> group, Action<List<StoreJob>> run)
    {
        if (group.Count == 0)
        {
            return;
        }
        try
        {
            Volatile.Write(ref _beganAt, Stopwatch.GetTimestamp());
            run(group);
            group.ForEach(job => job.Complete());
        }
        catch (Exception e)
        {
            var shown = Faults.Translate(e);
            group.ForEach(job => job.Fail(shown));
        }
        Volatile.Write(ref _beganAt, 0);
        group.Clear();
    }

    private void Read(List<StoreJob> group) =>
        InTransaction(
            "BEGIN",
            () =>
            {
                foreach (var job in group.Where(job => !job.IsCancelled))
                {
                    job.TryRun(_connection);
                }
                return true;
            }
        );

    private void Write(List<StoreJob> group)
    {
        var began = Telemetry.Begin();
        var isDone = false;
        try
        {
            var jobs = group.FindAll(job => !job.IsCancelled);
            // Savepoints cost a copy of each page that is written. Hardly any job fails, and so they wait until one has.
            if (!InTransaction("BEGIN IMMEDIATE", () => jobs.TrueForAll(job => job.TryRun(_connection))))
            {
                InTransaction(
                    "BEGIN IMMEDIATE",
                    () =>
                    {
                        jobs.ForEach(RunInSavepoint);
                        return true;
                    }
                );
            }
            isDone = true;
        }
        finally
        {
            Telemetry.GroupWritten(group.Count, isDone, began);
        }
    }

    /// <param name="run">Whether to commit what it has written; else it is undone.</param>
    private bool InTransaction(string begin, Func<bool> run)
    {
        try
        {
            _connection.Execute(begin);
            if (run())
            {
                _connection.Execute("COMMIT");
                return true;
            }
        }
        catch
        {
            RollBack();
            throw;
        }
        RollBack();
        return false;
    }

    private void RunInSavepoint(StoreJob job)
    {
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
