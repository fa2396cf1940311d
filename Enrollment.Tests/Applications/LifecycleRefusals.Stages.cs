using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>What a stage does not know, and what is not for everybody (DESIGN §2).</content>
internal static partial class LifecycleRefusals
{
    private static readonly Command.Submit Submit = new(HasCommitted: true);

    private static Dictionary<string, LifecycleRefusal> Stages =>
        new(StringComparer.Ordinal)
        {
            ["An account is opened once"] = Misplaced(
                AnApplication.Invited(),
                new Command.OpenAccount("202600002", Somebody.Account)
            ),
            ["Nothing is done to an account that was not opened"] = Misplaced(AnApplication.Unopened(), Submit),
            ["An invited person submits nothing before the receipt"] = Misplaced(AnApplication.Invited(), Submit),
            ["An invited person's account is closed, not withdrawn"] = Misplaced(
                AnApplication.Invited(),
                new Command.Withdraw("工作调动")
            ),
            ["A submitted form can't be edited"] = Misplaced(
                AnApplication.Submitted(),
                new Command.SaveForm(SampleForm.Valid, 1, [])
            ),
            ["A submitted application is not submitted again"] = Misplaced(AnApplication.Submitted(), Submit),
            ["A draft is not approved"] = Misplaced(AnApplication.Complete(), new Command.Approve()),
            ["A returned application is not claimed"] = Misplaced(AnApplication.Returned(), new Command.ClaimReview()),
            ["An approved application is not rejected before the desk"] = Misplaced(
                AnApplication.Approved(),
                new Command.Reject("不符合报考条件")
            ),
            ["A draft's originals are not checked"] = Misplaced(
                AnApplication.Complete(),
                new Command.VerifyOriginals()
            ),
            ["A draft has no papers to fetch"] = Misplaced(
                AnApplication.Complete(),
                new Command.FetchPaper(DocumentKind.RegistrationForm)
            ),
            ["Nobody pays before the originals pass"] = Misplaced(AnApplication.Checked(), Pay),
            ["Nobody pays twice"] = Misplaced(AnApplication.Paid(), Pay),
            ["A verified application is not returned"] = Misplaced(AnApplication.Verified(), new Command.Return(null)),
            ["A completed application is left by its refund only"] = Misplaced(
                AnApplication.Paid(),
                new Command.Withdraw("工作调动")
            ),
            ["A completed application's account is not closed"] = Misplaced(
                AnApplication.Paid(),
                new Command.CloseAccount("重复")
            ),
            ["A completed verification is not taken back"] = Misplaced(
                AnApplication.Paid(),
                new Command.TakeBackVerification("有误")
            ),
            ["A lapsed application is not submitted"] = Misplaced(AnApplication.Abandoned(), Submit),
            ["A rejected application is not withdrawn"] = Misplaced(
                AnApplication.Rejected(),
                new Command.Withdraw("工作调动")
            ),
            ["A withdrawn application is not extended"] = Misplaced(
                AnApplication.Withdrawn(),
                new Command.ExtendDeadline(new(2026, 6, 1), "出差")
            ),
            ["What has not ended is not reopened"] = Misplaced(
                AnApplication.Submitted(),
                new Command.Reopen(new(2026, 6, 1), "情况属实")
            ),
            ["A deadline that does not run is not extended"] = Misplaced(
                AnApplication.Returned(),
                new Command.ExtendDeadline(new(2026, 6, 1), "出差")
            ),
            ["A candidate does not approve"] = new(
                AnApplication.Reviewed(),
                new Command.Approve(),
                RefusalCode.NotYoursToDo,
                By: Somebody.Candidate
            ),
            ["A candidate does not extend the deadline"] = new(
                AnApplication.Drafting(),
                new Command.ExtendDeadline(new(2026, 6, 1), "出差"),
                RefusalCode.NotYoursToDo,
                By: Somebody.Candidate
            ),
            ["Staff do not submit for a candidate"] = new(
                AnApplication.Complete(),
                Submit,
                RefusalCode.NotYoursToDo,
                By: Somebody.Reviewer
            ),
            ["Staff do not report what became of a text"] = new(
                AnApplication.Invited(),
                new Command.ReportText(AnApplication.Invited().LastText, TextMessages.TextState.Delivered, false),
                RefusalCode.NotYoursToDo,
                By: Somebody.Reviewer
            ),
        };

    private static LifecycleRefusal Misplaced(AnApplication given, Command when) =>
        new(given, when, RefusalCode.NotInThisStage);
}
