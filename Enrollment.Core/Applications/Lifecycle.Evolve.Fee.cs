using Enrollment.Collections;
using Enrollment.Payments;

namespace Enrollment.Applications;

/// <content>The fold of orders and of the ledger (R13).</content>
public static partial class Lifecycle
{
    private static ValueList<PaymentOrder> EvolveOrders(ValueList<PaymentOrder> orders, Happened happened) =>
        happened.Event switch
        {
            Event.OrderOpened opened => orders.Add(opened.Order),
            Event.OrderPlaced placed => WithOrder(
                orders,
                placed.OrderNo,
                order => order with { CodeUrl = placed.CodeUrl }
            ),
            Event.OrderClosing closing => WithOrder(
                orders,
                closing.OrderNo,
                order => order with { ClosingSince = happened.At }
            ),
            Event.OrderClosed closed => WithOrder(
                orders,
                closed.OrderNo,
                order => order with { Closed = new(closed.Why, happened.At, closed.Detail) }
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static ValueList<PaymentOrder> WithOrder(
        ValueList<PaymentOrder> orders,
        string orderNo,
        Func<PaymentOrder, PaymentOrder> change
    ) => [.. orders.Select(order => order.OrderNo == orderNo ? change(order) : order)];

    private static Application EvolvePayments(Application application, Happened happened) =>
        happened.Event switch
        {
            Event.PaymentConfirmed confirmed => WithPayments(
                application,
                payment => payment.OrderNo == confirmed.OrderNo,
                payment => payment with { ConfirmedAt = happened.At, PaidOrderNo = confirmed.PaidOrderNo }
            ),
            Event.SurplusCounted counted => WithPayments(
                application,
                payment => IsOf(payment, counted.OrderNo, counted.TransactionNo),
                payment => payment with { Surplus = null }
            ),
            Event.PaymentReversed reversed => WithPayments(
                application,
                payment => payment.OrderNo == reversed.OrderNo,
                payment => payment with { Reversed = new(reversed.Reason, happened.At) }
            ),
            Event.RefundAsked asked => WithPayments(
                application,
                payment => IsOf(payment, asked.OrderNo, asked.TransactionNo),
                payment => payment with { Refund = new(asked.RefundNo, asked.Reason, asked.Outcome, happened.At) }
            ),
            Event.RefundFailed failed => WithPayments(
                application,
                payment => payment.Refund?.RefundNo == failed.RefundNo,
                payment => payment with { Refund = payment.Refund! with { Trouble = failed.Trouble } }
            ),
            Event.PaymentRefunded refunded => WithPayments(
                application,
                payment => IsOf(payment, refunded.OrderNo, refunded.TransactionNo ?? payment.TransactionNo),
                payment => payment with { Refunded = new(refunded.Reason, happened.At) }
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static bool IsOf(Payment payment, string orderNo, string transactionNo) =>
        payment.OrderNo == orderNo && payment.TransactionNo == transactionNo;

    private static Application WithPayments(
        Application application,
        Func<Payment, bool> which,
        Func<Payment, Payment> change
    ) =>
        application with
        {
            Payments = [.. application.Payments.Select(payment => which(payment) ? change(payment) : payment)],
        };
}
