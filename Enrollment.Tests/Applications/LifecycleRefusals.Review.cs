using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>The reviewer's turn (R9, R10).</content>
internal static partial class LifecycleRefusals
{
    private static readonly ReviewTarget Post = new ReviewTarget.OfField(FormField.Post);

    private static readonly Mark PostCommented = new(Post, Verdict.Commented, "请按任职文件填写");

    private static AnApplication Commented { get; } = AnApplication.Claimed().With(new Event.Marked([PostCommented]));

    private static ReviewTarget ChsiRecord { get; } =
        new ReviewTarget.OfImage(Commented.State.ImagesIn(Slot.ChsiRecord).Single().Id);

    private static Dictionary<string, LifecycleRefusal> Review =>
        new(StringComparer.Ordinal)
        {
            ["What another has claimed is not claimed"] = new(
                AnApplication.Claimed(),
                new Command.ClaimReview(),
                RefusalCode.ClaimedByAnother,
                Somebody.Reviewer.Name,
                Somebody.OtherReviewer
            ),
            ["What another has claimed is not released"] = new(
                AnApplication.Claimed(),
                new Command.ReleaseReview(),
                RefusalCode.ClaimedByAnother,
                Somebody.Reviewer.Name,
                Somebody.OtherReviewer
            ),
            ["What another has claimed is not approved"] = new(
                AnApplication.Reviewed(),
                new Command.Approve(),
                RefusalCode.ClaimedByAnother,
                Somebody.Reviewer.Name,
                Somebody.OtherReviewer
            ),
            ["Nobody reviews what they have not claimed"] = new(
                AnApplication.Submitted(),
                new Command.MarkParts([PostCommented]),
                RefusalCode.NotClaimed
            ),
            ["A mark is on something that is there"] = new(
                AnApplication.Claimed(),
                new Command.MarkParts([new(new ReviewTarget.OfImage(Extra), Verdict.Accepted)]),
                RefusalCode.MarkTargetUnknown,
                $"image:{Extra}"
            ),
            ["A comment has words"] = new(
                AnApplication.Claimed(),
                new Command.MarkParts([PostCommented with { Comment = " " }]),
                RefusalCode.CommentMissing,
                "field:post"
            ),
            ["A comment has an end"] = new(
                AnApplication.Claimed(),
                new Command.MarkParts([PostCommented with { Comment = TooLong }]),
                RefusalCode.TextTooLong,
                "field:post"
            ),
            ["Slot 9 is not accepted before its verification online"] = new(
                AnApplication.Claimed(),
                new Command.MarkParts([new(ChsiRecord, Verdict.Accepted)]),
                RefusalCode.OnlineVerificationMissing,
                $"{ChsiRecord}"
            ),
            ["A verification that came out differently keeps it from being approved"] = new(
                AnApplication
                    .Reviewed()
                    .With(new Event.VerifiedOnline(new("张珊", "某某大学", "104221201205001234", Matches: false))),
                new Command.Approve(),
                RefusalCode.OnlineVerificationMissing,
                $"{ChsiRecord}"
            ),
            ["A part with a comment keeps it from being approved"] = new(
                AnApplication.Reviewed().With(new Event.Marked([PostCommented])),
                new Command.Approve(),
                RefusalCode.PartsNotAccepted,
                "field:post"
            ),
            ["A comment on a slot keeps it from being approved"] = new(
                AnApplication
                    .Reviewed()
                    .With(new Event.Marked([new(new ReviewTarget.OfSlot(Slot.Other), Verdict.Commented, "请补充")])),
                new Command.Approve(),
                RefusalCode.PartsNotAccepted,
                "slot:other"
            ),
            ["A return says what is to be changed"] = new(
                AnApplication.Reviewed(),
                new Command.Return("请修改"),
                RefusalCode.NothingCommented
            ),
            ["A return's reason has an end"] = new(Commented, new Command.Return(TooLong), RefusalCode.TextTooLong),
            ["A rejection gives a reason"] = new(Commented, new Command.Reject(""), RefusalCode.ReasonMissing),
            ["A finding that is not there is not overruled"] = new(
                WithImage(Uploads.Warned),
                new Command.OverruleFinding(Extra, FindingCode.Blurred, "清晰"),
                RefusalCode.FindingUnknown
            ),
            ["A finding is overruled once"] = new(
                WithImage(Uploads.Warned).With(new Event.FindingOverruled(Extra, FindingCode.Tilted, "可以辨认")),
                new Command.OverruleFinding(Extra, FindingCode.Tilted, "可以辨认"),
                RefusalCode.FindingUnknown
            ),
            ["A finding is overruled with a reason"] = new(
                WithImage(Uploads.Warned),
                new Command.OverruleFinding(Extra, FindingCode.Tilted, ""),
                RefusalCode.ReasonMissing
            ),
            ["An image that is not there has no finding to overrule"] = new(
                AnApplication.Drafting(),
                new Command.OverruleFinding(Extra, FindingCode.Tilted, "可以辨认"),
                RefusalCode.ImageUnknown
            ),
            ["One part that nobody accepted keeps the others from being approved"] = new(
                AnApplication
                    .Claimed()
                    .With(
                        new Event.Marked([
                            .. Lifecycle
                                .PartsToReview(AnApplication.Claimed().State)
                                .Where(part => part != new ReviewTarget.OfField(FormField.Post))
                                .Select(part => new Mark(part, Verdict.Accepted)),
                        ])
                    ),
                new Command.Approve(),
                RefusalCode.PartsNotAccepted,
                "field:post"
            ),
        };
}
