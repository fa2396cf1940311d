using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <content>What the candidate does while it is a draft or returned (R4–R10).</content>
public static partial class Lifecycle
{
    private const int MaxFileNameLength = 200;

    private static bool IsLate(Application application, DateTimeOffset at) =>
        application.Stage switch
        {
            Stage.Draft draft => at >= draft.Deadline,
            Stage.Returned { Deadline: { } deadline } => at >= deadline,
            _ => false,
        };

    private static Decision SaveForm(Application application, Command.SaveForm save)
    {
        if (save.ExpectedRevision != application.FormRevision)
        {
            return Refuse(RefusalCode.FormChangedElsewhere);
        }

        var form = save.Form.Normalised();
        var changed = FormFields.Changed(application.Form, form);
        if (changed.Count == 0)
        {
            return Accept();
        }
        var closed = changed.Where(field => !IsOpen(application, field)).ToValueList();
        if (closed.Count > 0)
        {
            return Refuse(RefusalCode.PartNotOpen, string.Join('、', closed.Select(WireName.Of)));
        }
        return save.Fit.Count > 0
            ? new Decision.Refused(new Refusal(RefusalCode.FormUnprintable) { FormProblems = save.Fit })
            : Accept(new Event.FormSaved(changed, FormFields.Only(form, changed)));
    }

    private static bool IsOpen(Application application, FormField field) =>
        application.Stage is not Stage.Returned returned || returned.Open.Fields.Contains(field);

    private static bool IsOpen(Application application, Slot slot) =>
        application.Stage is not Stage.Returned returned || returned.Open.Slots.Contains(slot);

    private static Decision OpenUpload(Application application, Command.OpenUpload open, Context context)
    {
        var rule = Slots.Of(open.Slot);
        if (!IsOpen(application, open.Slot))
        {
            return Refuse(RefusalCode.PartNotOpen, rule.WireName);
        }
        if (!rule.Pages.Contains(open.Page))
        {
            return Refuse(RefusalCode.PageNotOfSlot);
        }
        if (rule.PerEntry ? !HasEntry(application.Form, open) : open.EntryId is not null)
        {
            return Refuse(RefusalCode.EducationEntryUnknown);
        }
        if (open.FileName?.Length > MaxFileNameLength)
        {
            return Refuse(RefusalCode.TextTooLong);
        }
        if (application.ImagesIn(open.Slot).Count(image => image.EntryId == open.EntryId) >= rule.MaxImages)
        {
            return Refuse(RefusalCode.SlotFull);
        }

        return Accept(
            new Event.UploadOpened(ImageId.Parse(context.NewId()), open.Slot, open.Page, open.EntryId, open.FileName)
        );
    }

    private static bool HasEntry(Form form, Command.OpenUpload open) =>
        form.Education.Any(entry => entry.Id == open.EntryId && entry.Slot == open.Slot);

    /// <summary>Bytes that arrived in time count, even if they are recorded or inspected later (R2).</summary>
    private static Decision ReceiveImage(Application application, Command.ReceiveImage receive)
    {
        if (application.FindImage(receive.Image) is not { } image)
        {
            return Refuse(RefusalCode.ImageUnknown);
        }
        if (image.ReceivedAt is not null)
        {
            return Refuse(RefusalCode.ImageAlreadyReceived);
        }
        if (IsLate(application, receive.ReceivedAt))
        {
            return Refuse(RefusalCode.DeadlinePassed);
        }

        var received = new Event.ImageReceived(receive.Image, receive.Sha256, receive.ReceivedAt);
        return receive.Inspection is { } inspection
            ? Accept(received, new Event.ImageInspected(receive.Image, inspection))
            : Accept(received);
    }

    /// <summary>Idempotent: the first verdict on an upload stands.</summary>
    private static Decision RecordInspection(Application application, Command.RecordInspection inspected) =>
        application.FindImage(inspected.Image) switch
        {
            null or { ReceivedAt: null } => Refuse(RefusalCode.ImageUnknown),
            { Inspection: not null } => Accept(),
            _ => Accept(new Event.ImageInspected(inspected.Image, inspected.Inspection)),
        };

    private static Decision RemoveImage(Application application, Command.RemoveImage remove) =>
        application.FindImage(remove.Image) switch
        {
            null => Refuse(RefusalCode.ImageUnknown),
            var image when !IsOpen(application, image.Slot) => Refuse(RefusalCode.PartNotOpen, WireName.Of(image.Slot)),
            _ => Accept(new Event.ImageRemoved(remove.Image)),
        };

    private static Decision ExplainImage(Application application, Command.ExplainImage explain) =>
        application.FindImage(explain.Image) switch
        {
            null => Refuse(RefusalCode.ImageUnknown),
            var image when !IsOpen(application, image.Slot) => Refuse(RefusalCode.PartNotOpen, WireName.Of(image.Slot)),
            var image when image.IsBlocked || !image.StandingFindings.Any() => Refuse(RefusalCode.NothingToExplain),
            _ => WithReason(explain.Explanation, new Event.ImageExplained(explain.Image, explain.Explanation)),
        };

    private static Decision Overrule(Application application, Command.OverruleFinding overrule) =>
        application.FindImage(overrule.Image) switch
        {
            null => Refuse(RefusalCode.ImageUnknown),
            var image when image.StandingFindings.All(finding => finding.Code != overrule.Code) => Refuse(
                RefusalCode.FindingUnknown
            ),
            _ => WithReason(
                overrule.Reason,
                new Event.FindingOverruled(overrule.Image, overrule.Code, overrule.Reason)
            ),
        };

    /// <summary>提交 needs everything, and the commitment (R10).</summary>
    private static Decision Submit(Season season, Application application, Command.Submit submit, Context context)
    {
        var missing = Completeness.Of(season, application, ChinaTime.DateOf(context.Now));
        if (!missing.IsComplete)
        {
            return new Decision.Refused(
                new Refusal(RefusalCode.Incomplete)
                {
                    FormProblems = missing.FormProblems,
                    Shortcomings = missing.Shortcomings,
                }
            );
        }
        return submit.HasCommitted
            ? Accept(new Event.Submitted(season.Wording.Commitment))
            : Refuse(RefusalCode.CommitmentMissing);
    }

    private static Decision Leave(Application application, string reason) =>
        WithReason(reason, [new Event.Withdrawn(reason), .. NoLongerAwaited(application)]);
}
