using System.Text.Json.Serialization;

namespace Enrollment.Payments;

/// <summary>
/// An order at a provider (缴费订单, R13): what the desk's QR code asks to be paid. It holds what was done with it; whether
/// money came stands in the ledger (<see cref="Payment"/>).
/// </summary>
public sealed record PaymentOrder
{
    /// <summary>How long a code can be paid. An order opened in time may be paid until then, past 缴费截止 too.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Ours (商户订单号): see <see cref="OrderNumber"/>.</summary>
    public required string OrderNo { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>Whole fen.</summary>
    public required long AmountFen { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The first instant at which it can't be paid any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the QR code says; null until the provider has given it.</summary>
    public string? CodeUrl { get; init; }

    /// <summary>Since when it is being closed; the provider has not confirmed it.</summary>
    public DateTimeOffset? ClosingSince { get; init; }

    public OrderEnd? Closed { get; init; }
}

/// <summary>How an order ended without money.</summary>
/// <param name="Detail">The provider's words.</param>
public sealed record OrderEnd(OrderClosing Why, DateTimeOffset At, string? Detail = null);

/// <summary>Why an order is closed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderClosing>))]
public enum OrderClosing
{
    /// <summary>超时未支付</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>工作人员关闭</summary>
    [JsonStringEnumMemberName("by-desk")]
    ByDesk,

    /// <summary>不再待缴费: paid otherwise, withdrawn, or the verification taken back.</summary>
    [JsonStringEnumMemberName("not-awaited")]
    NotAwaited,

    /// <summary>支付平台拒绝下单</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}

/// <summary>Where an order stands, as the desk sees it: its own record together with the ledger.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderState>))]
public enum OrderState
{
    /// <summary>正在下单: committed here; the provider has not answered yet.</summary>
    [JsonStringEnumMemberName("created")]
    Created,

    /// <summary>待支付: the code can be shown.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>正在关闭: asked for, and not confirmed by the provider; it may still turn out to be paid.</summary>
    [JsonStringEnumMemberName("closing")]
    Closing,

    /// <summary>已支付</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,

    /// <summary>已关闭</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary>待退款: money came that is not the fee.</summary>
    [JsonStringEnumMemberName("refund-due")]
    RefundDue,

    /// <summary>已退款</summary>
    [JsonStringEnumMemberName("refunded")]
    Refunded,
}

/// <summary>Money that came for an order, in the provider's own words, verified.</summary>
/// <param name="AmountFen">Whole fen: the order's amount, whatever coupons the payer used.</param>
/// <param name="PaidAt">By the provider's clock.</param>
public sealed record OrderReceipt(
    string OrderNo,
    PaymentMethod Method,
    string TransactionNo,
    long AmountFen,
    DateTimeOffset PaidAt
);
