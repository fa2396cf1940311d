using Enrollment.Azure.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Enrollment.Functions.Orchestration;

/// <summary>
/// An application's orchestration (DESIGN §3): one instance each, of the application's own id. It looks what is due, waits
/// for "changed" or the next wake, and begins anew; it ends when no wake is left. Its status reads as the season's state.
/// </summary>
public static class ApplicationLifecycle
{
    public const string Name = nameof(ApplicationLifecycle);

    /// <summary>A store that does not answer for a while; after that the sweep carries on, and starts it again.</summary>
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(
        new RetryPolicy(
            maxNumberOfAttempts: 8,
            firstRetryInterval: TimeSpan.FromSeconds(5),
            backoffCoefficient: 2,
            maxRetryInterval: TimeSpan.FromMinutes(5)
        )
    );

    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        LifecycleLoop.RunAsync(
            () => AdvanceAsync(context),
            wake => WaitAsync(context, wake),
            // A "changed" that came after the wait ended is not needed: the next generation begins by looking.
            () => context.ContinueAsNew(preserveUnprocessedEvents: false)
        );

    private static async Task<DateTimeOffset?> AdvanceAsync(TaskOrchestrationContext context)
    {
        var status = await context.CallActivityAsync<LifecycleStatus>(
            nameof(AdvanceApplication),
            context.InstanceId,
            Patiently
        );
        context.SetCustomStatus(status);
        return status.NextWake;
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, DateTimeOffset wake)
    {
        using var untilChanged = new CancellationTokenSource();
        using var untilWake = new CancellationTokenSource();
        var changed = context.WaitForExternalEvent<object?>(LifecycleSignal.Changed, untilChanged.Token);
        var timer = context.CreateTimer(
            LifecycleLoop.EndOfWait(wake, new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero)).UtcDateTime,
            untilWake.Token
        );
        var first = await Task.WhenAny(changed, timer);
        // At once and on this thread: an orchestrator may await nothing but its context.
#pragma warning disable CA1849, MA0042, MA0045
        (first == timer ? untilChanged : untilWake).Cancel();
#pragma warning restore CA1849, MA0042, MA0045
    }
}
