using Enrollment.Applications;
using Enrollment.Azure.Orchestration;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Orchestration;

/// <summary>Does what is due for one application (the same function that the embedded runner calls), and says how it stands.</summary>
public sealed class AdvanceApplication(PendingWork work, IApplicationStore store)
{
    [Function(nameof(AdvanceApplication))]
    public async Task<LifecycleStatus> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var application = ApplicationId.Parse(id);
        var wake = await work.AdvanceAsync(application, cancellationToken);
        var stored = await store.FindAsync(application, cancellationToken);
        return LifecycleStatus.Of(stored?.Application, wake);
    }
}
