using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using static Enrollment.Tests.Applications.LifecycleEdge;

namespace Enrollment.Tests.Applications;

/// <content>Review (R9, R10).</content>
internal static partial class LifecycleEdges
{
    private static readonly ReviewTarget Post = new ReviewTarget.OfField(FormField.Post);

    private static readonly Mark PostCommented = new(Post, Verdict.Commented, "请按任职文件填写");

    private static readonly OnlineVerification Matching = new("张三", "某某大学", "104221201205001234", Matches: true);

    private static readonly OpenParts PostOpened = new([FormField.Post], [Slot.AppointmentDocument]);

    private static AnApplication Claimed { get; } = AnApplication.Claimed();

    private static Dictionary<string, LifecycleEdge> Review =>
        new(StringComparer.Ordinal)
        {
            ["A reviewer claims a submitted application"] = new(
                AnApplication.Submitted(),
                new Command.ClaimReview(),
                StageName.Submitted,
                new Event.Claimed(AnApplication.Submitted().Now + Lifecycle.ClaimLease)
            ),
            ["A reviewer renews the claim"] = new(
                Claimed.Later(TimeSpan.FromMinutes(10)),
                new Command.ClaimReview(),
                StageName.Submitted,
                new Event.Claimed(Claimed.Now + TimeSpan.FromMinutes(10) + Lifecycle.ClaimLease)
            ),
            ["Another takes over a claim that has lapsed"] = new(
                Claimed.Later(Lifecycle.ClaimLease),
                new Command.ClaimReview(),
                StageName.Submitted,
                new Event.Claimed(Claimed.Now + 2 * Lifecycle.ClaimLease)
            )
            {
                By = Somebody.OtherReviewer,
            },
            ["A claim is released"] = new(
                Claimed,
                new Command.ReleaseReview(),
                StageName.Submitted,
                new Event.Released()
            ),
            ["Releasing what nobody claimed changes nothing"] = new(
                AnApplication.Submitted(),
                new Command.ReleaseReview(),
                StageName.Submitted
            ),
            ["Marks persist as they are made, those that are news"] = new(
                AnApplication.Reviewed(),
                new Command.MarkParts([new(new ReviewTarget.OfField(FormField.Name), Verdict.Accepted), PostCommented]),
                StageName.Submitted,
                new Event.Marked([PostCommented])
            ),
            ["The online verification of slot 9 is recorded"] = new(
                Claimed,
                new Command.RecordOnlineVerification(Matching),
                StageName.Submitted,
                new Event.VerifiedOnline(Matching)
            ),
            ["A reviewer overrules a finding"] = new(
                AnApplication.Drafting().With([.. Uploads.Of(Extra, Slot.Other, Uploads.Blocked)]),
                new Command.OverruleFinding(Extra, FindingCode.TooFewBytes, "原件即如此"),
                StageName.Draft,
                new Event.FindingOverruled(Extra, FindingCode.TooFewBytes, "原件即如此")
            ),
            ["With every part accepted it is approved, and the papers are to be made"] = new(
                AnApplication.Reviewed(),
                new Command.Approve(),
                StageName.Approved,
                new Event.Approved(),
                new Event.PapersOutdated(1),
                Text(1, TextTemplate.Approved, Place)
            ),
            ["A return opens what was commented and what depends on it"] = new(
                Claimed.With(new Event.Marked([PostCommented])),
                new Command.Return("请修改"),
                StageName.Returned,
                new Event.Returned(PostOpened, "请修改"),
                Text(1, TextTemplate.Returned)
            ),
            ["A rejection tells the candidate"] = new(
                Claimed,
                new Command.Reject("不符合报考条件"),
                StageName.Rejected,
                new Event.Rejected("不符合报考条件"),
                Text(1, TextTemplate.Rejected)
            ),
            ["An approved application is returned"] = new(
                AnApplication.Approved().With(new Event.Marked([PostCommented])),
                new Command.Return(null),
                StageName.Returned,
                new Event.Returned(PostOpened, null),
                Text(1, TextTemplate.Returned)
            ),
            ["The desk returns an application, and the text waits for the morning"] = new(
                AnApplication
                    .Printed()
                    .With(new Event.Marked([PostCommented]))
                    .At(ChinaTime.At(new(2026, 7, 15), new(23, 0))),
                new Command.Return(null),
                StageName.Returned,
                new Event.Returned(PostOpened, null),
                Text(1, TextTemplate.Returned) with
                {
                    NotBefore = ChinaTime.At(new(2026, 7, 16), new(8, 0)),
                }
            ),
            ["The desk rejects an application"] = new(
                AnApplication.Printed(),
                new Command.Reject("原件不实"),
                StageName.Rejected,
                new Event.Rejected("原件不实"),
                Text(1, TextTemplate.Rejected)
            ),
            ["A returned person who opens the page has a new five days"] = new(
                AnApplication.Returned().On(new(2026, 5, 21)),
                new Command.Appear(),
                StageName.Returned,
                new Event.ReceiptConfirmed(
                    ReceiptEvidence.SignIn,
                    ChinaTime.At(new(2026, 5, 21), new(9, 0)),
                    ChinaTime.EndOf(new(2026, 5, 26))
                )
            ),
            ["The five days of a return are whole, even after 审核截止"] = new(
                AnApplication.Returned().On(new(2026, 7, 15)),
                new Command.Appear(),
                StageName.Returned,
                new Event.ReceiptConfirmed(
                    ReceiptEvidence.SignIn,
                    ChinaTime.At(new(2026, 7, 15), new(9, 0)),
                    ChinaTime.EndOf(new(2026, 7, 20))
                )
            ),
            ["The return's text starts the clock when it is delivered"] = new(
                AnApplication.Returned().On(new(2026, 5, 21)),
                new Command.ReportText(AnApplication.Returned().LastText, TextState.Delivered, IsFinal: false),
                StageName.Returned,
                new Event.TextReported(AnApplication.Returned().LastText, TextState.Delivered),
                new Event.ReceiptConfirmed(
                    ReceiptEvidence.DeliveryReport,
                    ChinaTime.At(new(2026, 5, 21), new(9, 0)),
                    ChinaTime.EndOf(new(2026, 5, 26))
                )
            ),
            ["Another text's delivery starts no clock of a return"] = new(
                AnApplication.Returned(),
                new Command.ReportText(Invited.LastText, TextState.Delivered, IsFinal: false),
                StageName.Returned,
                new Event.TextReported(Invited.LastText, TextState.Delivered)
            ),
            ["Marks that are there already change nothing"] = new(
                AnApplication.Reviewed(),
                new Command.MarkParts([new(new ReviewTarget.OfField(FormField.Name), Verdict.Accepted)]),
                StageName.Submitted
            ),
            ["Approved a second time it has papers of the next version"] = new(
                AnApplication
                    .Approved()
                    .With(new Event.Marked([PostCommented]))
                    .After(new Command.Return(null))
                    .With(new Event.Submitted(AnApplication.Commitment))
                    .Claim()
                    .AcceptAll(),
                new Command.Approve(),
                StageName.Approved,
                new Event.Approved(),
                new Event.PapersOutdated(2),
                Text(1, TextTemplate.Approved, Place)
            ),
        };
}
