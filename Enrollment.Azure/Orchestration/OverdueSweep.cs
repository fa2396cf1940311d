using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Enrollment.Applications;
using Microsoft.Extensions.Logging;

namespace Enrollment.Azure.Orchestration;

/// <summary>
/// Does what no orchestration did (DESIGN §3): reminders and deadlines that are overdue, commits that broke off before
/// anybody was told. What it finds it carries out itself, so that a deadline passes even where orchestrations stand still.
/// </summary>
public sealed partial class OverdueSweep(
    IApplicationStore store,
    IApplicationIndex index,
    PendingWork work,
    ServerClock clock,
    ILogger<OverdueSweep> logger
)
{
    private const int BatchSize = 256;

    private const int Parallelism = 8;

    /// <summary>Orchestrations have this long to do what is due before the sweep takes it from them.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Advances what is overdue.</summary>
    /// <returns>Those with a wake still to come, whose orchestration may be lost.</returns>
    public async Task<IReadOnlyList<ApplicationId>> RunAsync(CancellationToken cancellationToken)
    {
        clock.Observe(await store.HighWaterAsync(cancellationToken));
        var due = await store.DueAsync(clock.Now - Grace, BatchSize, cancellationToken);
        var waiting = new ConcurrentBag<ApplicationId>();
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (id, stopping) =>
            {
                if (await AdvanceAsync(id, stopping))
                {
                    waiting.Add(id);
                }
            }
        );
        return [.. waiting];
    }

    /// <summary>Every application that has a wake, and so should have an orchestration.</summary>
    public async IAsyncEnumerable<ApplicationId> AwaitingAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var id in index.AllAsync(season: null, cancellationToken))
        {
            if (await store.NextWakeAsync(id, cancellationToken) is not null)
            {
                yield return id;
            }
        }
    }

    private async Task<bool> AdvanceAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        try
        {
            return await work.AdvanceAsync(id, cancellationToken) is not null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // One that fails must not hold up the others; it is due still, and the next sweep finds it.
            LogFailure(logger, id, fault.GetType().Name, fault.StackTrace);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Id} could not be advanced ({Fault})\n{Stack}")]
    private static partial void LogFailure(ILogger logger, ApplicationId id, string fault, string? stack);
}
