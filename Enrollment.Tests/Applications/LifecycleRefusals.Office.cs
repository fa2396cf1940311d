using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <content>Accounts, texts and deadlines in the office (R1, R2, R15).</content>
internal static partial class LifecycleRefusals
{
    private static Dictionary<string, LifecycleRefusal> Office =>
        new(StringComparer.Ordinal)
        {
            ["A report is on a text that was sent"] = new(
                AnApplication.Invited(),
                new Command.ReportText("0", TextState.Delivered, IsFinal: false),
                RefusalCode.MessageUnknown
            ),
            ["A text that was never sent is not sent again"] = new(
                AnApplication.Invited(),
                new Command.SendTextAgain("0"),
                RefusalCode.MessageUnknown
            ),
            ["A text on its way is not sent again"] = new(
                AnApplication.Invited(),
                new Command.SendTextAgain(AnApplication.Invited().LastText),
                RefusalCode.MessageNotFailed
            ),
            ["A correction gives a reason"] = new(
                AnApplication.Drafting(),
                new Command.CorrectAccount(Somebody.Account with { Phone = PhoneNumber.Parse("13800000002") }, ""),
                RefusalCode.ReasonMissing
            ),
            ["A sign-in code is issued with a reason"] = new(
                AnApplication.Drafting(),
                new Command.IssueSignInCode(""),
                RefusalCode.ReasonMissing
            ),
            ["An account is closed with a reason"] = new(
                AnApplication.Drafting(),
                new Command.CloseAccount(" "),
                RefusalCode.ReasonMissing
            ),
            ["A note has an end"] = new(
                AnApplication.Drafting(),
                new Command.AddNote(TooLong),
                RefusalCode.TextTooLong
            ),
            ["A deadline is not moved to a day that is over"] = new(
                AnApplication.Drafting(),
                new Command.ExtendDeadline(new(2026, 5, 17), "出差"),
                RefusalCode.DayIsPast
            ),
            ["A deadline is moved with a reason"] = new(
                AnApplication.Drafting(),
                new Command.ExtendDeadline(new(2026, 6, 1), ""),
                RefusalCode.ReasonMissing
            ),
            ["A deadline that has passed is not extended but reopened"] = new(
                AnApplication.Drafting().At(ASeason.DraftDeadline),
                new Command.ExtendDeadline(new(2026, 6, 1), "出差"),
                RefusalCode.DeadlinePassed
            ),
            ["On-site days that are over are not extended but reopened"] = new(
                AnApplication.Printed().At(ASeason.OnSiteEnd),
                new Command.ExtendDeadline(new(2026, 8, 1), "出差"),
                RefusalCode.SeasonOver
            ),
            ["Nothing is reopened until a day that is over"] = new(
                AnApplication.Abandoned(),
                new Command.Reopen(new(2026, 5, 25), "情况属实"),
                RefusalCode.DayIsPast
            ),
            ["Something is reopened with a reason"] = new(
                AnApplication.Abandoned(),
                new Command.Reopen(new(2026, 5, 31), ""),
                RefusalCode.ReasonMissing
            ),
            ["A day that is over at this very instant is past"] = new(
                AnApplication.Drafting().At(ChinaTime.EndOf(new(2026, 5, 20))),
                new Command.ExtendDeadline(new(2026, 5, 20), "出差"),
                RefusalCode.DayIsPast
            ),
        };
}
