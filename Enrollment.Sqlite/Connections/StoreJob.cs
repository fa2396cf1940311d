namespace Enrollment.Sqlite.Connections;

/// <summary>Something to read or write in a group of others, and the answer that its caller waits for.</summary>
internal abstract class StoreJob(bool isReading, CancellationToken cancellationToken)
{
    public bool IsReading => isReading;

    public bool IsCancelled => cancellationToken.IsCancellationRequested;

    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>
    /// False when it failed and what it wrote is to be undone; its caller gets the reason. Run once more, the last run
    /// counts.
    /// </summary>
    public abstract bool TryRun(StoreConnection connection);

    /// <summary>Answers; what was written, after the commit.</summary>
    public abstract void Complete();

    /// <summary>Nothing of the group was written, or read.</summary>
    public abstract void Fail(Exception exception);
}

internal sealed class StoreJob<T>(Func<StoreConnection, T> work, bool isReading, CancellationToken cancellationToken)
    : StoreJob(isReading, cancellationToken)
{
    // Callers go on elsewhere: who runs the group must not run their code.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;
    private bool _hasRun;
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override bool TryRun(StoreConnection connection)
    {
        try
        {
            _result = work(connection);
            (_failure, _hasRun) = (null, true);
            return true;
        }
        catch (Exception e)
        {
            _failure = Faults.Translate(e);
            return false;
        }
    }

    public override void Complete()
    {
        if (_failure is not null)
        {
            _answer.SetException(_failure);
        }
        else if (_hasRun)
        {
            _answer.SetResult(_result);
        }
        else
        {
            _answer.SetCanceled(CancellationToken);
        }
    }

    public override void Fail(Exception exception) => _answer.SetException(_failure ?? exception);
}
