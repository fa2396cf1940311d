using System.Text.Json.Serialization;

namespace Enrollment.Payments.Alipay;

/// <summary>What is asked of Alipay (biz_content); only what the method takes is set.</summary>
internal sealed record AlipayRequest
{
    [JsonPropertyName("out_trade_no")]
    public string? OrderNo { get; init; }

    [JsonPropertyName("trade_no")]
    public string? TransactionNo { get; init; }

    /// <summary>Yuan with two decimals.</summary>
    [JsonPropertyName("total_amount")]
    public string? Amount { get; init; }

    [JsonPropertyName("subject")]
    public string? Subject { get; init; }

    [JsonPropertyName("seller_id")]
    public string? SellerId { get; init; }

    /// <summary>The last moment to pay, in China: "yyyy-MM-dd HH:mm:ss".</summary>
    [JsonPropertyName("time_expire")]
    public string? ExpiresAt { get; init; }

    /// <summary>How long the code itself can be scanned, "10m"; two hours otherwise.</summary>
    [JsonPropertyName("qr_code_timeout_express")]
    public string? CodeLives { get; init; }

    [JsonPropertyName("refund_amount")]
    public string? RefundAmount { get; init; }

    [JsonPropertyName("refund_reason")]
    public string? RefundReason { get; init; }

    [JsonPropertyName("out_request_no")]
    public string? RefundNo { get; init; }

    [JsonPropertyName("bill_type")]
    public string? BillType { get; init; }

    [JsonPropertyName("bill_date")]
    public string? BillDate { get; init; }
}

/// <summary>What Alipay answers; only what the method gives is there.</summary>
internal sealed record AlipayAnswer
{
    /// <summary>10000: done.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("sub_code")]
    public string? SubCode { get; init; }

    [JsonPropertyName("sub_msg")]
    public string? SubMessage { get; init; }

    [JsonPropertyName("out_trade_no")]
    public string? OrderNo { get; init; }

    [JsonPropertyName("trade_no")]
    public string? TransactionNo { get; init; }

    [JsonPropertyName("qr_code")]
    public string? CodeUrl { get; init; }

    [JsonPropertyName("trade_status")]
    public string? State { get; init; }

    [JsonPropertyName("total_amount")]
    public string? Amount { get; init; }

    /// <summary>When the money went to the seller; only of what was paid.</summary>
    [JsonPropertyName("send_pay_date")]
    public string? PaidAt { get; init; }

    /// <summary>Of a cancel: close, or refund where it had been paid.</summary>
    [JsonPropertyName("action")]
    public string? Action { get; init; }

    /// <summary>Of a cancel: Y when it is to be asked again.</summary>
    [JsonPropertyName("retry_flag")]
    public string? Retry { get; init; }

    [JsonPropertyName("fund_change")]
    public string? FundChange { get; init; }

    [JsonPropertyName("refund_status")]
    public string? RefundStatus { get; init; }

    [JsonPropertyName("refund_amount")]
    public string? RefundAmount { get; init; }

    [JsonPropertyName("bill_download_url")]
    public string? BillUrl { get; init; }

    public bool IsDone => Code == "10000";

    /// <summary>What says nothing of the trade: the system is busy or down (20000, and the trade's own system error).</summary>
    public bool IsNotNow =>
        Code is "20000" || SubCode is "ACQ.SYSTEM_ERROR" or "AQC.SYSTEM_ERROR" or "isp.unknow-error";
}
