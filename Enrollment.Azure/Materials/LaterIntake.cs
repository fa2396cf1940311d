using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.People;

namespace Enrollment.Azure.Materials;

/// <summary>
/// Keeps an upload first and has it inspected later, by the trigger that its blob pulls (DESIGN §3). Every step may be
/// repeated, run twice at once, or break off: the blob goes last, and whoever finds one takes it in.
/// </summary>
public sealed class LaterIntake(
    IApplicationStore store,
    IncomingUploads incoming,
    IMaterialFiles files,
    ImageIntake intake,
    CommandHandler commands
) : IImageIntake
{
    /// <summary>What is no JPEG is refused at once, as in the embedded host; the rest waits for its verdict.</summary>
    public async Task<Handled> ReceiveAsync(
        ApplicationId id,
        ImageId image,
        ReadOnlyMemory<byte> bytes,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    )
    {
        if (
            bytes.Span is not [0xFF, 0xD8, ..]
            || await store.FindAsync(id, cancellationToken) is not { Application: var application }
            || application.FindImage(image) is not { ReceivedAt: null } opened
        )
        {
            // Nothing to keep: this one is refused, and says why.
            return await intake.ReceiveAsync(id, image, bytes, receivedAt, cancellationToken);
        }

        await incoming.AddAsync(id, image, bytes, receivedAt, cancellationToken);
        // An earlier attempt may have left other bytes, and its instant: they came first.
        if (await incoming.FindAsync(id, image, cancellationToken) is not { } upload)
        {
            return await ReceivedAlreadyAsync(id, cancellationToken);
        }
        var handled = await ReceiveAsync(id, opened, upload, inspection: null, cancellationToken);
        switch (handled)
        {
            case Handled.Refused { Refusal.Code: RefusalCode.ImageAlreadyReceived }:
                return await ReceivedAlreadyAsync(id, cancellationToken);
            case Handled.Refused or Handled.NotFound:
                await incoming.RemoveAsync(id, image, upload, cancellationToken);
                return handled;
            default:
                return handled;
        }
    }

    public async Task FinishAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return;
        }
        foreach (var image in application.Images.Where(one => one is { ReceivedAt: not null, Inspection: null }))
        {
            await TakeInAsync(id, image.Id, cancellationToken);
        }
    }

    /// <summary>Inspects an upload, keeps it among the materials, records its verdict, and takes the blob away.</summary>
    public async Task TakeInAsync(ApplicationId id, ImageId imageId, CancellationToken cancellationToken)
    {
        if (await incoming.FindAsync(id, imageId, cancellationToken) is not { } upload)
        {
            return;
        }
        var application = (await store.FindAsync(id, cancellationToken))?.Application;
        if (application?.FindImage(imageId) is { } image && IsOf(image, upload) && image.Inspection is null)
        {
            var inspection = await intake.InspectAsync(application, image, upload.Bytes, cancellationToken);
            await files.WriteAsync(id, MaterialFileNames.Of(imageId), upload.Bytes, cancellationToken);
            await RecordAsync(id, image, upload, inspection, cancellationToken);
        }
        await incoming.RemoveAsync(id, imageId, upload, cancellationToken);
    }

    /// <summary>Takes in what the trigger missed: its event was lost, or it failed too often.</summary>
    public async Task TakeInLeftoversAsync(CancellationToken cancellationToken)
    {
        foreach (var (application, image) in await incoming.ListAsync(cancellationToken))
        {
            await TakeInAsync(application, image, cancellationToken);
        }
    }

    /// <summary>A receipt that nobody recorded, because its process fell, counts from when the bytes came (R2).</summary>
    private async Task RecordAsync(
        ApplicationId id,
        Image image,
        IncomingUpload upload,
        Inspection inspection,
        CancellationToken cancellationToken
    )
    {
        var handled = image.ReceivedAt is null
            ? await ReceiveAsync(id, image, upload, inspection, cancellationToken)
            : await RecordAsync(id, image, inspection, cancellationToken);
        switch (handled)
        {
            // The request recorded its receipt meanwhile.
            case Handled.Refused { Refusal.Code: RefusalCode.ImageAlreadyReceived }:
                await RecordAsync(id, image, inspection, cancellationToken);
                break;
            case Handled.Refused { Refusal.Code: RefusalCode.TooBusy }:
                throw new StoreUnavailableException(StoreFault.Busy, "Too many others write this application.");
            case Handled.Refused or Handled.NotFound:
                await files.DeleteAsync(id, MaterialFileNames.Of(image.Id), cancellationToken);
                break;
        }
    }

    private async Task<Handled> ReceivedAlreadyAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } stored
            ? new Handled.Done(stored, [])
            : new Handled.NotFound();

    private Task<Handled> ReceiveAsync(
        ApplicationId id,
        Image image,
        IncomingUpload upload,
        Inspection? inspection,
        CancellationToken cancellationToken
    ) =>
        commands.HandleAsync(
            id,
            new Command.ReceiveImage(image.Id, upload.Sha256, upload.ReceivedAt, inspection),
            new Actor.Candidate(),
            cancellationToken
        );

    private Task<Handled> RecordAsync(
        ApplicationId id,
        Image image,
        Inspection inspection,
        CancellationToken cancellationToken
    ) =>
        commands.HandleAsync(
            id,
            new Command.RecordInspection(image.Id, inspection),
            new Actor.TheSystem(),
            cancellationToken
        );

    private static bool IsOf(Image image, IncomingUpload upload) =>
        image.Sha256 is null || image.Sha256 == upload.Sha256;
}
