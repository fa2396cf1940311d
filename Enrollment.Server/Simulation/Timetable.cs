namespace Enrollment.Server.Simulation;

/// <summary>
/// Plays scripts on a moving clock: a script runs until it waits for an instant; when all wait, the clock moves to the
/// earliest of those instants, past whatever the system itself has due before it.
/// </summary>
/// <param name="clock">Moved by this class alone.</param>
/// <param name="catchUp">Lets the system do all that is due up to an instant.</param>
/// <param name="parallel">How many scripts may act at once.</param>
internal sealed class Timetable(MovingClock clock, Func<DateTimeOffset, Task> catchUp, int parallel) : IDisposable
{
    private readonly SemaphoreSlim _places = new(parallel);
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, DateTimeOffset> _waiting = new();
    private readonly List<Task> _scripts = [];
    private int _acting;
    private TaskCompletionSource _allWait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Adds a script; it begins when the timetable is played.</summary>
    public void Add(Func<Task> script) => _scripts.Add(RunAsync(script));

    /// <summary>Called by a script: goes on at that instant, or at once when it is past.</summary>
    public async Task UntilAsync(DateTimeOffset instant)
    {
        var turn = Enqueue(instant);
        _places.Release();
        StopActing();
        await turn.Task;
        await _places.WaitAsync();
    }

    /// <summary>Plays the scripts, and the system, to <paramref name="end"/>; what a script has planned for later is left.</summary>
    public async Task PlayAsync(DateTimeOffset end)
    {
        while (true)
        {
            TaskCompletionSource turn;
            DateTimeOffset instant;
            lock (_lock)
            {
                if (!_waiting.TryPeek(out _, out instant) || instant > end)
                {
                    break;
                }
                turn = _waiting.Dequeue();
                _acting = 1;
                _allWait = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            await catchUp(instant);
            clock.MoveTo(instant);
            StartAllAt(instant, turn);
            await _allWait.Task;
        }
        await Task.WhenAll(_scripts.Where(script => script.IsCompleted));
        await catchUp(end);
        clock.MoveTo(end);
    }

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(Func<Task> script)
    {
        await Enqueue(DateTimeOffset.MinValue).Task;
        await _places.WaitAsync();
        try
        {
            await script();
        }
        finally
        {
            _places.Release();
            StopActing();
        }
    }

    private TaskCompletionSource Enqueue(DateTimeOffset instant)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue(turn, instant);
        }
        return turn;
    }

    private void StartAllAt(DateTimeOffset instant, TaskCompletionSource first)
    {
        var turns = new List<TaskCompletionSource> { first };
        lock (_lock)
        {
            while (_waiting.TryPeek(out var next, out var at) && at == instant)
            {
                _waiting.Dequeue();
                turns.Add(next);
                _acting++;
            }
        }
        turns.ForEach(turn => turn.SetResult());
    }

    private void StopActing()
    {
        lock (_lock)
        {
            if (--_acting == 0)
            {
                _allWait.TrySetResult();
            }
        }
    }
}
