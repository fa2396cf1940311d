using System.Security.Cryptography;
using Enrollment.Applications;
using Enrollment.Operation;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Materials;

/// <summary>
/// Takes an upload's bytes in at once: stores the original as it came, inspects it, and records both in one commit.
/// </summary>
public sealed class ImageIntake(
    IApplicationStore store,
    ISeasonStore seasons,
    IMaterialFiles files,
    CommandHandler commands,
    ServerClock clock
) : IImageIntake
{
    /// <summary>An upload's size, bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public async Task<Handled> ReceiveAsync(
        ApplicationId id,
        ImageId image,
        ReadOnlyMemory<byte> bytes,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.FindAsync(id, cancellationToken) is not { Application: var application }
            || application.FindImage(image) is not { } opened
        )
        {
            return new Handled.NotFound();
        }
        if (opened.ReceivedAt is not null)
        {
            return new Handled.Refused(new Refusal(RefusalCode.ImageAlreadyReceived));
        }

        var inspection = await InspectAsync(application, opened, bytes, cancellationToken);
        if (inspection.Findings.FirstOrDefault(one => one.Code == FindingCode.NotJpeg) is { } notJpeg)
        {
            return new Handled.Refused(
                new Refusal(RefusalCode.NotJpeg) { Argument = notJpeg.Measured, Findings = inspection.Findings }
            );
        }
        await files.WriteAsync(id, MaterialFileNames.Of(image), bytes, cancellationToken);
        var command = new Command.ReceiveImage(
            image,
            Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            receivedAt,
            inspection
        );
        var handled = await commands.HandleAsync(id, command, new Actor.Candidate(), cancellationToken);
        if (handled is Handled.Refused { Refusal.Code: not RefusalCode.ImageAlreadyReceived } or Handled.NotFound)
        {
            await files.DeleteAsync(id, MaterialFileNames.Of(image), cancellationToken);
        }
        return handled;
    }

    /// <summary>Every verdict comes with the receipt: nothing is left over.</summary>
    public Task FinishAsync(ApplicationId id, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The verdict on an upload's bytes, by the settings of its season.</summary>
    public async Task<Inspection> InspectAsync(
        Application application,
        Image image,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        var season = await seasons.FindAsync(application.Season, cancellationToken);
        using var activity = Telemetry
            .Activities.StartActivity("inspect")
            ?.SetTag(Telemetry.ApplicationTag, application.Id.Value);
        var began = Telemetry.Begin();
        var inspection = Inspector.Inspect(bytes, RequestFor(season!, application, image));
        Telemetry.Inspected(WireName.Of(image.Slot), inspection.Accepted, bytes.Length, began);
        return inspection;
    }

    private InspectionRequest RequestFor(Season season, Application application, Image image) =>
        new()
        {
            Slot = image.Slot,
            Page = image.Page,
            Standards = season.ImageStandards,
            Now = clock.Now,
            VerificationCode = application.Form.ChsiVerificationCode,
            ValidUntil = application.Form.ChsiValidUntil,
            LastOnSiteDay = season.Calendar.OnSiteTo,
            Others =
            [
                .. application
                    .Images.Where(other => other.Id != image.Id && other.Sha256 is not null)
                    .Select(other => new KnownImage(NameOf(other), other.Sha256!)),
            ],
        };

    private static string NameOf(Image image) =>
        $"{Slots.NameOf(image.Slot, Language.Chinese)}（{Slots.NameOf(image.Page, Language.Chinese)}）";
}
