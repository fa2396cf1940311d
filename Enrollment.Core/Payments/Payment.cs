using System.Text.Json.Serialization;

namespace Enrollment.Payments;

/// <summary>One payment of the fee (缴费, R13), in whole fen; a mistaken one is reversed, never erased.</summary>
public sealed record Payment
{
    /// <summary>Ours, unique over all applications.</summary>
    public required string OrderNo { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>Whole fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>The provider's, or the one on the slip for a manual entry.</summary>
    public required string TransactionNo { get; init; }

    /// <summary>票据号</summary>
    public required string ReceiptNo { get; init; }

    public required DateTimeOffset PaidAt { get; init; }

    /// <summary>Why it was entered by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>冲正</summary>
    public Undone? Reversed { get; init; }

    /// <summary>退费</summary>
    public Undone? Refunded { get; init; }

    [JsonIgnore]
    public bool IsInForce => Reversed is null && Refunded is null;
}

/// <summary>When and why a payment was reversed or refunded.</summary>
public sealed record Undone(string Reason, DateTimeOffset At);

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
