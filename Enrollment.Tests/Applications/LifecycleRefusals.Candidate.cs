using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>The candidate's turn (R1, R2, R4–R10).</content>
internal static partial class LifecycleRefusals
{
    private static readonly ImageId Extra = Uploads.Id(99);

    private static readonly string TooLong = new('长', Lifecycle.MaxReasonLength + 1);

    private static readonly Form OtherPost = SampleForm.Valid with { Post = "主任科员" };

    private static readonly Command.OpenUpload OpenPhoto = new(Slot.IdPhoto, Page.Portrait, null, null);

    private static readonly Command.ExplainImage Explain = new(Extra, "原件装订");

    private static AnApplication Corrected { get; } = AnApplication.Correcting();

    private static AnApplication WithImage(Inspection inspection) =>
        AnApplication.Drafting().With([.. Uploads.Of(Extra, Slot.Other, inspection)]);

    private static Dictionary<string, LifecycleRefusal> Candidate =>
        new(StringComparer.Ordinal)
        {
            ["A draft is not submitted at the deadline"] = new(
                AnApplication.Complete().At(ASeason.DraftDeadline),
                Submit,
                RefusalCode.DeadlinePassed
            ),
            ["A draft is not saved after the deadline"] = new(
                AnApplication.Complete().At(ASeason.DraftDeadline),
                new Command.SaveForm(OtherPost, 1, []),
                RefusalCode.DeadlinePassed
            ),
            ["A return is not submitted at its deadline"] = new(
                AnApplication.Correcting().On(new(2026, 5, 26)),
                Submit,
                RefusalCode.DeadlinePassed
            ),
            ["Bytes that came after the deadline do not count"] = new(
                AnApplication.Drafting().With(Uploads.Opened(Extra, Slot.Other)),
                new Command.ReceiveImage(Extra, Uploads.Sha256, ASeason.DraftDeadline, null),
                RefusalCode.DeadlinePassed
            ),
            ["Nothing is saved before the consents"] = new(
                AnApplication.Invited().After(new Command.Appear()),
                new Command.SaveForm(SampleForm.Valid, 0, []),
                RefusalCode.ConsentMissing
            ),
            ["A new version of the privacy notice is to be agreed to first"] = new(
                AnApplication.Complete().In(ASeason.Current with { PrivacyNoticeVersion = "2" }),
                Submit,
                RefusalCode.ConsentMissing
            ),
            ["A form that was saved elsewhere is not overwritten"] = new(
                AnApplication.Complete(),
                new Command.SaveForm(OtherPost, 0, []),
                RefusalCode.FormChangedElsewhere
            ),
            ["A form that can't be printed is not saved"] = new(
                AnApplication.Complete(),
                new Command.SaveForm(OtherPost, 1, [new(FormField.Post, "post", FormProblemCode.OverflowsBox)]),
                RefusalCode.FormUnprintable
            ),
            ["A return opens nothing else of the form"] = new(
                AnApplication.Correcting(),
                new Command.SaveForm(SampleForm.Valid with { Name = "张珊", NativePlace = "山东青岛" }, 1, []),
                RefusalCode.PartNotOpen,
                "name、nativePlace"
            ),
            ["A return opens no other slot"] = new(
                AnApplication.Correcting(),
                OpenPhoto,
                RefusalCode.PartNotOpen,
                "id-photo"
            ),
            ["An image of a slot that is not open stays"] = new(
                AnApplication.Correcting(),
                new Command.RemoveImage(Uploads.Id(1)),
                RefusalCode.PartNotOpen,
                "id-photo"
            ),
            ["An image of a slot that is not open is not explained"] = new(
                AnApplication.Correcting(),
                new Command.ExplainImage(Uploads.Id(1), "说明"),
                RefusalCode.PartNotOpen,
                "id-photo"
            ),
            ["A slot takes its own pages only"] = new(
                AnApplication.Drafting(),
                OpenPhoto with
                {
                    Page = Page.Diploma,
                },
                RefusalCode.PageNotOfSlot
            ),
            ["A diploma needs its education entry"] = new(
                AnApplication.Complete(),
                new Command.OpenUpload(Slot.BachelorDiploma, Page.Diploma, "e2", null),
                RefusalCode.EducationEntryUnknown
            ),
            ["A photo belongs to no education entry"] = new(
                AnApplication.Complete().With(new Event.ImageRemoved(Uploads.Id(1))),
                OpenPhoto with
                {
                    EntryId = "e1",
                },
                RefusalCode.EducationEntryUnknown
            ),
            ["A file's name has an end"] = new(
                AnApplication.Drafting(),
                OpenPhoto with
                {
                    FileName = TooLong,
                },
                RefusalCode.TextTooLong
            ),
            ["A full slot takes no more"] = new(AnApplication.Complete(), OpenPhoto, RefusalCode.SlotFull),
            ["An image that was never opened is not received"] = new(
                AnApplication.Drafting(),
                new Command.ReceiveImage(Extra, Uploads.Sha256, ASeason.Opening, null),
                RefusalCode.ImageUnknown
            ),
            ["An image that is not there is not removed"] = new(
                AnApplication.Drafting(),
                new Command.RemoveImage(Extra),
                RefusalCode.ImageUnknown
            ),
            ["An image without bytes has no inspection"] = new(
                AnApplication.Drafting().With(Uploads.Opened(Extra, Slot.Other)),
                new Command.RecordInspection(Extra, Uploads.Fine),
                RefusalCode.ImageUnknown
            ),
            ["An image is received once"] = new(
                WithImage(Uploads.Fine),
                new Command.ReceiveImage(Extra, Uploads.Sha256, ASeason.Opening, null),
                RefusalCode.ImageAlreadyReceived
            ),
            ["A fine image needs no explanation"] = new(WithImage(Uploads.Fine), Explain, RefusalCode.NothingToExplain),
            ["A blocked image can't be explained away"] = new(
                WithImage(Uploads.Blocked),
                Explain,
                RefusalCode.NothingToExplain
            ),
            ["An explanation says something"] = new(
                WithImage(Uploads.Warned),
                Explain with
                {
                    Explanation = " ",
                },
                RefusalCode.ReasonMissing
            ),
            ["An incomplete draft is not submitted"] = new(AnApplication.Drafting(), Submit, RefusalCode.Incomplete),
            ["A blocked image keeps a draft from being submitted"] = new(
                AnApplication.Complete().With([.. Uploads.Of(Extra, Slot.Other, Uploads.Blocked)]),
                Submit,
                RefusalCode.Incomplete
            ),
            ["Without the commitment nothing is submitted"] = new(
                AnApplication.Complete(),
                new Command.Submit(HasCommitted: false),
                RefusalCode.CommitmentMissing
            ),
            ["A withdrawal gives a reason"] = new(
                AnApplication.Drafting(),
                new Command.Withdraw(""),
                RefusalCode.ReasonMissing
            ),
            ["A return is late at the very instant of its deadline"] = new(
                Corrected.At(((Stage.Returned)Corrected.State.Stage).Deadline!.Value),
                Submit,
                RefusalCode.DeadlinePassed
            ),
            ["A diploma's image belongs to an entry of its own level"] = new(
                AnApplication.Complete(),
                new Command.OpenUpload(Slot.PostgraduateDiploma, Page.Diploma, "e1", null),
                RefusalCode.EducationEntryUnknown
            ),
        };
}
