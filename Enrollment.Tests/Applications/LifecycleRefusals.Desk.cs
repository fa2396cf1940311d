using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>Papers, originals and the fee (R11–R13).</content>
internal static partial class LifecycleRefusals
{
    private static readonly string OrderNo = AnApplication.APayment.OrderNo;

    private static Command.EnterPayment Pay { get; } =
        new(PaymentMethod.Alipay, ASeason.Current.FeeFen, "2026071522001", "窗口收款");

    private static AnApplication PapersAwaited { get; } = AnApplication.Reviewed().After(new Command.Approve());

    private static Dictionary<string, LifecycleRefusal> Desk =>
        new(StringComparer.Ordinal)
        {
            ["Papers that are being made can't be fetched"] = new(
                PapersAwaited,
                new Command.FetchPaper(DocumentKind.RegistrationForm),
                RefusalCode.PapersNotMade
            ),
            ["Papers that are being made can't be printed"] = new(
                PapersAwaited,
                new Command.PrintPapers(),
                RefusalCode.PapersNotMade
            ),
            ["Originals do not pass before the papers are there"] = new(
                PapersAwaited.CheckAll(),
                new Command.VerifyOriginals(),
                RefusalCode.PapersNotMade
            ),
            ["The identity card is never kept"] = Ticking(OriginalItem.IdentityCard, OriginalResult.Kept),
            ["A bachelor's diploma is not waived before its record is kept"] = Ticking(
                OriginalItem.BachelorDiploma,
                OriginalResult.Waived
            ),
            ["Three registration forms are needed"] = new(
                AnApplication.Printed(),
                new Command.CheckOriginals([new(OriginalItem.RegistrationForms, OriginalResult.Kept, Copies: 2)]),
                RefusalCode.CopiesMissing,
                "3"
            ),
            ["A tick's note has an end"] = new(
                AnApplication.Printed(),
                new Command.CheckOriginals([new(OriginalItem.Other, OriginalResult.Owed, Note: TooLong)]),
                RefusalCode.TextTooLong
            ),
            ["Originals do not pass while a row is owed"] = new(
                AnApplication.Checked().With(Ticked(OriginalItem.AppointmentDocument, OriginalResult.Owed)),
                new Command.VerifyOriginals(),
                RefusalCode.OriginalsOwed,
                "appointment-document"
            ),
            ["Originals do not pass while a waiver leans on a record that is owed"] = new(
                AnApplication.Checked().With(Ticked(OriginalItem.ChsiRecord, OriginalResult.Owed)),
                new Command.VerifyOriginals(),
                RefusalCode.OriginalsOwed,
                "bachelor-diploma、chsi-record"
            ),
            ["An original that was given back is owed again"] = new(
                AnApplication.Checked().With(new Event.OriginalGivenBack(OriginalItem.ProfessionalTitle, "张三")),
                new Command.VerifyOriginals(),
                RefusalCode.OriginalsOwed,
                "professional-title"
            ),
            ["Prints of an older version are owed again"] = new(
                AnApplication.Checked().With(new Event.PapersOutdated(2)).PapersMade(),
                new Command.VerifyOriginals(),
                RefusalCode.OriginalsOwed,
                "registration-forms、introduction-letter"
            ),
            ["Only what is held is given back"] = new(
                AnApplication.Paid(),
                new Command.GiveBackOriginal(OriginalItem.IdentityCard, "张三"),
                RefusalCode.OriginalNotHeld
            ),
            ["An original is given back once"] = new(
                AnApplication.Paid().With(new Event.OriginalGivenBack(OriginalItem.ProfessionalTitle, "张三")),
                new Command.GiveBackOriginal(OriginalItem.ProfessionalTitle, "张三"),
                RefusalCode.OriginalNotHeld
            ),
            ["Who takes an original back is written down"] = new(
                AnApplication.Paid(),
                new Command.GiveBackOriginal(OriginalItem.ProfessionalTitle, " "),
                RefusalCode.ReasonMissing
            ),
            ["A verification is taken back with a reason"] = new(
                AnApplication.Verified(),
                new Command.TakeBackVerification(""),
                RefusalCode.ReasonMissing
            ),
            ["Another amount than the fee is not entered"] = new(
                AnApplication.Verified(),
                Pay with
                {
                    AmountFen = 1,
                },
                RefusalCode.WrongAmount,
                "100000"
            ),
            ["A manual entry needs the transaction's number"] = new(
                AnApplication.Verified(),
                Pay with
                {
                    TransactionNo = " ",
                },
                RefusalCode.ReasonMissing
            ),
            ["A manual entry needs a reason"] = new(
                AnApplication.Verified(),
                Pay with
                {
                    Reason = "",
                },
                RefusalCode.ReasonMissing
            ),
            ["A payment that is not there is not reversed"] = new(
                AnApplication.Paid(),
                new Command.ReversePayment("0", "录错"),
                RefusalCode.PaymentUnknown
            ),
            ["A payment that is not there is not refunded"] = new(
                AnApplication.Paid(),
                new Command.RefundPayment("0", "多缴", RefundOutcome.StaysPaid),
                RefusalCode.PaymentUnknown
            ),
            ["A payment is refunded once"] = new(
                AnApplication.Paid().With(new Event.PaymentRefunded(OrderNo, "多缴")),
                new Command.RefundPayment(OrderNo, "多缴", RefundOutcome.Withdraws),
                RefusalCode.PaymentNotInForce
            ),
            ["A refunded payment is not reversed"] = new(
                AnApplication.Paid().With(new Event.PaymentRefunded(OrderNo, "多缴")),
                new Command.ReversePayment(OrderNo, "录错"),
                RefusalCode.PaymentNotInForce
            ),
            ["Nothing is checked after the on-site days"] = Late(
                AnApplication.Printed(),
                new Command.CheckOriginals([new(OriginalItem.Other, OriginalResult.Owed)])
            ),
            ["Nothing passes after the on-site days"] = Late(AnApplication.Checked(), new Command.VerifyOriginals()),
            ["Nothing is returned after the on-site days"] = Late(
                AnApplication.Printed().With(new Event.Marked([PostCommented])),
                new Command.Return(null)
            ),
            ["Nothing is paid after 缴费截止"] = new(
                AnApplication.Verified().At(ASeason.PaymentEnd),
                Pay,
                RefusalCode.SeasonOver
            ),
            ["A waiver falls together with the paper that it leans on"] = new(
                AnApplication.Checked(),
                new Command.CheckOriginals([
                    new(OriginalItem.BachelorDiploma, OriginalResult.Waived),
                    new(OriginalItem.ChsiRecord, OriginalResult.Owed),
                ]),
                RefusalCode.OriginalResultNotAllowed,
                "bachelor-diploma"
            ),
        };

    private static LifecycleRefusal Ticking(OriginalItem item, OriginalResult result) =>
        new(
            AnApplication.Printed(),
            new Command.CheckOriginals([new(item, result)]),
            RefusalCode.OriginalResultNotAllowed,
            WireName.Of(item)
        );

    private static Event.OriginalsChecked Ticked(OriginalItem item, OriginalResult result) => new([new(item, result)]);

    private static LifecycleRefusal Late(AnApplication given, Command when) =>
        new(given.At(ASeason.OnSiteEnd), when, RefusalCode.SeasonOver);
}
