using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;

namespace Enrollment.Applications;

/// <content>The fold of what an application holds: images, review, papers, originals.</content>
public static partial class Lifecycle
{
    private static ValueList<Image> EvolveImages(ValueList<Image> images, Happened happened) =>
        happened.Event switch
        {
            Event.UploadOpened opened => images.Add(
                new()
                {
                    Id = opened.Image,
                    Slot = opened.Slot,
                    Page = opened.Page,
                    EntryId = opened.EntryId,
                    FileName = opened.FileName,
                    OpenedAt = happened.At,
                }
            ),
            Event.ImageReceived received => WithImage(
                images,
                received.Image,
                image => image with { ReceivedAt = received.ReceivedAt, Sha256 = received.Sha256 }
            ),
            Event.ImageInspected inspected => WithImage(
                images,
                inspected.Image,
                image => image with { Inspection = inspected.Inspection }
            ),
            Event.ImageRemoved removed => images.RemoveAll(image => image.Id == removed.Image),
            Event.ImageExplained explained => WithImage(
                images,
                explained.Image,
                image => image with { Explanation = explained.Explanation }
            ),
            Event.FindingOverruled overruled => WithImage(
                images,
                overruled.Image,
                image => image with { Overruled = image.Overruled.Add(overruled.Code) }
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static ValueList<Image> WithImage(ValueList<Image> images, ImageId id, Func<Image, Image> change) =>
        [.. images.Select(image => image.Id == id ? change(image) : image)];

    /// <summary>Opened parts are looked at again; the marks of the others stay, and papers made before are no longer in force.</summary>
    private static Application Returned(Application application, Event.Returned returned, Happened happened) =>
        Enter(
            Ended(application, StageName.Returned, returned.Reason, happened),
            new Stage.Returned(returned.Open, Deadline: null),
            happened.At
        ) with
        {
            Marks = application.Marks.RemoveAll(mark => IsOpened(application, returned.Open, mark.Target)),
            OnlineVerification = returned.Open.Slots.Contains(Slot.ChsiRecord) ? null : application.OnlineVerification,
            Papers = application.Papers is { } papers ? new(papers.Version, [], []) : null,
        };

    private static bool IsOpened(Application application, OpenParts open, ReviewTarget target) =>
        target switch
        {
            ReviewTarget.OfField of => open.Fields.Contains(of.Field),
            ReviewTarget.OfImage of => application.FindImage(of.Image) is not { } image
                || open.Slots.Contains(image.Slot),
            ReviewTarget.OfSlot of => open.Slots.Contains(of.Slot),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Application Ended(Application application, StageName result, string? reason, Happened happened) =>
        application with
        {
            Outcomes = application.Outcomes.Add(
                new(
                    application.Round,
                    result,
                    happened.At,
                    happened.By,
                    reason,
                    [.. Comments(application)],
                    application.Stage is Stage.Submitted ? application.StageSince : null
                )
            ),
        };

    /// <summary>Once both papers that need seals are fetched, the candidate is on the way to the desk.</summary>
    private static Application Fetched(Application application, DocumentKind kind, DateTimeOffset at)
    {
        var papers = application.Papers!;
        var after = application with { Papers = papers with { Fetched = papers.Fetched.Add(kind) } };
        return
            application.Stage is Stage.Approved approved && IssuedPapers.ToBeSealed.All(after.Papers.Fetched.Contains)
            ? Enter(after, new Stage.Printed(approved.Until), at)
            : after;
    }

    /// <summary>All three forms must be current (R12): what was taken in of an older version is owed again.</summary>
    private static ValueList<OriginalRow> OweNewPrints(Application application) =>
        application.Stage is Stage.OriginalsVerified or Stage.Paid
            ? application.Originals
            : application.Originals.RemoveAll(row =>
                row.Item is OriginalItem.RegistrationForms or OriginalItem.IntroductionLetter
            );

    /// <summary>The time that staff gave this person stays with them on the way through the desk.</summary>
    private static DateTimeOffset? UntilOf(Stage stage) =>
        stage switch
        {
            Stage.Approved approved => approved.Until,
            Stage.Printed printed => printed.Until,
            Stage.OriginalsVerified verified => verified.Until,
            _ => null,
        };

    private static OriginalRow Row(OriginalCheck check, Happened happened) =>
        new()
        {
            Item = check.Item,
            Result = check.Result,
            Copies = check.Copies,
            Note = check.Note,
            By = happened.By,
            At = happened.At,
        };
}
