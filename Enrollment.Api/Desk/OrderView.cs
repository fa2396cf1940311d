using Enrollment.Applications;
using Enrollment.Payments;

namespace Enrollment.Api.Desk;

/// <summary>An order as the desk shows it (缴费订单, R13): a code to be paid, or what became of it.</summary>
public sealed record OrderView
{
    public required string OrderNo { get; init; }

    public required PaymentMethod Method { get; init; }

    public required string MethodText { get; init; }

    /// <summary>Whole fen.</summary>
    public required long AmountFen { get; init; }

    public required OrderState State { get; init; }

    public required string StateText { get; init; }

    /// <summary>What the QR code says, while it can be paid (state waiting). <c>…/{orderNo}/code.svg</c> draws it.</summary>
    public string? CodeUrl { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The first instant at which it can't be paid any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Until then, by the server's clock; zero once it is past.</summary>
    public required int SecondsLeft { get; init; }

    /// <summary>Why it was closed, or why its money is not the fee, in words.</summary>
    public string? Why { get; init; }

    /// <summary>票据号 of the money that came.</summary>
    public string? ReceiptNo { get; init; }

    public string? TransactionNo { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Why the provider did not pay back, where a refund failed.</summary>
    public string? RefundTrouble { get; init; }

    /// <summary>Of the application: paid turns the desk green, by whatever order.</summary>
    public required StageName Stage { get; init; }

    internal static OrderView Of(Application application, PaymentOrder order, DateTimeOffset now, Language language)
    {
        var state = application.StateOf(order);
        var money = application.Payments.LastOrDefault(payment =>
            payment.OrderNo == order.OrderNo || payment.PaidOrderNo == order.OrderNo
        );
        return new()
        {
            OrderNo = order.OrderNo,
            Method = order.Method,
            MethodText = PaymentWords.Of(order.Method, language),
            AmountFen = order.AmountFen,
            State = state,
            StateText = PaymentWords.Of(state, language),
            CodeUrl = state == OrderState.Waiting && now < order.ExpiresAt ? order.CodeUrl : null,
            OpenedAt = order.OpenedAt,
            ExpiresAt = order.ExpiresAt,
            SecondsLeft = Math.Max(0, (int)Math.Ceiling((order.ExpiresAt - now).TotalSeconds)),
            Why =
                money?.Surplus is { } surplus ? PaymentWords.Of(surplus, language)
                : order.Closed is { } closed ? PaymentWords.Of(closed.Why, language)
                : null,
            ReceiptNo = money?.ReceiptNo,
            TransactionNo = money?.TransactionNo,
            PaidAt = money?.PaidAt,
            RefundTrouble = money is { Refunded: null } ? money.Refund?.Trouble : null,
            Stage = application.Stage.Name,
        };
    }
}
