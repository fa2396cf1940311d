using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using static Enrollment.Tests.Applications.LifecycleEdge;

namespace Enrollment.Tests.Applications;

/// <content>Accounts, receipts and texts (R1, R2, R15).</content>
internal static partial class LifecycleEdges
{
    private static readonly Account OtherPhone = Somebody.Account with { Phone = PhoneNumber.Parse("13800000002") };

    private static readonly Account OtherNumber = Somebody.Account with
    {
        IdentityNumber = IdentityNumber.Parse("11010519491231002X"),
    };

    /// <summary>Returned, and the phone corrected, at one instant.</summary>
    private static AnApplication Resent { get; } =
        AnApplication.Returned().Later(TimeSpan.FromHours(1)).After(new Command.CorrectAccount(OtherPhone, "号码录错"));

    private static AnApplication ReturnedTwice { get; } =
        AnApplication
            .Correcting()
            .Later(TimeSpan.FromHours(1))
            .With(new Event.Submitted(AnApplication.Commitment))
            .Claim()
            .With(new Event.Marked([new(new ReviewTarget.OfField(FormField.Post), Verdict.Commented, "请核对")]))
            .After(new Command.Return(null));

    private static readonly Account OtherName = Somebody.Account with { Name = "张珊" };

    private static AnApplication Invited { get; } = AnApplication.Invited();

    private static AnApplication Failed { get; } =
        Invited.With(new Event.TextReported(Invited.LastText, TextState.Failed));

