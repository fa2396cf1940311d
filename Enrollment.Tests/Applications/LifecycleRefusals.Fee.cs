using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <content>The fee (R13): entered by hand, by code, and back.</content>
internal static partial class LifecycleRefusals
{
    private static readonly PaymentOrder Order = AnApplication.AnOrder;

    private static readonly Payment Fee = AnApplication.APaymentByCode;

    private static readonly Event.RefundAsked Asked = new(
        Order.OrderNo,
        Fee.TransactionNo,
        AnApplication.NewIdOf(7),
        "多缴",
        RefundOutcome.StaysPaid
    );

    private static AnApplication PaidByCode { get; } = AnApplication.Waiting().With(new Event.PaymentSettled(Fee));

    private static Dictionary<string, LifecycleRefusal> Payments =>
        new(StringComparer.Ordinal)
        {
            ["An order is opened once the originals have passed, and not before"] = new(
                AnApplication.Checked(),
                new Command.OpenOrder(PaymentMethod.WeChat),
                RefusalCode.NotInThisStage
            ),
            ["Nothing is ordered once the fee is paid"] = new(
                PaidByCode,
                new Command.OpenOrder(PaymentMethod.WeChat),
                RefusalCode.NotInThisStage
            ),
            ["Another way to pay waits until the order that is open is closed"] = new(
                AnApplication.Waiting(),
                new Command.OpenOrder(PaymentMethod.Alipay),
                RefusalCode.OrderOpen
            ),
            ["Nothing is ordered while the provider has not confirmed a closing"] = new(
                AnApplication.Waiting().With(new Event.OrderClosing(Order.OrderNo, OrderClosing.ByDesk)),
                new Command.OpenOrder(Order.Method),
                RefusalCode.OrderOpen
            ),
            ["An order that has run out is closed before the next"] = new(
                AnApplication.Waiting().Later(PaymentOrder.Lifetime),
                new Command.OpenOrder(Order.Method),
                RefusalCode.OrderOpen
            ),
            ["Nothing is ordered after 缴费截止"] = new(
                AnApplication.Verified().At(ASeason.PaymentEnd),
                new Command.OpenOrder(PaymentMethod.WeChat),
                RefusalCode.SeasonOver
            ),
            ["An order that is not there is not closed"] = new(
                AnApplication.Waiting(),
                new Command.CloseOrder("0"),
                RefusalCode.OrderUnknown
            ),
            ["What was paid is not closed"] = new(
                PaidByCode,
                new Command.CloseOrder(Order.OrderNo),
                RefusalCode.OrderNotOpen
            ),
            ["What the provider confirmed is not reversed"] = new(
                PaidByCode,
                new Command.ReversePayment(Order.OrderNo, "录错"),
                RefusalCode.PaymentConfirmed
            ),
            ["A transaction is entered once"] = new(
                AnApplication
                    .Verified()
                    .With(
                        new Event.SurplusReceived(
                            Fee with
                            {
                                Method = Pay.Method,
                                TransactionNo = Pay.TransactionNo,
                                Surplus = Surplus.AfterClosing,
                            }
                        )
                    ),
                Pay,
                RefusalCode.TransactionKnown
            ),
            ["Only surplus is counted"] = new(
                AnApplication.Verified(),
                new Command.CountSurplus(Order.OrderNo, "考生确认"),
                RefusalCode.PaymentUnknown
            ),
            ["Surplus of another amount is not the fee"] = new(
                Surplussed(Fee with { AmountFen = 1, Surplus = Surplus.WrongAmount }),
                new Command.CountSurplus(Order.OrderNo, "考生确认"),
                RefusalCode.WrongAmount,
                "100000"
            ),
            ["Surplus is counted with a reason"] = new(
                Surplussed(Fee with { Surplus = Surplus.AfterClosing }),
                new Command.CountSurplus(Order.OrderNo, " "),
                RefusalCode.ReasonMissing
            ),
            ["Surplus that goes back is not counted"] = new(
                Surplussed(Fee with { Surplus = Surplus.AfterClosing }).With(Asked),
                new Command.CountSurplus(Order.OrderNo, "考生确认"),
                RefusalCode.RefundRunning
            ),
            ["A refund is asked for once"] = new(
                PaidByCode.With(Asked),
                new Command.RefundPayment(Order.OrderNo, "多缴", RefundOutcome.StaysPaid),
                RefusalCode.RefundRunning
            ),
            ["A refund that was not asked for is not recorded"] = new(
                PaidByCode,
                new Command.RecordRefund("0", Trouble: null),
                RefusalCode.PaymentUnknown
            ),
            ["A refund needs a reason"] = new(
                PaidByCode,
                new Command.RefundPayment(Order.OrderNo, "", RefundOutcome.StaysPaid),
                RefusalCode.ReasonMissing
            ),
            ["Where nothing was paid there is nothing to refund"] = new(
                AnApplication.Verified(),
                new Command.RefundPayment(Order.OrderNo, "多缴", RefundOutcome.StaysPaid),
                RefusalCode.NotInThisStage
            ),
            ["Where nothing was ordered there is nothing to close"] = new(
                AnApplication.Verified(),
                new Command.CloseOrder(Order.OrderNo),
                RefusalCode.NotInThisStage
            ),
            ["Surplus of another order does not count"] = new(
                AnApplication.Verified().With(new Event.SurplusReceived(Fee with { Surplus = Surplus.AfterClosing })),
                new Command.CountSurplus("0", "考生确认"),
                RefusalCode.PaymentUnknown
            ),
        };

    private static AnApplication Surplussed(Payment payment) =>
        AnApplication.Verified().With(new Event.SurplusReceived(payment));
}
