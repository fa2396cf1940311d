using System.Text.Json.Serialization;

namespace Enrollment.Payments;

/// <summary>
/// One payment in the ledger (缴费, R13), in whole fen: money that came, once for each transaction, or an entry by hand. A
/// mistaken entry is reversed, never erased.
/// </summary>
public sealed record Payment
{
    /// <summary>The order that it was paid with; for an entry by hand a number of its own.</summary>
    public required string OrderNo { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>Whole fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The provider's, or the one on the slip for a manual entry.</summary>
    public required string TransactionNo { get; init; }

    /// <summary>票据号</summary>
    public required string ReceiptNo { get; init; }

    /// <summary>By the provider's clock; of an entry by hand, when it was entered.</summary>
    public required DateTimeOffset PaidAt { get; init; }

    /// <summary>Why it was entered by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>When the provider's own word for it was recorded; null for an entry by hand that nobody has confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The provider's order, where an entry by hand turned out to be that order's money.</summary>
    public string? PaidOrderNo { get; init; }

    /// <summary>Why it is not the fee (多收款): to be refunded, or counted as the fee after all.</summary>
    public Surplus? Surplus { get; init; }

    /// <summary>冲正</summary>
    public Undone? Reversed { get; init; }

    /// <summary>The refund that was asked of the provider.</summary>
    public AskedRefund? Refund { get; init; }

    /// <summary>退费</summary>
    public Undone? Refunded { get; init; }

    /// <summary>It is the fee, and was not taken back.</summary>
    [JsonIgnore]
    public bool IsInForce => Surplus is null && Reversed is null && Refunded is null;

    /// <summary>待退款: money that is not the fee and still with the branch.</summary>
    [JsonIgnore]
    public bool IsRefundDue => Surplus is not null && Refunded is null;
}

/// <summary>When and why a payment was reversed or refunded.</summary>
public sealed record Undone(string Reason, DateTimeOffset At);

/// <summary>A refund on its way through the provider. The same number asked twice is paid back once.</summary>
/// <param name="Trouble">Why the provider did not pay back; it may be asked again, under another number.</param>
public sealed record AskedRefund(
    string RefundNo,
    string Reason,
    RefundOutcome Outcome,
    DateTimeOffset AskedAt,
    string? Trouble = null
);

/// <summary>What a refund means for the application (DESIGN §2: stays Paid, or → Withdrawn).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundOutcome>))]
public enum RefundOutcome
{
    [JsonStringEnumMemberName("stays-paid")]
    StaysPaid,

    [JsonStringEnumMemberName("withdraws")]
    Withdraws,
}

/// <summary>How the money goes back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundWay>))]
public enum RefundWay
{
    /// <summary>原路退回, by the provider; a payment that no provider confirmed can't go this way.</summary>
    [JsonStringEnumMemberName("provider")]
    Provider,

    /// <summary>In cash, by transfer or in the provider's own console: only recorded here.</summary>
    [JsonStringEnumMemberName("by-hand")]
    ByHand,
}

/// <summary>Why money that came is not the fee (R13). It is recorded and flagged, never lost.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Surplus>))]
public enum Surplus
{
    /// <summary>重复缴费: the fee was paid already.</summary>
    [JsonStringEnumMemberName("double")]
    PaidTwice,

    /// <summary>订单关闭后到账</summary>
    [JsonStringEnumMemberName("after-closing")]
    AfterClosing,

    /// <summary>不在待缴费阶段: withdrawn, lapsed, or the verification taken back in the meantime.</summary>
    [JsonStringEnumMemberName("not-awaited")]
    NotAwaited,

    /// <summary>金额不符</summary>
    [JsonStringEnumMemberName("wrong-amount")]
    WrongAmount,

    /// <summary>An order of this application that its record does not have, as after an older backup was restored.</summary>
    [JsonStringEnumMemberName("unknown-order")]
    UnknownOrder,
}

[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethod>))]
public enum PaymentMethod
{
    /// <summary>微信支付</summary>
    [JsonStringEnumMemberName("wechat")]
    WeChat,

    /// <summary>支付宝</summary>
    [JsonStringEnumMemberName("alipay")]
    Alipay,
}
