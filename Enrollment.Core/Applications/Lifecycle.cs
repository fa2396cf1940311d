using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// The lifecycle of an application (DESIGN §2) as one pure function each way: <see cref="Decide"/> says what a command
/// leads to, <see cref="Evolve"/> folds what happened. No I/O, no clock, no random numbers.
/// </summary>
public static partial class Lifecycle
{
    public static Decision Decide(Season season, Application application, Command command, Context context) =>
        IsPermitted(command, context.By)
            ? DecidePermitted(season, application, command, context)
            : Refuse(RefusalCode.NotYoursToDo);

    private static Decision DecidePermitted(Season season, Application application, Command command, Context context) =>
        (application.Stage, command) switch
        {
            (Stage.Unopened, Command.OpenAccount open) => Open(season, open, context),
            (Stage.Unopened, _) => Refuse(RefusalCode.NotInThisStage),

            // Whatever the stage: the clock, the gateway's reports, inspections, the office's own notes
            (_, Command.CatchUp) => CatchUp(season, application, context),
            (_, Command.Appear) => Appear(season, application, context),
            (_, Command.ReportText report) => ReportText(season, application, report, context),
            (_, Command.SendTextAgain again) => SendTextAgain(season, application, again, context),
            (_, Command.IssueSignInCode issue) => WithReason(issue.Reason, new Event.SignInCodeIssued(issue.Reason)),
            (_, Command.AddNote note) => WithReason(note.Text, new Event.NoteAdded(note.Text)),
            (_, Command.RecordInspection inspected) => RecordInspection(application, inspected),
            (_, Command.RecordPapers papers) => RecordPapers(application, papers),
            (_, Command.GiveBackOriginal back) => GiveBackOriginal(application, back),

            // Money comes and goes back when it does, whatever the stage (R13)
            (_, Command.RecordOrderPlaced placed) => RecordOrderPlaced(application, placed),
            (_, Command.RecordOrderClosed closed) => RecordOrderClosed(application, closed),
            (_, Command.SettleOrder settle) => Settle(season, application, settle.Receipt, context),
            (_, Command.RecordGivenBack given) => RecordGivenBack(application, given.Receipt, context),
            (_, Command.RefundPayment refund) when application.Payments.Count > 0 => Refund(
                application,
                refund,
                context
            ),
            (_, Command.RecordRefund refund) => RecordRefund(application, refund),
            (_, Command.CloseOrder close) when application.Orders.Count > 0 => CloseOrder(application, close),

            // Ended: only reopening leads out
            (Stage.Abandoned or Stage.Rejected or Stage.Withdrawn, Command.Reopen reopen) => Reopen(
                season,
                application,
                reopen,
                context
            ),
            (Stage.Abandoned or Stage.Rejected or Stage.Withdrawn, _) => Refuse(RefusalCode.NotInThisStage),

            // The account, while the application lives (R1)
            (_, Command.CorrectAccount correct) => Correct(season, application, correct, context),
            (Stage.Invited, Command.Withdraw) => Refuse(RefusalCode.NotInThisStage),
            (Stage.Paid, Command.CloseAccount or Command.Withdraw) => Refuse(RefusalCode.NotInThisStage),
            (_, Command.CloseAccount close) => Leave(application, close.Reason),
            (_, Command.Withdraw withdraw) => Leave(application, withdraw.Reason),

            // 填报中、退回修改: the candidate's turn, until the deadline (R2)
            (Stage.Draft or Stage.Returned, Command.ReceiveImage receive) => ReceiveImage(application, receive),
            (Stage.Draft or Stage.Returned, _) when IsEdit(command) && IsLate(application, context.Now) => Refuse(
                RefusalCode.DeadlinePassed
            ),
            (Stage.Draft or Stage.Returned, Command.GiveConsent consent) => GiveConsent(season, application, consent),
            (Stage.Draft or Stage.Returned, _) when IsEdit(command) && OutstandingConsents(season, application).Any() =>
                Refuse(RefusalCode.ConsentMissing),
            (Stage.Draft or Stage.Returned, Command.SaveForm save) => SaveForm(application, save),
            (Stage.Draft or Stage.Returned, Command.OpenUpload open) => OpenUpload(application, open, context),
            (Stage.Draft or Stage.Returned, Command.RemoveImage remove) => RemoveImage(application, remove),
            (Stage.Draft or Stage.Returned, Command.ExplainImage explain) => ExplainImage(application, explain),
            (Stage.Draft or Stage.Returned, Command.Submit submit) => Submit(season, application, submit, context),

            // 待审核: the reviewer's turn (R10)
            (Stage.Submitted submitted, Command.ClaimReview) => ClaimReview(submitted, context),
            (Stage.Submitted submitted, Command.ReleaseReview) => ReleaseReview(submitted, context),
            (Stage.Submitted submitted, _) when IsReview(command) && !Holds(submitted, context.By) => submitted.Claim
                is { } claim
                ? Refuse(RefusalCode.ClaimedByAnother, claim.By.Name)
                : Refuse(RefusalCode.NotClaimed),
            (Stage.Approved or Stage.Printed, _)
                when NeedsTime(command) && IsSeasonOver(season, application, context.Now) => Refuse(
                RefusalCode.SeasonOver
            ),
            (Stage.Submitted, Command.Approve) => Approve(season, application, context),
            (Stage.Submitted or Stage.Approved or Stage.Printed, Command.MarkParts marks) => MarkParts(
                application,
                marks
            ),
            (Stage.Submitted or Stage.Approved or Stage.Printed, Command.RecordOnlineVerification verification) =>
                Accept(new Event.VerifiedOnline(verification.Verification)),
            (Stage.Submitted or Stage.Approved or Stage.Printed, Command.Return back) => Return(
                season,
                application,
                back,
                context
            ),
            (Stage.Submitted or Stage.Printed, Command.Reject reject) => Reject(season, application, reject, context),
            (Stage.Draft or Stage.Returned or Stage.Submitted, Command.OverruleFinding overrule) => Overrule(
                application,
                overrule
            ),

            // 审核通过、待现场审核: papers and originals (R11, R12)
            (Stage.Approved or Stage.Printed or Stage.OriginalsVerified or Stage.Paid, Command.FetchPaper fetch) =>
                FetchPaper(application, fetch),
            (Stage.Approved or Stage.Printed or Stage.OriginalsVerified or Stage.Paid, Command.PrintPapers) =>
                PrintPapers(application),
            (Stage.Approved or Stage.Printed, Command.CheckOriginals check) => CheckOriginals(
                season,
                application,
                check
            ),
            (Stage.Approved or Stage.Printed, Command.VerifyOriginals) => VerifyOriginals(season, application),

            // 待缴费、报名完成 (R13)
            (Stage.OriginalsVerified, Command.TakeBackVerification back) => WithReason(
                back.Reason,
                [new Event.VerificationTakenBack(back.Reason), .. NoLongerAwaited(application)]
            ),
            (Stage.OriginalsVerified, Command.EnterPayment or Command.OpenOrder)
                when IsSeasonOver(season, application, context.Now) => Refuse(RefusalCode.SeasonOver),
            (Stage.OriginalsVerified, Command.OpenOrder open) => OpenOrder(season, application, open, context),
            (Stage.OriginalsVerified, Command.EnterPayment payment) => EnterPayment(
                season,
                application,
                payment,
                context
            ),
            (Stage.OriginalsVerified, Command.CountSurplus count) => CountSurplus(season, application, count, context),
            (Stage.Paid, Command.ReversePayment reverse) => Reverse(application, reverse),

            // Staff move one person's time (R2)
            (
                Stage.Draft
                    or Stage.Returned
                    or Stage.Approved
                    or Stage.Printed
                    or Stage.OriginalsVerified,
                Command.ExtendDeadline extend
            ) => Extend(season, application, extend, context),

            _ => Refuse(RefusalCode.NotInThisStage),
        };

