using System.Text.Json.Serialization;

namespace Enrollment.Payments.WeChat;

/// <summary>An order as APIv3 wants it (POST /v3/pay/transactions/native).</summary>
internal sealed record WeChatOrder
{
    [JsonPropertyName("appid")]
    public required string AppId { get; init; }

    [JsonPropertyName("mchid")]
    public required string MerchantId { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("out_trade_no")]
    public required string OrderNo { get; init; }

    /// <summary>RFC 3339, to the second.</summary>
    [JsonPropertyName("time_expire")]
    public required string ExpiresAt { get; init; }

    [JsonPropertyName("notify_url")]
    public required string NotifyUrl { get; init; }

    [JsonPropertyName("amount")]
    public required WeChatAmount Amount { get; init; }
}

internal sealed record WeChatAmount
{
    /// <summary>Fen. What the payer gave may be less, by coupons; what the merchant gets is this.</summary>
    [JsonPropertyName("total")]
    public long Total { get; init; }

    /// <summary>Fen, of a refund.</summary>
    [JsonPropertyName("refund"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Refund { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; } = "CNY";
}

internal sealed record WeChatCode
{
    [JsonPropertyName("code_url")]
    public string? CodeUrl { get; init; }
}

internal sealed record WeChatMerchant
{
    [JsonPropertyName("mchid")]
    public required string MerchantId { get; init; }
}

/// <summary>A transaction, as a query answers it and a notification holds it.</summary>
internal sealed record WeChatTransaction
{
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    [JsonPropertyName("mchid")]
    public string? MerchantId { get; init; }

    [JsonPropertyName("out_trade_no")]
    public string? OrderNo { get; init; }

    [JsonPropertyName("transaction_id")]
    public string? TransactionNo { get; init; }

    [JsonPropertyName("trade_state")]
    public string? State { get; init; }

    [JsonPropertyName("success_time")]
    public DateTimeOffset? PaidAt { get; init; }

    [JsonPropertyName("amount")]
    public WeChatAmount? Amount { get; init; }
}

internal sealed record WeChatRefundRequest
{
    [JsonPropertyName("transaction_id")]
    public required string TransactionNo { get; init; }

    [JsonPropertyName("out_refund_no")]
    public required string RefundNo { get; init; }

    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    [JsonPropertyName("amount")]
    public required WeChatAmount Amount { get; init; }
}

internal sealed record WeChatRefund
{
    [JsonPropertyName("out_refund_no")]
    public string? RefundNo { get; init; }

    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("amount")]
    public WeChatAmount? Amount { get; init; }
}

internal sealed record WeChatFile
{
    [JsonPropertyName("hash_type")]
    public string? HashType { get; init; }

    [JsonPropertyName("hash_value")]
    public string? HashValue { get; init; }

    [JsonPropertyName("download_url")]
    public Uri? DownloadUrl { get; init; }
}

internal sealed record WeChatError
{
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    /// <summary>Only a signed refusal says how an order stands.</summary>
    [JsonIgnore]
    public bool IsSigned { get; init; }
}

/// <summary>The outside of a notification.</summary>
internal sealed record WeChatNotice
{
    [JsonPropertyName("event_type")]
    public string? EventType { get; init; }

    [JsonPropertyName("resource")]
    public WeChatResource? Resource { get; init; }
}
