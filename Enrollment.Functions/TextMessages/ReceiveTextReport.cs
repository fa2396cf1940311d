using Enrollment.Azure.Orchestration;
using Enrollment.Azure.TextMessages;
using Enrollment.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Enrollment.Functions.TextMessages;

/// <summary>Delivery reports of Communication Services (R15); one that fails is delivered again by Event Grid.</summary>
public sealed class ReceiveTextReport(SmsReports reports, GatheredSignals signals, LifecycleClient lifecycles)
{
    [Function(nameof(ReceiveTextReport))]
    public async Task RunAsync(
        [EventGridTrigger] string report,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var gathering = signals.Begin();
        await reports.TakeAsync(report, cancellationToken);
        await lifecycles.SignalAsync(client, gathering.Applications);
    }
}
