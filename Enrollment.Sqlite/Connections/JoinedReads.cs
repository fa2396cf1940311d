using System.Threading.Channels;
using Enrollment.Applications;

namespace Enrollment.Sqlite.Connections;

/// <summary>
/// Reads of a few rows by their keys, as every request has some. Those that wait together share one look at the database,
/// since beginning one costs many times what reading a row does: after each commit of the writer a connection forgets what
/// it had read. A look begins after the last of its group was asked for, so that each sees every commit that was answered
/// before it.
/// </summary>
internal sealed class JoinedReads : IAsyncDisposable
{
    private const int MostInGroup = 256;

    private readonly string _file;
    private readonly Channel<StoreJob> _jobs = Channel.CreateUnbounded<StoreJob>(new() { SingleReader = true });
    private readonly Task _running;
    private StoreConnection? _connection;

    public JoinedReads(string file)
    {
        _file = file;
        _running = Task.Run(RunAsync);
    }

    /// <param name="read">Quick, and nothing but reading rows: others wait for it.</param>
    public async Task<T> ReadAsync<T>(Func<StoreConnection, T> read, CancellationToken cancellationToken)
    {
        var job = new StoreJob<T>(read, cancellationToken);
        if (!_jobs.Writer.TryWrite(job))
        {
            throw new StoreUnavailableException(StoreFault.Closed, "The store is closed.");
        }
        return await job.Answer;
    }

    /// <summary>Answers the reads that wait, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _running;
        _connection?.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<StoreJob>(MostInGroup);
        await foreach (var first in _jobs.Reader.ReadAllAsync())
        {
            group.Add(first);
            while (group.Count < MostInGroup && _jobs.Reader.TryRead(out var next))
            {
                group.Add(next);
            }
            try
            {
                RunGroup(group);
                group.ForEach(job => job.Complete());
            }
            catch (Exception e)
            {
                CloseConnection();
                var shown = Faults.Translate(e);
                group.ForEach(job => job.Fail(shown));
            }
            group.Clear();
        }
    }

    private void RunGroup(List<StoreJob> group)
    {
        _connection ??= StoreConnection.OpenReader(_file);
        _connection.Execute("BEGIN");
        var isWell = true;
        foreach (var job in group)
        {
            isWell &= job.IsCancelled || job.TryRun(_connection);
        }
        _connection.Execute("COMMIT");
        if (!isWell)
        {
            // What it was in the middle of is unknown; the next group opens another.
            CloseConnection();
        }
    }

    private void CloseConnection()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
