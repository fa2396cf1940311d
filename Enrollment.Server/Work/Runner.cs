using System.Collections.Concurrent;
using Enrollment.Applications;
using Enrollment.Operation;

namespace Enrollment.Server.Work;

/// <summary>
/// Drives everything that is not a request (DESIGN §3): whenever something changed, or the earliest wake in the store
/// comes, it advances what is due. What is due stands in the store alone, so a restart loses nothing.
/// </summary>
public sealed partial class Runner(
    PendingWork work,
    IApplicationStore store,
    ServerClock clock,
    TimeProvider time,
    WorkSignals signals,
    RunnerPulse pulse,
    IHostApplicationLifetime lifetime,
    ILogger<Runner> logger
) : BackgroundService
{
    private const int BatchSize = 256;

    /// <summary>Most of advancing is waiting, for the disk and for gateways; what waits for the disk together is written together.</summary>
    private const int Parallelism = 32;

    /// <summary>How long an application rests after a failure, so that it holds up no other.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>The store is asked anew after this long, whatever it said.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<ApplicationId, DateTimeOffset> _resting = new();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        clock.Observe(await store.HighWaterAsync(cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var until = clock.Now + Rest;
            try
            {
                DateTimeOffset asked;
                do
                {
                    asked = clock.Now;
                } while (await AdvanceBatchAsync(asked, stoppingToken));
                until = await NextAsync(asked, stoppingToken);
                pulse.Beat(clock.Now);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                if (fault is StoreUnavailableException { Fault: var why })
                {
                    Telemetry.StoreFailed(why.ToString());
                }
                LogStoreFault(logger, fault.GetType().Name, fault.StackTrace);
            }
            await WaitAsync(until, stoppingToken);
        }
    }

    /// <returns>Whether there was anything to advance.</returns>
    private async Task<bool> AdvanceBatchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var rested in _resting.Where(one => one.Value <= now))
        {
            _resting.TryRemove(rested);
        }
        var due = await store.DueAsync(now, BatchSize + _resting.Count, cancellationToken);
        var ready = due.Where(id => !_resting.ContainsKey(id)).ToList();
        await Parallel.ForEachAsync(
            ready,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (id, stopping) => await AdvanceAsync(id, stopping)
        );
        return ready.Count > 0;
    }

    private async Task AdvanceAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        try
        {
            // Due before it began and due still: nothing came of it.
            var began = clock.Now;
            if (await work.AdvanceAsync(id, cancellationToken) <= began)
            {
                _resting[id] = clock.Now + Rest;
            }
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            _resting[id] = clock.Now + Rest;
            LogFailure(logger, id, fault.GetType().Name, fault.StackTrace);
        }
    }

    /// <summary>When to ask the store again, if nothing is signalled before.</summary>
    /// <param name="asked">When it last said that nothing was ready.</param>
    private async Task<DateTimeOffset> NextAsync(DateTimeOffset asked, CancellationToken cancellationToken)
    {
        var wake = await store.EarliestWakeAsync(cancellationToken);
        var latest = asked + (_resting.IsEmpty ? LongestWait : Rest);
        // Overdue then, although nothing was ready: it rests, or another holds its claim.
        return wake is not { } at ? latest
            : at <= asked ? asked + Rest
            : at < latest ? at
            : latest;
    }

    private async Task WaitAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = until - clock.Now;
        var timer = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, either.Token);
        var signal = signals.WaitAsync(either.Token);
        // The clock may have moved while the timer was being set.
        if (clock.Now < until)
        {
            await Task.WhenAny(timer, signal);
        }
        await either.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Id} could not be advanced ({Fault})\n{Stack}")]
    private static partial void LogFailure(ILogger logger, ApplicationId id, string fault, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "The runner could not ask the store ({Fault})\n{Stack}")]
    private static partial void LogStoreFault(ILogger logger, string fault, string? stack);
}
