using Enrollment.Collections;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <content>The fee (R13): orders at the providers, entries by hand, refunds.</content>
public static partial class Lifecycle
{
    /// <summary>One order at a time: what could still be paid is closed first.</summary>
    private static Decision OpenOrder(
        Season season,
        Application application,
        Command.OpenOrder open,
        Context context
    ) =>
        application.OpenOrder switch
        {
            { ClosingSince: null } order when order.Method == open.Method && context.Now < order.ExpiresAt => Accept(),
            { } => Refuse(RefusalCode.OrderOpen),
            null => Accept(
                new Event.OrderOpened(
                    new()
                    {
                        OrderNo = OrderNumber.Of(application.Id, context.NewId()),
                        Method = open.Method,
                        AmountFen = season.FeeFen,
                        OpenedAt = context.Now,
                        ExpiresAt = context.Now + PaymentOrder.Lifetime,
                    }
                )
            ),
        };

    private static Decision.Accepted RecordOrderPlaced(Application application, Command.RecordOrderPlaced placed) =>
        application.FindOrder(placed.OrderNo) is { CodeUrl: null, Closed: null }
            ? Accept(new Event.OrderPlaced(placed.OrderNo, placed.CodeUrl))
            : Accept();

    private static Decision CloseOrder(Application application, Command.CloseOrder close) =>
        application.FindOrder(close.OrderNo) switch
        {
            null => Refuse(RefusalCode.OrderUnknown),
            var order when order != application.OpenOrder => Refuse(RefusalCode.OrderNotOpen),
            { ClosingSince: not null } => Accept(),
            var order => Accept(new Event.OrderClosing(order.OrderNo, OrderClosing.ByDesk)),
        };

    private static Decision.Accepted RecordOrderClosed(Application application, Command.RecordOrderClosed closed) =>
        application.FindOrder(closed.OrderNo) is { Closed: null } order
        && application.StateOf(order) is OrderState.Created or OrderState.Waiting or OrderState.Closing
            ? Accept(new Event.OrderClosed(closed.OrderNo, closed.Why, closed.Detail))
            : Accept();

    /// <summary>What could still be paid is to be closed, because the fee is no longer awaited.</summary>
    private static ValueList<Event> NoLongerAwaited(Application application) =>
        application.OpenOrder is { ClosingSince: null } order
            ? [new Event.OrderClosing(order.OrderNo, OrderClosing.NotAwaited)]
            : [];

    /// <summary>
    /// Money came, says the provider. Whatever the stage, it is recorded exactly once: as the fee where that is awaited
    /// with this order, and otherwise as surplus.
    /// </summary>
    private static Decision.Accepted Settle(
        Season season,
        Application application,
        OrderReceipt receipt,
        Context context
    )
    {
        if (KnownMoney(application, receipt) is { } known)
        {
            return known.ConfirmedAt is null
                ? Accept(new Event.PaymentConfirmed(known.OrderNo, receipt.OrderNo))
                : Accept();
        }

        var payment = Received(application, receipt, context);
        return SurplusOf(application, receipt) is { } surplus
            ? Accept(new Event.SurplusReceived(payment with { Surplus = surplus }))
            : Accept(
                new Event.PaymentSettled(payment),
                Texts.OfResult(season, application, TextTemplate.Paid, context)
            );
    }

    /// <summary>The same transaction, notified before or entered by hand; an entry that was reversed said that it never came.</summary>
    private static Payment? KnownMoney(Application application, OrderReceipt receipt) =>
        application.Payments.FirstOrDefault(payment =>
            payment.Reversed is null
            && payment.Method == receipt.Method
            && payment.TransactionNo == receipt.TransactionNo
            && payment.AmountFen == receipt.AmountFen
        );

    private static Surplus? SurplusOf(Application application, OrderReceipt receipt) =>
        application.FindOrder(receipt.OrderNo) switch
        {
            null => Surplus.UnknownOrder,
            var order when order.AmountFen != receipt.AmountFen || order.Method != receipt.Method =>
                Surplus.WrongAmount,
            _ when application.Stage is Stage.Paid => Surplus.PaidTwice,
            { Closed: not null } => Surplus.AfterClosing,
            _ when application.Stage is not Stage.OriginalsVerified => Surplus.NotAwaited,
            _ => null,
        };

    private static Payment Received(Application application, OrderReceipt receipt, Context context) =>
        new()
        {
            OrderNo = receipt.OrderNo,
            Method = receipt.Method,
            AmountFen = receipt.AmountFen,
            TransactionNo = receipt.TransactionNo,
            ReceiptNo = NextReceiptNo(application),
            PaidAt = receipt.PaidAt,
            ConfirmedAt = context.Now,
        };

    private static string NextReceiptNo(Application application) =>
        $"{application.Number}-{application.Payments.Count + 1}";

    /// <summary>Both sides of it are in the ledger, so that it agrees with the provider's statement.</summary>
    private static Decision.Accepted RecordGivenBack(Application application, OrderReceipt receipt, Context context) =>
        KnownMoney(application, receipt) is not null
            ? Accept()
            : Accept(
                new Event.SurplusReceived(
                    Received(application, receipt, context) with
                    {
                        Surplus = SurplusOf(application, receipt) ?? Surplus.AfterClosing,
                    }
                ),
                new Event.PaymentRefunded(receipt.OrderNo, "支付平台撤销订单时已退回", receipt.TransactionNo)
            );

