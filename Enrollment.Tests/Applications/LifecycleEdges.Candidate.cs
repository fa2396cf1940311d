using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>What the candidate does (R1, R4–R10).</content>
internal static partial class LifecycleEdges
{
    private static readonly ImageId New = ImageId.Parse(AnApplication.NewIdOf(1));

    private static readonly ImageId Extra = Uploads.Id(99);

    private static readonly Form OtherPost = SampleForm.Valid with { Post = "主任科员" };

    private static AnApplication WithImage(Inspection inspection) =>
        AnApplication.Drafting().With([.. Uploads.Of(Extra, Slot.Other, inspection)]);

    private static Dictionary<string, LifecycleEdge> Candidate =>
        new(StringComparer.Ordinal)
        {
            ["A draft gives the consents that are outstanding, each once"] = new(
                AnApplication.Invited().After(new Command.Appear()),
                new Command.GiveConsent([
                    ConsentKind.AdmissionRules,
                    ConsentKind.PrivacyNotice,
                    ConsentKind.PrivacyNotice,
                ]),
                StageName.Draft,
                new Event.Consented(ConsentKind.PrivacyNotice, "1"),
                new Event.Consented(ConsentKind.AdmissionRules, "2026-1")
            ),
            ["A draft may be saved however incomplete, and only what changed is stored"] = new(
                AnApplication.Drafting(),
                new Command.SaveForm(Form.Empty with { Name = "张三", Post = " 科员 " }, 0, []),
                StageName.Draft,
                new Event.FormSaved(
                    [FormField.IdentityNumber, FormField.Employer, FormField.Post, FormField.Programme],
                    Form.Empty with
                    {
                        Post = "科员",
                    }
                )
            ),
            ["Saving what is saved already changes nothing"] = new(
                AnApplication.Complete(),
                new Command.SaveForm(SampleForm.Valid, 1, []),
                StageName.Draft
            ),
            ["A draft opens an upload"] = new(
                AnApplication.Drafting(),
                new Command.OpenUpload(Slot.IdPhoto, Page.Portrait, null, "照片.jpg"),
                StageName.Draft,
                new Event.UploadOpened(New, Slot.IdPhoto, Page.Portrait, null, "照片.jpg")
            ),
            ["A diploma is uploaded to its education entry"] = new(
                AnApplication.Complete(),
                new Command.OpenUpload(Slot.BachelorDiploma, Page.Diploma, "e1", null),
                StageName.Draft,
                new Event.UploadOpened(New, Slot.BachelorDiploma, Page.Diploma, "e1", null)
            ),
            ["An image is received and inspected at once"] = new(
                AnApplication.Drafting().With(Uploads.Opened(Extra, Slot.Other)),
                new Command.ReceiveImage(Extra, Uploads.Sha256, ASeason.Opening, Uploads.Fine),
                StageName.Draft,
                new Event.ImageReceived(Extra, Uploads.Sha256, ASeason.Opening),
                new Event.ImageInspected(Extra, Uploads.Fine)
            ),
            ["An image whose bytes came in time counts, though it is recorded after the deadline"] = new(
                AnApplication.Drafting().With(Uploads.Opened(Extra, Slot.Other)).At(ASeason.DraftDeadline),
                new Command.ReceiveImage(Extra, Uploads.Sha256, ASeason.DraftDeadline.AddTicks(-1), null),
                StageName.Draft,
                new Event.ImageReceived(Extra, Uploads.Sha256, ASeason.DraftDeadline.AddTicks(-1))
            ),
            ["An inspection that comes later is recorded"] = new(
                AnApplication.Drafting().With([.. Uploads.Received(Extra, Slot.Other)]),
                new Command.RecordInspection(Extra, Uploads.Warned),
                StageName.Draft,
                new Event.ImageInspected(Extra, Uploads.Warned)
            ),
            ["The first inspection stands"] = new(
                WithImage(Uploads.Fine),
                new Command.RecordInspection(Extra, Uploads.Blocked),
                StageName.Draft
            ),
            ["An image is removed"] = new(
                WithImage(Uploads.Blocked),
                new Command.RemoveImage(Extra),
                StageName.Draft,
                new Event.ImageRemoved(Extra)
            ),
            ["An image with a warning is kept with an explanation"] = new(
                WithImage(Uploads.Warned),
                new Command.ExplainImage(Extra, "原件装订"),
                StageName.Draft,
                new Event.ImageExplained(Extra, "原件装订")
            ),
            ["A complete draft with the commitment is submitted"] = new(
                AnApplication.Complete(),
                new Command.Submit(HasCommitted: true),
                StageName.Submitted,
                new Event.Submitted(AnApplication.Commitment)
            ),
            ["The last instant before the deadline is in time"] = new(
                AnApplication.Complete().At(ASeason.DraftDeadline.AddTicks(-1)),
                new Command.Submit(HasCommitted: true),
                StageName.Submitted,
                new Event.Submitted(AnApplication.Commitment)
            ),
            ["A returned application changes what was opened"] = new(
                AnApplication.Correcting(),
                new Command.SaveForm(OtherPost, 1, []),
                StageName.Returned,
                new Event.FormSaved([FormField.Post], Form.Empty with { Post = "主任科员" })
            ),
            ["A returned application is submitted again"] = new(
                AnApplication.Correcting(),
                new Command.Submit(HasCommitted: true),
                StageName.Submitted,
                new Event.Submitted(AnApplication.Commitment)
            ),
            ["A draft is withdrawn by the candidate"] = Withdrawing(AnApplication.Drafting()),
            ["A submitted application is withdrawn by the candidate"] = Withdrawing(AnApplication.Submitted()),
            ["A returned application is withdrawn by the candidate"] = Withdrawing(AnApplication.Returned()),
            ["An approved application is withdrawn by the candidate"] = Withdrawing(AnApplication.Approved()),
            ["A printed application is withdrawn by the candidate"] = Withdrawing(AnApplication.Printed()),
            ["A verified application is withdrawn by the candidate"] = Withdrawing(AnApplication.Verified()),
            ["Staff withdraw on a candidate's word"] = Withdrawing(AnApplication.Submitted()) with
            {
                By = Somebody.Clerk,
            },
            ["Staff close the account of a draft"] = Closing(AnApplication.Drafting()),
            ["Staff close the account of a submitted application"] = Closing(AnApplication.Submitted()),
            ["Staff close the account of a returned application"] = Closing(AnApplication.Correcting()),
            ["Staff close the account of an approved application"] = Closing(AnApplication.Approved()),
            ["Staff close the account of a printed application"] = Closing(AnApplication.Printed()),
            ["Staff close the account of a verified application"] = Closing(AnApplication.Verified()),
        };

    private static LifecycleEdge Withdrawing(AnApplication given) =>
        new(given, new Command.Withdraw("工作调动"), StageName.Withdrawn, new Event.Withdrawn("工作调动"));

    private static LifecycleEdge Closing(AnApplication given) =>
        new(given, new Command.CloseAccount("不再符合条件"), StageName.Withdrawn, new Event.Withdrawn("不再符合条件"));
}
