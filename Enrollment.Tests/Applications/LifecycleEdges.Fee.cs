using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using static Enrollment.Tests.Applications.LifecycleEdge;

namespace Enrollment.Tests.Applications;

/// <content>Orders at the providers, what they bring, and what goes back (R13).</content>
internal static partial class LifecycleEdges
{
    private static readonly PaymentOrder Order = AnApplication.AnOrder;

    private static readonly OrderReceipt Receipt = AnApplication.AReceipt;

    private static readonly Payment Fee = AnApplication.APaymentByCode;

    private static readonly Event.RefundAsked Asked = new(
        Order.OrderNo,
        Receipt.TransactionNo,
        AnApplication.NewIdOf(1),
        "多缴",
        RefundOutcome.StaysPaid
    );

    private static AnApplication PaidByCode { get; } = AnApplication.Waiting().With(new Event.PaymentSettled(Fee));

    private static Payment SurplusOf(Surplus why, Func<Payment, Payment>? change = null) =>
        (change?.Invoke(Fee) ?? Fee) with
        {
            Surplus = why,
        };

    private static Dictionary<string, LifecycleEdge> Orders =>
        new(StringComparer.Ordinal)
        {
            ["The desk opens an order"] = new(
                AnApplication.Verified(),
                new Command.OpenOrder(Order.Method),
                StageName.OriginalsVerified,
                new Event.OrderOpened(Order)
            ),
            ["The same way to pay asked again means the order that is open"] = new(
                AnApplication.Waiting(),
                new Command.OpenOrder(Order.Method),
                StageName.OriginalsVerified
            ),
            ["After an order has ended another is opened"] = new(
                AnApplication.Waiting().With(new Event.OrderClosed(Order.OrderNo, OrderClosing.Expired)),
                new Command.OpenOrder(PaymentMethod.Alipay),
                StageName.OriginalsVerified,
                new Event.OrderOpened(Order with { Method = PaymentMethod.Alipay })
            ),
            ["The provider gives the code"] = new(
                AnApplication.Ordered(),
                new Command.RecordOrderPlaced(Order.OrderNo, AnApplication.CodeUrl),
                StageName.OriginalsVerified,
                new Event.OrderPlaced(Order.OrderNo, AnApplication.CodeUrl)
            ),
            ["A code that comes after the order was closed is not shown"] = new(
                AnApplication.Ordered().With(new Event.OrderClosed(Order.OrderNo, OrderClosing.ByDesk)),
                new Command.RecordOrderPlaced(Order.OrderNo, AnApplication.CodeUrl),
                StageName.OriginalsVerified
            ),
            ["The desk has an order closed"] = new(
                AnApplication.Waiting(),
                new Command.CloseOrder(Order.OrderNo),
                StageName.OriginalsVerified,
                new Event.OrderClosing(Order.OrderNo, OrderClosing.ByDesk)
            ),
            ["An order that is being closed is closed once"] = new(
                AnApplication.Waiting().With(new Event.OrderClosing(Order.OrderNo, OrderClosing.ByDesk)),
                new Command.CloseOrder(Order.OrderNo),
                StageName.OriginalsVerified
            ),
            ["The provider confirms that an order is closed"] = new(
                AnApplication.Waiting(),
                new Command.RecordOrderClosed(Order.OrderNo, OrderClosing.Expired),
                StageName.OriginalsVerified,
                new Event.OrderClosed(Order.OrderNo, OrderClosing.Expired)
            ),
            ["What was paid is not closed"] = new(
                PaidByCode,
                new Command.RecordOrderClosed(Order.OrderNo, OrderClosing.Expired),
                StageName.Paid
            ),
            ["The fee is paid by code"] = new(
                AnApplication.Waiting(),
                new Command.SettleOrder(Receipt),
                StageName.Paid,
                new Event.PaymentSettled(Fee),
                Text(1, TextTemplate.Paid)
            ),
            ["An order that is being closed may still be paid"] = new(
                AnApplication.Waiting().With(new Event.OrderClosing(Order.OrderNo, OrderClosing.ByDesk)),
                new Command.SettleOrder(Receipt),
                StageName.Paid,
                new Event.PaymentSettled(Fee),
                Text(1, TextTemplate.Paid)
            ),
            ["The same transaction told again changes nothing"] = new(
                PaidByCode,
                new Command.SettleOrder(Receipt),
                StageName.Paid
            ),
            ["A second payment of one order is surplus"] = new(
                PaidByCode,
                new Command.SettleOrder(Receipt with { TransactionNo = "4200009" }),
                StageName.Paid,
                new Event.SurplusReceived(
                    SurplusOf(
                        Surplus.PaidTwice,
                        fee => fee with { TransactionNo = "4200009", ReceiptNo = "202600001-2" }
                    )
                )
            ),
            ["Money that comes after closing is surplus"] = new(
                AnApplication.Waiting().With(new Event.OrderClosed(Order.OrderNo, OrderClosing.ByDesk)),
                new Command.SettleOrder(Receipt),
                StageName.OriginalsVerified,
                new Event.SurplusReceived(SurplusOf(Surplus.AfterClosing))
            ),
            ["Money for somebody who has left is surplus"] = new(
                AnApplication.Waiting().With(new Event.Withdrawn("工作调动")),
                new Command.SettleOrder(Receipt),
                StageName.Withdrawn,
                new Event.SurplusReceived(SurplusOf(Surplus.NotAwaited))
            ),
            ["Another amount than the order's is surplus"] = new(
                AnApplication.Waiting(),
                new Command.SettleOrder(Receipt with { AmountFen = 1 }),
                StageName.OriginalsVerified,
                new Event.SurplusReceived(SurplusOf(Surplus.WrongAmount, fee => fee with { AmountFen = 1 }))
            ),
            ["Money for an order that the record lacks is surplus"] = new(
                AnApplication.Verified(),
                new Command.SettleOrder(Receipt),
                StageName.OriginalsVerified,
                new Event.SurplusReceived(SurplusOf(Surplus.UnknownOrder))
            ),
            ["The provider confirms what was entered by hand"] = new(
                AnApplication.Waiting().With(new Event.PaymentSettled(Entered)),
                new Command.SettleOrder(Receipt with { TransactionNo = Entered.TransactionNo }),
                StageName.Paid,
                new Event.PaymentConfirmed(Entered.OrderNo, Order.OrderNo)
            ),
            ["What an entry that was reversed said to have come does come"] = new(
                AnApplication
                    .Waiting()
                    .With(new Event.PaymentSettled(Entered), new Event.PaymentReversed(Entered.OrderNo, "录错")),
                new Command.SettleOrder(Receipt with { TransactionNo = Entered.TransactionNo }),
                StageName.Paid,
                new Event.PaymentSettled(Fee with { TransactionNo = Entered.TransactionNo, ReceiptNo = "202600001-2" }),
                Text(1, TextTemplate.Paid)
            ),
            ["What the provider gave back at once stands in the ledger twice"] = new(
                AnApplication.Waiting(),
                new Command.RecordGivenBack(Receipt),
                StageName.OriginalsVerified,
                new Event.SurplusReceived(SurplusOf(Surplus.AfterClosing)),
                new Event.PaymentRefunded(Order.OrderNo, "支付平台撤销订单时已退回", Receipt.TransactionNo)
            ),
            ["Paid by hand, an open order is closed"] = new(
                AnApplication.Waiting(),
                Pay,
                StageName.Paid,
                new Event.PaymentSettled(Entered),
                new Event.OrderClosing(Order.OrderNo, OrderClosing.NotAwaited),
                Text(2, TextTemplate.Paid)
            ),
            ["Whoever leaves takes the open order along"] = new(
                AnApplication.Waiting(),
                new Command.Withdraw("工作调动"),
                StageName.Withdrawn,
                new Event.Withdrawn("工作调动"),
                new Event.OrderClosing(Order.OrderNo, OrderClosing.NotAwaited)
            ),
            ["A verification taken back closes the open order"] = new(
                AnApplication.Waiting(),
                new Command.TakeBackVerification("证书有误"),
                StageName.Printed,
                new Event.VerificationTakenBack("证书有误"),
                new Event.OrderClosing(Order.OrderNo, OrderClosing.NotAwaited)
            ),
            ["While an order may be paid nobody lapses"] = new(
                AnApplication.Waiting().At(ASeason.PaymentEnd),
                new Command.CatchUp(),
                StageName.OriginalsVerified
            ),
            ["Surplus counts as the fee after all"] = new(
                AnApplication.Verified().With(new Event.SurplusReceived(SurplusOf(Surplus.AfterClosing))),
                new Command.CountSurplus(Order.OrderNo, "考生确认"),
                StageName.Paid,
                new Event.SurplusCounted(Order.OrderNo, Receipt.TransactionNo, "考生确认"),
                Text(1, TextTemplate.Paid)
            ),
            ["What the provider confirmed goes back through it"] = new(
                PaidByCode,
                new Command.RefundPayment(Order.OrderNo, "多缴", RefundOutcome.StaysPaid),
                StageName.Paid,
                Asked
            ),
            ["What was paid back by hand is recorded"] = new(
                PaidByCode,
                new Command.RefundPayment(Order.OrderNo, "多缴", RefundOutcome.StaysPaid, RefundWay.ByHand),
                StageName.Paid,
                new Event.PaymentRefunded(Order.OrderNo, "多缴", Receipt.TransactionNo)
            ),
            ["Of two payments of one order the surplus goes back first"] = new(
                PaidByCode.With(
                    new Event.SurplusReceived(
                        SurplusOf(Surplus.PaidTwice, fee => fee with { TransactionNo = "4200009" })
                    )
                ),
                new Command.RefundPayment(Order.OrderNo, "多缴", RefundOutcome.Withdraws),
                StageName.Paid,
                Asked with
                {
                    TransactionNo = "4200009",
                    Outcome = RefundOutcome.Withdraws,
                }
            ),
            ["The provider has paid back"] = new(
                PaidByCode.With(Asked),
                new Command.RecordRefund(Asked.RefundNo, Trouble: null),
                StageName.Paid,
                new Event.PaymentRefunded(Order.OrderNo, "多缴", Receipt.TransactionNo)
            ),
            ["The provider has paid back to somebody who leaves"] = new(
                PaidByCode.With(Asked with { Outcome = RefundOutcome.Withdraws }),
                new Command.RecordRefund(Asked.RefundNo, Trouble: null),
                StageName.Withdrawn,
                new Event.PaymentRefunded(Order.OrderNo, "多缴", Receipt.TransactionNo),
                new Event.Withdrawn("多缴")
            ),
            ["The provider does not pay back"] = new(
                PaidByCode.With(Asked),
                new Command.RecordRefund(Asked.RefundNo, "余额不足"),
                StageName.Paid,
                new Event.RefundFailed(Asked.RefundNo, "余额不足")
            ),
            ["A refund that failed is asked for anew"] = new(
                PaidByCode.With(Asked, new Event.RefundFailed(Asked.RefundNo, "余额不足")),
                new Command.RefundPayment(Order.OrderNo, "多缴", RefundOutcome.StaysPaid),
                StageName.Paid,
                Asked
            ),
            ["What the provider gave back stands in the ledger once, however often it says so"] = new(
                AnApplication.Waiting().With(new Event.SurplusReceived(SurplusOf(Surplus.AfterClosing))),
                new Command.RecordGivenBack(Receipt),
                StageName.OriginalsVerified
            ),
            ["What the provider gave back is surplus for the reason that it had"] = new(
                AnApplication.Waiting(),
                new Command.RecordGivenBack(Receipt with { AmountFen = 1 }),
                StageName.OriginalsVerified,
                new Event.SurplusReceived(SurplusOf(Surplus.WrongAmount, fee => fee with { AmountFen = 1 })),
                new Event.PaymentRefunded(Order.OrderNo, "支付平台撤销订单时已退回", Receipt.TransactionNo)
            ),
        };
}
