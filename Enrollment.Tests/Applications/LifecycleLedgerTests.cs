using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Payments;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>What an event makes of orders and payments (R13): it changes its own, and leaves the others.</summary>
public sealed class LifecycleLedgerTests
{
    private static readonly PaymentOrder First = AnApplication.AnOrder;

    private static readonly PaymentOrder Second = First with { OrderNo = First.OrderNo + "2" };

    private static readonly Payment Fee = AnApplication.APaymentByCode;

    /// <summary>The same order, paid a second time.</summary>
    private static readonly Payment Again = Fee with { TransactionNo = "4200009", Surplus = Surplus.PaidTwice };

    /// <summary>Another order, whose money came with the same number from another provider.</summary>
    private static readonly Payment Other = Fee with
    {
        OrderNo = Second.OrderNo,
        Method = PaymentMethod.Alipay,
        Surplus = Surplus.AfterClosing,
    };

    private static AnApplication ThreePayments =>
        AnApplication
            .Waiting()
            .With(new Event.PaymentSettled(Fee), new Event.SurplusReceived(Again), new Event.SurplusReceived(Other));

    [Fact]
    public void A_code_belongs_to_its_own_order() =>
        Assert.Equal(
            [null, AnApplication.CodeUrl],
            AnApplication
                .Ordered()
                .With(
                    new Event.OrderClosed(First.OrderNo, OrderClosing.Expired),
                    new Event.OrderOpened(Second),
                    new Event.OrderPlaced(Second.OrderNo, AnApplication.CodeUrl)
                )
                .State.Orders.Select(order => order.CodeUrl)
        );

    [Fact]
    public void A_confirmation_is_of_its_own_entry() =>
        Assert.Equal(
            [null, null, Fee.OrderNo],
            After(new Event.PaymentConfirmed(Other.OrderNo, Fee.OrderNo)).Select(payment => payment.PaidOrderNo)
        );

    [Fact]
    public void Surplus_that_counts_is_one_transaction_of_one_order() =>
        Assert.Equal(
            [null, null, Surplus.AfterClosing],
            After(new Event.SurplusCounted(Again.OrderNo, Again.TransactionNo, "考生确认"))
                .Select(payment => payment.Surplus)
        );

    [Fact]
    public void A_refund_is_of_one_transaction_of_one_order() =>
        Assert.Equal(
            [null, "多缴", null],
            After(new Event.PaymentRefunded(Again.OrderNo, "多缴", Again.TransactionNo))
                .Select(payment => payment.Refunded?.Reason)
        );

    [Fact]
    public void A_refund_that_was_recorded_without_its_transaction_is_of_the_whole_order() =>
        Assert.Equal(
            ["多缴", "多缴", null],
            After(new Event.PaymentRefunded(Fee.OrderNo, "多缴")).Select(payment => payment.Refunded?.Reason)
        );

    [Fact]
    public void A_refund_that_failed_says_why_and_the_others_go_on() =>
        Assert.Equal(
            ["余额不足", null, null],
            After(
                    new Event.RefundAsked(Fee.OrderNo, Fee.TransactionNo, "R1", "多缴", RefundOutcome.StaysPaid),
                    new Event.RefundAsked(Again.OrderNo, Again.TransactionNo, "R2", "多缴", RefundOutcome.StaysPaid),
                    new Event.RefundFailed("R1", "余额不足")
                )
                .Select(payment => payment.Refund?.Trouble)
        );

    [Fact]
    public void Money_entered_by_hand_says_nothing_of_an_open_order()
    {
        var state = AnApplication.Waiting().With(new Event.PaymentSettled(AnApplication.APayment)).State;
        Assert.Equal(OrderState.Waiting, state.StateOf(Assert.Single(state.Orders)));
    }

    private static ValueList<Payment> After(params Event[] events) => ThreePayments.With(events).State.Payments;
}
