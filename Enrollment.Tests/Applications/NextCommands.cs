using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>What somebody in the ordinary course would do next, so that random walks get somewhere.</summary>
internal static class NextCommands
{
    public static Command Of(Application state, DateTimeOffset now, int detail) =>
        state.Stage switch
        {
            Stage.Unopened => new Command.OpenAccount("202600001", Somebody.Account),
            Stage.Invited or Stage.Returned { Deadline: null } => new Command.Appear(),
            Stage.Draft or Stage.Returned => OfCandidate(state, now),
            Stage.Submitted submitted => OfReviewer(state, submitted, detail),
            Stage.Approved or Stage.Printed => OfDesk(state, detail),
            Stage.OriginalsVerified => new Command.EnterPayment(
                PaymentMethod.WeChat,
                ASeason.Current.FeeFen,
                $"{detail}",
                "窗口收款"
            ),
            Stage.Paid => new Command.ReversePayment(state.Payments[^1].OrderNo, "录错"),
            _ => new Command.Reopen(ChinaTime.DateOf(now).AddDays(7), "情况属实"),
        };

    private static Command OfCandidate(Application state, DateTimeOffset now)
    {
        var lacking = Completeness.Of(ASeason.Current, state, ChinaTime.DateOf(now));
        return (lacking.Shortcomings is [var first, ..] ? first : null) switch
        {
            { Code: ShortcomingCode.ConsentMissing } => new Command.GiveConsent([.. Enum.GetValues<ConsentKind>()]),
            _ when lacking.FormProblems.Count > 0 => new Command.SaveForm(SampleForm.Valid, state.FormRevision, []),
            { Code: ShortcomingCode.UploadUnfinished, Image: { } image } => new Command.ReceiveImage(
                image,
                Uploads.Sha256,
                now,
                Uploads.Fine
            ),
            { Code: ShortcomingCode.NotInspected, Image: { } image } => new Command.RecordInspection(
                image,
                Uploads.Fine
            ),
            { Code: ShortcomingCode.ExplanationMissing, Image: { } image } => new Command.ExplainImage(
                image,
                "原件如此"
            ),
            { Image: { } image } => new Command.RemoveImage(image),
            { Slot: { } slot, EntryId: var entryId } => new Command.OpenUpload(
                slot,
                Slots.Of(slot).Pages[0],
                entryId,
                "扫描.jpg"
            ),
            _ => new Command.Submit(HasCommitted: true),
        };
    }

    private static Command OfReviewer(Application state, Stage.Submitted submitted, int detail)
    {
        var unmarked = Lifecycle
            .PartsToReview(state)
            .Where(part => state.Marks.All(mark => mark.Target != part))
            .Select(part => new Mark(part, Verdict.Accepted))
            .ToList();
        return submitted.Claim is null ? new Command.ClaimReview()
            : state.OnlineVerification is not { Matches: true }
                ? new Command.RecordOnlineVerification(new("张三", "某某大学", "1042", Matches: true))
            : unmarked.Count > 0 ? new Command.MarkParts([.. unmarked])
            : state.Marks.Any(mark => mark.Verdict == Verdict.Commented) ? new Command.Return("请修改")
            : detail % 3 == 0
                ? new Command.MarkParts([
                    new(
                        new ReviewTarget.OfField(FormFields.All[detail % FormFields.All.Count]),
                        Verdict.Commented,
                        "请核对"
                    ),
                ])
            : new Command.Approve();
    }

    private static Command OfDesk(Application state, int detail) =>
        state.Papers is { Made.Count: 0 } awaited
            ? new Command.RecordPapers(
                awaited.Version,
                [new(DocumentKind.RegistrationForm, Uploads.Sha256, $"v{awaited.Version}")]
            )
        : state.Stage is Stage.Approved && detail % 2 == 0 ? new Command.PrintPapers()
        : detail % 3 == 0 ? new Command.VerifyOriginals()
        : new Command.CheckOriginals(AnApplication.Unopened().ChecksFor(state));
}
