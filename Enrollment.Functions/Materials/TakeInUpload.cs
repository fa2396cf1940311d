using Azure.Storage.Blobs;
using Enrollment.Azure.Materials;
using Enrollment.Azure.Orchestration;
using Enrollment.Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Enrollment.Functions.Materials;

/// <summary>A blob that arrived among the incoming uploads is inspected and taken in (R8, R9; DESIGN §3).</summary>
public sealed class TakeInUpload(LaterIntake intake, GatheredSignals signals, LifecycleClient lifecycles)
{
    /// <param name="blob">Not read here: it is sealed, and the store knows its key.</param>
    [Function(nameof(TakeInUpload))]
    public async Task RunAsync(
        [BlobTrigger("enrollment-incoming/{name}", Connection = "Incoming", Source = BlobTriggerSource.EventGrid)]
            BlobClient blob,
        string name,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (IncomingUploads.TryParse(name) is not { } upload)
        {
            return;
        }
        var gathering = signals.Begin();
        await intake.TakeInAsync(upload.Application, upload.Image, cancellationToken);
        await lifecycles.SignalAsync(client, gathering.Applications);
    }
}