    private static bool IsPermitted(Command command, Actor by) =>
        command switch
        {
            Command.Appear
            or Command.GiveConsent
            or Command.SaveForm
            or Command.OpenUpload
            or Command.ReceiveImage
            or Command.RemoveImage
            or Command.ExplainImage
            or Command.Submit => by is Actor.Candidate,
            Command.FetchPaper => by is Actor.Candidate,
            Command.Withdraw => by is Actor.Candidate or Actor.Staff,
            Command.CatchUp
            or Command.ReportText
            or Command.RecordInspection
            or Command.RecordPapers
            or Command.RecordOrderPlaced
            or Command.RecordOrderClosed
            or Command.SettleOrder
            or Command.RecordGivenBack
            or Command.RecordRefund => by is Actor.TheSystem,
            _ => by is Actor.Staff,
        };

    private static bool IsEdit(Command command) =>
        command
            is Command.GiveConsent
                or Command.SaveForm
                or Command.OpenUpload
                or Command.RemoveImage
                or Command.ExplainImage
                or Command.Submit;

    private static bool IsReview(Command command) =>
        command
            is Command.MarkParts
                or Command.RecordOnlineVerification
                or Command.Approve
                or Command.Return
                or Command.Reject;

    /// <summary>What leads on from the desk, or back from it: only until the on-site days are over (R17).</summary>
    private static bool NeedsTime(Command command) =>
        command is Command.CheckOriginals or Command.VerifyOriginals or Command.Return;

    private static bool Holds(Stage.Submitted submitted, Actor by) =>
        submitted.Claim is { } claim && by is Actor.Staff staff && claim.By.Id == staff.Id;

    private static Decision.Accepted Accept(params ReadOnlySpan<Event> events) => new(ValueList.Create(events));

    private static Decision.Refused Refuse(RefusalCode code, string? argument = null) =>
        new(new Refusal(code) { Argument = argument });

    private static Decision WithReason(string reason, params ReadOnlySpan<Event> events) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(RefusalCode.ReasonMissing)
        : reason.Length > MaxReasonLength ? Refuse(RefusalCode.TextTooLong)
        : Accept(events);

    /// <summary>Characters of a reason, a comment, an explanation or a note.</summary>
    public const int MaxReasonLength = 500;
}
