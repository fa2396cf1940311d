using System.Threading.Channels;
using Enrollment.Applications;

namespace Enrollment.Sqlite.Connections;

/// <summary>Jobs on one connection, in groups of those that wait together; each is answered when its group is through.</summary>
internal abstract class GroupedJobs : IAsyncDisposable
{
    // Bounds how long the first of a group waits for the last.
    protected const int MostInGroup = 256;

    private readonly Channel<StoreJob> _jobs = Channel.CreateUnbounded<StoreJob>(new() { SingleReader = true });
    private readonly Task _running;

    protected GroupedJobs() => _running = Task.Run(RunAsync);

    /// <summary>Finishes the jobs that wait, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _running;
        CloseConnection();
    }

    /// <summary>Cancelling has an effect only while the job waits.</summary>
    protected async Task<T> RunAsync<T>(Func<StoreConnection, T> work, CancellationToken cancellationToken)
    {
        var job = new StoreJob<T>(work, cancellationToken);
        if (!_jobs.Writer.TryWrite(job))
        {
            throw new StoreUnavailableException(StoreFault.Closed, "The store is closed.");
        }
        return await job.Answer;
    }

    /// <summary>Adds the next job that waits, if there is one and the group has room.</summary>
    protected bool TryAddNext(List<StoreJob> group)
    {
        if (group.Count == MostInGroup || !_jobs.Reader.TryRead(out var next))
        {
            return false;
        }
        group.Add(next);
        return true;
    }

    /// <summary>Runs the group's first job and those that it adds; what it throws is every job's failure.</summary>
    protected abstract void RunGroup(List<StoreJob> group);

    protected abstract void CloseConnection();

    private async Task RunAsync()
    {
        var group = new List<StoreJob>(MostInGroup);
        await foreach (var first in _jobs.Reader.ReadAllAsync())
        {
            group.Add(first);
            try
            {
                RunGroup(group);
                group.ForEach(job => job.Complete());
            }
            catch (Exception e)
            {
                var shown = Faults.Translate(e);
                group.ForEach(job => job.Fail(shown));
            }
            group.Clear();
        }
    }
}
