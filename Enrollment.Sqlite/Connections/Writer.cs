using Enrollment.Operation;

namespace Enrollment.Sqlite.Connections;

/// <summary>
/// The one connection that writes. Jobs that wait together become one transaction with one fsync: each runs in a
/// savepoint of its own, so that a failing one undoes only itself, and each is answered after the commit (DESIGN §3).
/// </summary>
internal sealed class Writer(StoreConnection connection) : GroupedJobs
{
    /// <summary>
    /// Runs a job in the next transaction; the answer means that it is on disk. Cancelling has an effect only while the
    /// job waits.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<StoreConnection, T> write, CancellationToken cancellationToken) =>
        RunAsync(write, cancellationToken);

    public Task WriteAsync(Action<StoreConnection> write, CancellationToken cancellationToken) =>
        WriteAsync(
            writing =>
            {
                write(writing);
                return true;
            },
            cancellationToken
        );

    protected override void RunGroup(List<StoreJob> group)
    {
        var began = Telemetry.Begin();
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            RunInSavepoint(group[0]);
            while (TryAddNext(group))
            {
                RunInSavepoint(group[^1]);
            }
            connection.Execute("COMMIT");
        }
        catch
        {
            Telemetry.GroupWritten(group.Count, isDone: false, began);
            RollBack();
            throw;
        }
        Telemetry.GroupWritten(group.Count, isDone: true, began);
    }

    protected override void CloseConnection() => connection.Dispose();

    private void RunInSavepoint(StoreJob job)
    {
        if (job.IsCancelled)
        {
            return;
        }

        connection.Execute("SAVEPOINT job");
        if (!job.TryRun(connection))
        {
            // Where SQLite had to undo everything itself (disk full), this fails, and with it the whole group.
            connection.Execute("ROLLBACK TO job");
        }
        connection.Execute("RELEASE job");
    }

    private void RollBack()
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has rolled back by itself, or the transaction never began.
        }
    }
}
