using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Payments;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using static Enrollment.Tests.Applications.LifecycleEdge;

namespace Enrollment.Tests.Applications;

/// <content>Papers, originals and the fee (R11–R13).</content>
internal static partial class LifecycleEdges
{
    private static readonly Payment Entered = AnApplication.APayment with { OrderNo = AnApplication.NewIdOf(1) };

    private static readonly OriginalCheck IdentityCardSeen = new(
        OriginalItem.IdentityCard,
        OriginalResult.CheckedAndReturned
    );

    private static readonly OriginalCheck IdentityCardOwed = IdentityCardSeen with { Result = OriginalResult.Owed };

    private static readonly OriginalCheck ThreeForms = new(
        OriginalItem.RegistrationForms,
        OriginalResult.Kept,
        OriginalRules.RegistrationFormCopies
    );

    private static readonly OriginalCheck DiplomaWaived = new(
        OriginalItem.BachelorDiploma,
        OriginalResult.Waived,
        Note: "以备案表代"
    );

    private static Command.EnterPayment Pay { get; } =
        new(Entered.Method, Entered.AmountFen, Entered.TransactionNo, Entered.Reason!);

    private static Dictionary<string, LifecycleEdge> Desk =>
        new(StringComparer.Ordinal)
        {
            ["The papers of the awaited version are recorded"] = new(
                AnApplication.Reviewed().After(new Command.Approve()),
                new Command.RecordPapers(1, AnApplication.Approved().State.Papers!.Made),
                StageName.Approved,
                new Event.PapersMade(1, AnApplication.Approved().State.Papers!.Made)
            ),
            ["The papers of an older version are ignored"] = new(
                AnApplication.Approved().With(new Event.PapersOutdated(2)),
                new Command.RecordPapers(1, AnApplication.Approved().State.Papers!.Made),
                StageName.Approved
            ),
            ["One paper fetched is not yet both"] = new(
                AnApplication.Approved(),
                new Command.FetchPaper(DocumentKind.RegistrationForm),
                StageName.Approved,
                new Event.PaperFetched(DocumentKind.RegistrationForm, 1)
            ),
            ["The on-site list is fetched, and counts for nothing"] = new(
                AnApplication.Approved().With(new Event.PaperFetched(DocumentKind.RegistrationForm, 1)),
                new Command.FetchPaper(DocumentKind.OnSiteList),
                StageName.Approved,
                new Event.PaperFetched(DocumentKind.OnSiteList, 1)
            ),
            ["With both papers fetched it is printed"] = new(
                AnApplication.Approved().With(new Event.PaperFetched(DocumentKind.RegistrationForm, 1)),
                new Command.FetchPaper(DocumentKind.IntroductionLetter),
                StageName.Printed,
                new Event.PaperFetched(DocumentKind.IntroductionLetter, 1)
            ),
            ["Fetching a paper again changes nothing"] = new(
                AnApplication.Printed(),
                new Command.FetchPaper(DocumentKind.IntroductionLetter),
                StageName.Printed
            ),
            ["The desk prints the papers"] = new(
                AnApplication.Approved(),
                new Command.PrintPapers(),
                StageName.Printed,
                new Event.PapersPrinted(1)
            ),
            ["The desk ticks a row"] = new(
                AnApplication.Printed(),
                new Command.CheckOriginals([IdentityCardSeen]),
                StageName.Printed,
                new Event.OriginalsChecked([IdentityCardSeen])
            ),
            ["Of two ticks of one row the last one holds"] = new(
                AnApplication.Printed(),
                new Command.CheckOriginals([IdentityCardOwed, IdentityCardSeen]),
                StageName.Printed,
                new Event.OriginalsChecked([IdentityCardSeen])
            ),
            ["Ticking what is ticked already leaves the ledger as it is"] = new(
                AnApplication.Checked(),
                new Command.CheckOriginals([IdentityCardSeen]),
                StageName.Printed
            ),
            ["The originals pass when no row is owed"] = new(
                AnApplication.Checked(),
                new Command.VerifyOriginals(),
                StageName.OriginalsVerified,
                new Event.OriginalsVerified()
            ),
            ["The originals pass though the candidate fetched nothing"] = new(
                AnApplication.Approved().CheckAll(),
                new Command.VerifyOriginals(),
                StageName.OriginalsVerified,
                new Event.OriginalsVerified()
            ),
            ["A verification is taken back"] = new(
                AnApplication.Verified(),
                new Command.TakeBackVerification("证书有误"),
                StageName.Printed,
                new Event.VerificationTakenBack("证书有误")
            ),
            ["A kept original is given back"] = new(
                AnApplication.Paid(),
                new Command.GiveBackOriginal(OriginalItem.AppointmentDocument, "张三"),
                StageName.Paid,
                new Event.OriginalGivenBack(OriginalItem.AppointmentDocument, "张三")
            ),
            ["The fee is paid"] = new(
                AnApplication.Verified(),
                Pay,
                StageName.Paid,
                new Event.PaymentSettled(Entered),
                Text(2, TextTemplate.Paid)
            ),
            ["A mistaken entry is reversed"] = new(
                AnApplication.Paid(),
                new Command.ReversePayment(Entered.OrderNo, "录错"),
                StageName.OriginalsVerified,
                new Event.PaymentReversed(Entered.OrderNo, "录错")
            ),
            ["After a reversal the fee is entered anew, under another receipt"] = new(
                AnApplication.Paid().With(new Event.PaymentReversed(Entered.OrderNo, "录错")),
                Pay,
                StageName.Paid,
                new Event.PaymentSettled(Entered with { ReceiptNo = "202600001-2" }),
                Text(2, TextTemplate.Paid)
            ),
            ["A refund is recorded, and the application stays complete"] = new(
                AnApplication.Paid(),
                new Command.RefundPayment(Entered.OrderNo, "多缴", RefundOutcome.StaysPaid),
                StageName.Paid,
                new Event.PaymentRefunded(Entered.OrderNo, "多缴", Entered.TransactionNo)
            ),
            ["A refund to somebody who leaves withdraws the application"] = new(
                AnApplication.Paid(),
                new Command.RefundPayment(Entered.OrderNo, "放弃入学", RefundOutcome.Withdraws),
                StageName.Withdrawn,
                new Event.PaymentRefunded(Entered.OrderNo, "放弃入学", Entered.TransactionNo),
                new Event.Withdrawn("放弃入学")
            ),
            ["Three registration forms are enough"] = new(
                AnApplication.Printed(),
                new Command.CheckOriginals([ThreeForms]),
                StageName.Printed,
                new Event.OriginalsChecked([ThreeForms])
            ),
            ["A waiver stands while the paper that it leans on is kept"] = new(
                AnApplication.Checked(),
                new Command.CheckOriginals([DiplomaWaived]),
                StageName.Printed,
                new Event.OriginalsChecked([DiplomaWaived])
            ),
        };
}