    private static Dictionary<string, LifecycleEdge> Accounts =>
        new(StringComparer.Ordinal)
        {
            ["Staff open an account, and the confirmation text goes out"] = new(
                AnApplication.Unopened(),
                new Command.OpenAccount("202600001", Somebody.Account),
                StageName.Invited,
                new Event.AccountOpened("2026", "202600001", Somebody.Account),
                Text(1, TextTemplate.Confirmation)
            ),
            ["An invited person whose text is delivered has five days, moved off the weekend"] = new(
                Invited,
                new Command.ReportText(Invited.LastText, TextState.Delivered, IsFinal: false),
                StageName.Draft,
                new Event.TextReported(Invited.LastText, TextState.Delivered),
                new Event.ReceiptConfirmed(ReceiptEvidence.DeliveryReport, ASeason.Opening, ASeason.DraftDeadline)
            ),
            ["Acceptance counts as receipt where a gateway gives no reports"] = new(
                Invited,
                new Command.ReportText(Invited.LastText, TextState.Accepted, IsFinal: true),
                StageName.Draft,
                new Event.TextReported(Invited.LastText, TextState.Accepted),
                new Event.ReceiptConfirmed(ReceiptEvidence.Acceptance, ASeason.Opening, ASeason.DraftDeadline)
            ),
            ["Acceptance alone starts no clock where reports will come"] = new(
                Invited,
                new Command.ReportText(Invited.LastText, TextState.Accepted, IsFinal: false),
                StageName.Invited,
                new Event.TextReported(Invited.LastText, TextState.Accepted)
            ),
            ["The first sign-in is a receipt too"] = new(
                Invited,
                new Command.Appear(),
                StageName.Draft,
                new Event.ReceiptConfirmed(ReceiptEvidence.SignIn, ASeason.Opening, ASeason.DraftDeadline)
            ),
            ["A receipt shortly before 填报截止 leaves the days until then"] = new(
                Invited.On(new(2026, 6, 29)),
                new Command.Appear(),
                StageName.Draft,
                new Event.ReceiptConfirmed(
                    ReceiptEvidence.SignIn,
                    ChinaTime.At(new(2026, 6, 29), new(9, 0)),
                    ChinaTime.EndOf(ASeason.Current.Calendar.SubmissionCloses)
                )
            ),
            ["A fifth day in a holiday moves to the next working day"] = new(
                Invited.On(new(2026, 6, 14)),
                new Command.Appear(),
                StageName.Draft,
                new Event.ReceiptConfirmed(
                    ReceiptEvidence.SignIn,
                    ChinaTime.At(new(2026, 6, 14), new(9, 0)),
                    ChinaTime.EndOf(new(2026, 6, 22))
                )
            ),
            ["Appearing again changes nothing"] = new(AnApplication.Drafting(), new Command.Appear(), StageName.Draft),
            ["A failed text starts no clock and goes on the staff's list"] = new(
                Invited,
                new Command.ReportText(Invited.LastText, TextState.Failed, IsFinal: false, "空号"),
                StageName.Invited,
                new Event.TextReported(Invited.LastText, TextState.Failed, "空号"),
                new Event.ReceiptMissed(Invited.LastText)
            ),
            ["A report that comes twice is news once"] = new(
                Failed.With(new Event.ReceiptMissed(Invited.LastText)),
                new Command.ReportText(Invited.LastText, TextState.Failed, IsFinal: false),
                StageName.Invited
            ),
            ["A delivery after the failure still counts"] = new(
                Failed,
                new Command.ReportText(Invited.LastText, TextState.Delivered, IsFinal: false),
                StageName.Draft,
                new Event.TextReported(Invited.LastText, TextState.Delivered),
                new Event.ReceiptConfirmed(ReceiptEvidence.DeliveryReport, ASeason.Opening, ASeason.DraftDeadline)
            ),
            ["A failed confirmation is sent again, at any hour"] = new(
                Failed.Later(TimeSpan.FromHours(14)),
                new Command.SendTextAgain(Invited.LastText),
                StageName.Invited,
                new Event.TextQueued(AnApplication.NewIdOf(1), TextTemplate.Confirmation, [])
            ),
            ["Another text that is sent again waits for the morning"] = new(
                AnApplication
                    .Paid()
                    .With(new Event.TextReported(AnApplication.Paid().LastText, TextState.Unknown))
                    .At(ChinaTime.At(new(2026, 7, 15), new(22, 0))),
                new Command.SendTextAgain(AnApplication.Paid().LastText),
                StageName.Paid,
                new Event.TextQueued(
                    AnApplication.NewIdOf(1),
                    TextTemplate.Paid,
                    [],
                    ChinaTime.At(new(2026, 7, 16), new(8, 0))
                )
            ),
            ["A text that is sent again at the end of the quiet hours does not wait"] = new(
                AnApplication
                    .Paid()
                    .With(new Event.TextReported(AnApplication.Paid().LastText, TextState.Unknown))
                    .At(ChinaTime.At(new(2026, 7, 16), new(8, 0))),
                new Command.SendTextAgain(AnApplication.Paid().LastText),
                StageName.Paid,
                new Event.TextQueued(AnApplication.NewIdOf(1), TextTemplate.Paid, [])
            ),
            ["Correcting an invited person's account sends the text anew"] = new(
                Invited,
                new Command.CorrectAccount(OtherPhone, "号码录错"),
                StageName.Invited,
                new Event.AccountCorrected(OtherPhone, "号码录错"),
                Text(1, TextTemplate.Confirmation)
            ),
            ["A text that reached the phone before its correction starts no clock"] = new(
                Invited.Later(TimeSpan.FromHours(1)).With(new Event.AccountCorrected(OtherPhone, "号码录错")),
                new Command.ReportText(Invited.LastText, TextState.Delivered, IsFinal: false),
                StageName.Invited,
                new Event.TextReported(Invited.LastText, TextState.Delivered)
            ),
            ["A returned person whose phone is corrected gets the return's text anew"] = new(
                AnApplication.Returned(),
                new Command.CorrectAccount(OtherPhone, "号码录错"),
                StageName.Returned,
                new Event.AccountCorrected(OtherPhone, "号码录错"),
                Text(1, TextTemplate.Returned)
            ),
            ["Correcting a name that papers print has them made anew"] = new(
                AnApplication.Printed(),
                new Command.CorrectAccount(OtherName, "姓名录错"),
                StageName.Printed,
                new Event.AccountCorrected(OtherName, "姓名录错"),
                new Event.PapersOutdated(2)
            ),
            ["Correcting a name while papers are being made has them made anew"] = new(
                AnApplication.Reviewed().After(new Command.Approve()),
                new Command.CorrectAccount(OtherName, "姓名录错"),
                StageName.Approved,
                new Event.AccountCorrected(OtherName, "姓名录错"),
                new Event.PapersOutdated(2)
            ),
            ["Correcting an account to what it is changes nothing"] = new(
                AnApplication.Drafting(),
                new Command.CorrectAccount(Somebody.Account, "核对"),
                StageName.Draft
            ),
            ["Staff issue a sign-in code at the desk"] = new(
                AnApplication.Drafting(),
                new Command.IssueSignInCode("短信被拦截"),
                StageName.Draft,
                new Event.SignInCodeIssued("短信被拦截")
            ),
            ["An invited person's account is closed"] = new(
                Invited,
                new Command.CloseAccount("重复开通"),
                StageName.Withdrawn,
                new Event.Withdrawn("重复开通")
            ),
            ["A note of staff changes no stage"] = new(
                AnApplication.Submitted(),
                new Command.AddNote("已电话联系"),
                StageName.Submitted,
                new Event.NoteAdded("已电话联系")
            ),
            ["Correcting the number that papers print has them made anew"] = new(
                AnApplication.Printed(),
                new Command.CorrectAccount(OtherNumber, "证号录错"),
                StageName.Printed,
                new Event.AccountCorrected(OtherNumber, "证号录错"),
                new Event.PapersOutdated(2)
            ),
            ["Correcting the phone that papers print has them made anew"] = new(
                AnApplication.Paid(),
                new Command.CorrectAccount(OtherPhone, "号码录错"),
                StageName.Paid,
                new Event.AccountCorrected(OtherPhone, "号码录错"),
                Text(1, TextTemplate.Confirmation),
                new Event.PapersOutdated(2)
            ),
            ["Correcting what papers do not print leaves them"] = new(
                AnApplication.Printed(),
                new Command.CorrectAccount(Somebody.Account with { Employer = "某某镇政府" }, "单位录错"),
                StageName.Printed,
                new Event.AccountCorrected(Somebody.Account with { Employer = "某某镇政府" }, "单位录错")
            ),
            ["The text that a correction sends anew starts the clock"] = new(
                Resent,
                new Command.ReportText(Resent.LastText, TextState.Delivered, IsFinal: false),
                StageName.Returned,
                new Event.TextReported(Resent.LastText, TextState.Delivered),
                new Event.ReceiptConfirmed(
                    ReceiptEvidence.DeliveryReport,
                    Resent.Now,
                    Deadline.AfterReturn(ASeason.Current, Resent.Now)
                )
            ),
            ["A text of another kind that arrives after a return starts no clock"] = new(
                AnApplication.Returned().With(new Event.TextQueued("m9", TextTemplate.SignInCode, [])),
                new Command.ReportText("m9", TextState.Delivered, IsFinal: false),
                StageName.Returned,
                new Event.TextReported("m9", TextState.Delivered)
            ),
            ["The text of a return before starts no clock of the one after"] = new(
                ReturnedTwice,
                new Command.ReportText(AnApplication.Returned().LastText, TextState.Delivered, IsFinal: false),
                StageName.Returned,
                new Event.TextReported(AnApplication.Returned().LastText, TextState.Delivered)
            ),
        };
}
