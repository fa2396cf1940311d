using Enrollment.Azure.Materials;
using Enrollment.Azure.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Enrollment.Functions.Orchestration;

/// <summary>Timers for what nobody was told of: a process fell, a signal was lost, an orchestration failed (DESIGN §3).</summary>
public sealed class Sweeps(OverdueSweep overdue, LaterIntake intake, LifecycleClient lifecycles)
{
    /// <summary>Each minute: carries out overdue reminders and deadlines, and wakes or starts what should have done it.</summary>
    [Function("SweepOverdue")]
    public async Task SweepOverdueAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => await lifecycles.SignalAsync(client, await overdue.RunAsync(cancellationToken));

    /// <summary>Each five minutes: takes in uploads whose event was lost.</summary>
    [Function("SweepUploads")]
    public Task SweepUploadsAsync(
        [TimerTrigger("30 */5 * * * *")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => intake.TakeInLeftoversAsync(cancellationToken);

    /// <summary>Each night at three (19:00 UTC): starts the orchestrations that are lost although nothing is due yet.</summary>
    [Function("StartLost")]
    public async Task StartLostAsync(
        [TimerTrigger("0 0 19 * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        await foreach (var application in overdue.AwaitingAsync(cancellationToken))
        {
            await lifecycles.SignalAsync(client, application);
        }
    }
}
