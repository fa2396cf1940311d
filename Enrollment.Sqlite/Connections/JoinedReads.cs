namespace Enrollment.Sqlite.Connections;

/// <summary>
/// Reads of a few rows by their keys, as every request has some. Those that wait together share one look at the database,
/// since beginning one costs many times what reading a row does: after each commit of the writer a connection forgets what
/// it had read. A look begins after the last of its group was asked for, so that each sees every commit that was answered
/// before it.
/// </summary>
internal sealed class JoinedReads(string file) : GroupedJobs
{
    private StoreConnection? _connection;

    /// <param name="read">Quick, and nothing but reading rows: others wait for it.</param>
    public Task<T> ReadAsync<T>(Func<StoreConnection, T> read, CancellationToken cancellationToken) =>
        RunAsync(read, cancellationToken);

    protected override void RunGroup(List<StoreJob> group)
    {
        while (TryAddNext(group)) { }
        var isWell = false;
        try
        {
            _connection ??= StoreConnection.OpenReader(file);
            isWell = TryRun(_connection, group);
        }
        finally
        {
            if (!isWell)
            {
                // What it was in the middle of is unknown; the next group opens another.
                CloseConnection();
            }
        }
    }

    protected override void CloseConnection()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private static bool TryRun(StoreConnection connection, List<StoreJob> group)
    {
        connection.Execute("BEGIN");
        var isWell = true;
        foreach (var job in group)
        {
            isWell &= job.IsCancelled || job.TryRun(connection);
        }
        connection.Execute("COMMIT");
        return isWell;
    }
}