    private static Decision EnterPayment(
        Season season,
        Application application,
        Command.EnterPayment entry,
        Context context
    )
    {
        if (entry.AmountFen != season.FeeFen)
        {
            return Refuse(RefusalCode.WrongAmount, $"{season.FeeFen}");
        }
        if (string.IsNullOrWhiteSpace(entry.TransactionNo))
        {
            return Refuse(RefusalCode.ReasonMissing);
        }
        if (
            application.Payments.Any(payment =>
                payment.Reversed is null
                && payment.Method == entry.Method
                && payment.TransactionNo == entry.TransactionNo
            )
        )
        {
            return Refuse(RefusalCode.TransactionKnown);
        }

        var payment = new Payment
        {
            OrderNo = context.NewId(),
            Method = entry.Method,
            AmountFen = entry.AmountFen,
            TransactionNo = entry.TransactionNo,
            ReceiptNo = NextReceiptNo(application),
            PaidAt = context.Now,
            Reason = entry.Reason,
        };
        return WithReason(
            entry.Reason,
            [
                new Event.PaymentSettled(payment),
                .. NoLongerAwaited(application),
                Texts.OfResult(season, application, TextTemplate.Paid, context),
            ]
        );
    }

    private static Decision CountSurplus(
        Season season,
        Application application,
        Command.CountSurplus count,
        Context context
    ) =>
        application.Payments.FirstOrDefault(payment => payment.OrderNo == count.OrderNo && payment.IsRefundDue) switch
        {
            null => Refuse(RefusalCode.PaymentUnknown),
            { Refund: { Trouble: null } } => Refuse(RefusalCode.RefundRunning),
            var payment when payment.AmountFen != season.FeeFen => Refuse(RefusalCode.WrongAmount, $"{season.FeeFen}"),
            var payment => WithReason(
                count.Reason,
                [
                    new Event.SurplusCounted(payment.OrderNo, payment.TransactionNo, count.Reason),
                    .. NoLongerAwaited(application),
                    Texts.OfResult(season, application, TextTemplate.Paid, context),
                ]
            ),
        };

    /// <summary>冲正 takes back what a person entered; what the provider confirmed has come, and can only be refunded.</summary>
    private static Decision Reverse(Application application, Command.ReversePayment reverse) =>
        application.Payments.FirstOrDefault(payment => payment.OrderNo == reverse.OrderNo) switch
        {
            null => Refuse(RefusalCode.PaymentUnknown),
            { IsInForce: false } => Refuse(RefusalCode.PaymentNotInForce),
            { ConfirmedAt: not null } => Refuse(RefusalCode.PaymentConfirmed),
            _ => WithReason(reverse.Reason, new Event.PaymentReversed(reverse.OrderNo, reverse.Reason)),
        };

    /// <summary>Of two payments of one order, the one that is not the fee goes back first.</summary>
    private static Decision Refund(Application application, Command.RefundPayment refund, Context context)
    {
        var money = application.Payments.Where(payment => payment.OrderNo == refund.OrderNo).ToList();
        var payment = money.Find(one => one.IsRefundDue) ?? money.Find(one => one.IsInForce);
        return payment switch
        {
            null => Refuse(money.Count == 0 ? RefusalCode.PaymentUnknown : RefusalCode.PaymentNotInForce),
            { Refund: { Trouble: null } } => Refuse(RefusalCode.RefundRunning),
            { ConfirmedAt: not null } when refund.Way == RefundWay.Provider => WithReason(
                refund.Reason,
                new Event.RefundAsked(
                    payment.OrderNo,
                    payment.TransactionNo,
                    context.NewId(),
                    refund.Reason,
                    refund.Outcome
                )
            ),
            _ => WithReason(refund.Reason, [.. Refunded(application, payment, refund.Reason, refund.Outcome)]),
        };
    }

    /// <summary>Whoever gets the fee back may leave with it; surplus says nothing of the application.</summary>
    private static ValueList<Event> Refunded(
        Application application,
        Payment payment,
        string reason,
        RefundOutcome outcome
    ) =>
        outcome == RefundOutcome.Withdraws && payment.IsInForce && application.Stage is Stage.Paid
            ? [new Event.PaymentRefunded(payment.OrderNo, reason, payment.TransactionNo), new Event.Withdrawn(reason)]
            : [new Event.PaymentRefunded(payment.OrderNo, reason, payment.TransactionNo)];

    private static Decision RecordRefund(Application application, Command.RecordRefund record) =>
        application.Payments.FirstOrDefault(payment => payment.Refund?.RefundNo == record.RefundNo) switch
        {
            null => Refuse(RefusalCode.PaymentUnknown),
            { Refunded: not null } => Accept(),
            { Refund: { } asked } payment when record.Trouble is null => Accept([
                .. Refunded(application, payment, asked.Reason, asked.Outcome),
            ]),
            { Refund.Trouble: not null } => Accept(),
            _ => Accept(new Event.RefundFailed(record.RefundNo, record.Trouble!)),
        };
}
