using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>
/// Alipay's gateway in certificate mode, written from its documentation and not from our client: it verifies every
/// request by the application's certificate, and signs what it says.
/// </summary>
internal sealed partial class SimulatedAlipay(SimulatedTrades trades, SimulatedKeys keys, Func<Uri> page)
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public AnswerFlaw Flaw { get; set; }

    public SimulatedAnswer Answer(SimulatedRequest request)
    {
        if (request.Path == "/bill")
        {
            return new(200, _files[request.PathAndQuery.Split("token=")[1]], "application/zip");
        }
        var form = Parse(request.Text);
        var method = form.GetValueOrDefault("method") ?? "";
        if (!IsGenuine(form))
        {
            return Raw(
                """{"error_response":{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature","sub_msg":"验签出错"}}"""
            );
        }
        var content = JsonNode.Parse(form["biz_content"])!.AsObject();
        var orderNo = (string?)content["out_trade_no"] ?? "";
        var trade = trades.Find(PaymentMethod.Alipay, orderNo);
        var node =
            Flaw == AnswerFlaw.ServerError
                ? Failure("20000", "isp.unknow-error", "系统繁忙")
                : method switch
                {
                    "alipay.trade.precreate" => Precreate(content, form),
                    "alipay.data.dataservice.bill.downloadurl.query" => Bill((string)content["bill_date"]!),
                    // Nobody has scanned it: Alipay knows no trade, and cancelling it keeps it from coming to be.
                    "alipay.trade.cancel" when trade is null => Success(
                        new() { ["out_trade_no"] = orderNo, ["retry_flag"] = "N" }
                    ),
                    _ when trade is null => Failure("40004", "ACQ.TRADE_NOT_EXIST", "交易不存在"),
                    "alipay.trade.query" => Query(trade),
                    "alipay.trade.cancel" => Cancel(trade),
                    "alipay.trade.refund" => Refund(trade, content),
                    "alipay.trade.fastpay.refund.query" => QueryRefund(trade, (string)content["out_request_no"]!),
                    _ => Failure("40004", "isv.invalid-method", "方法不存在"),
                };
        return Signed(method, node);
    }

    /// <summary>The notification of a payment, genuine or flawed.</summary>
    public SimulatedRequest NoticeOf(
        SimulatedTrade trade,
        SimulatedPayment payment,
        NoticeFlaw flaw = NoticeFlaw.None
    ) => Notice(trade, Facts(trade, payment, flaw), flaw);

    /// <summary>The notification that a refund was made: that of the payment, with what went back.</summary>
    public SimulatedRequest NoticeOfRefund(SimulatedTrade trade, SimulatedRefund made)
    {
        var payment = trade.Payments.Find(one => one.TransactionNo == made.TransactionNo)!;
        var form = Facts(trade, payment, NoticeFlaw.None);
        form["trade_status"] = "TRADE_CLOSED";
        form["out_biz_no"] = made.RefundNo;
        form["refund_fee"] = Yuan(made.AmountFen);
        form["gmt_refund"] = $"{Time(made.At)}.000";
        return Notice(trade, form, NoticeFlaw.None);
    }

    private SortedDictionary<string, string> Facts(SimulatedTrade trade, SimulatedPayment payment, NoticeFlaw flaw) =>
        new(StringComparer.Ordinal)
        {
            ["app_id"] = SimulatedKeys.AlipayAppId,
            ["seller_id"] = flaw == NoticeFlaw.WrongMerchant ? "2088000000000002" : SimulatedKeys.SellerId,
            ["charset"] = "utf-8",
            ["version"] = "1.0",
            ["notify_id"] = Guid.NewGuid().ToString("N"),
            ["notify_type"] = "trade_status_sync",
            ["notify_time"] = Time(trades.Now),
            ["out_trade_no"] = trade.OrderNo,
            ["trade_no"] = payment.TransactionNo,
            ["trade_status"] = "TRADE_SUCCESS",
            ["total_amount"] = Yuan(trade.AmountFen + (flaw == NoticeFlaw.WrongAmount ? 1 : 0)),
            ["receipt_amount"] = Yuan(trade.AmountFen),
            ["subject"] = trade.Subject,
            ["gmt_create"] = Time(payment.PaidAt),
            ["gmt_payment"] = Time(payment.PaidAt),
        };

    private SimulatedRequest Notice(SimulatedTrade trade, SortedDictionary<string, string> form, NoticeFlaw flaw)
    {
        var message = string.Join('&', form.Select(one => $"{one.Key}={one.Value}"));
        using var alipay = keys.Alipay.GetRSAPrivateKey()!;
        form["sign_type"] = "RSA2";
        if (flaw == NoticeFlaw.OutOfDate)
        {
            form["alipay_cert_sn"] = "00000000000000000000000000000000";
        }
        if (flaw != NoticeFlaw.Unsigned)
        {
            form["sign"] = Sign(flaw == NoticeFlaw.Forged ? keys.Forger : alipay, message);
        }
        if (flaw == NoticeFlaw.Tampered)
        {
            form["total_amount"] = "0.01";
        }
        var body = string.Join(
            '&',
            form.Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}")
        );
        return new(
            "POST",
            new Uri(trade.NotifyUrl).PathAndQuery,
            new Dictionary<string, string>(StringComparer.Ordinal),
            Encoding.UTF8.GetBytes(body),
            "application/x-www-form-urlencoded; charset=utf-8"
        );
    }

    private JsonObject Precreate(JsonObject content, Dictionary<string, string> form)
    {
        var trade = trades.Place(
            PaymentMethod.Alipay,
            (string)content["out_trade_no"]!,
            (long)(decimal.Parse((string)content["total_amount"]!, CultureInfo.InvariantCulture) * 100),
            (string)content["subject"]!,
            form["notify_url"],
            new(
                DateTime.ParseExact(
                    (string)content["time_expire"]!,
                    "yyyy-MM-dd HH:mm:ss",
                    CultureInfo.InvariantCulture
                ),
                ChinaTime.Offset
            )
        );
        return trade.State switch
        {
            TradeState.Paid => Failure("40004", "ACQ.TRADE_HAS_SUCCESS", "交易已被支付"),
            TradeState.Closed => Failure("40004", "ACQ.TRADE_HAS_CLOSE", "交易已经关闭"),
            _ => Success(
                new()
                {
                    ["out_trade_no"] = trade.OrderNo,
                    ["qr_code"] = new Uri(page(), $"/pay/{trade.Token}").AbsoluteUri,
                }
            ),
        };
    }

    private static JsonObject Query(SimulatedTrade trade)
    {
        var payment = trade.Payments.FirstOrDefault();
        var isGivenBack =
            payment is not null && trade.Refunds.Exists(one => one.TransactionNo == payment.TransactionNo);
        var answer = new JsonObject
        {
            ["out_trade_no"] = trade.OrderNo,
            ["trade_no"] = payment?.TransactionNo ?? $"2026{trade.Token}",
            ["total_amount"] = Yuan(trade.AmountFen),
            ["trade_status"] =
                payment is null ? (trade.State == TradeState.Closed ? "TRADE_CLOSED" : "WAIT_BUYER_PAY")
                : isGivenBack ? "TRADE_CLOSED"
                : "TRADE_SUCCESS",
        };
        if (payment is not null)
        {
            answer["send_pay_date"] = Time(payment.PaidAt);
        }
        return Success(answer);
    }

    private JsonObject Cancel(SimulatedTrade trade)
    {
        var answer = new JsonObject { ["out_trade_no"] = trade.OrderNo, ["retry_flag"] = "N" };
        if (trade.Payments.FirstOrDefault() is { } payment)
        {
            trades.Refund(trade, payment.TransactionNo, $"cancel-{trade.OrderNo}", trade.AmountFen);
            answer["action"] = "refund";
        }
        else
        {
            trades.Close(trade);
            answer["action"] = "close";
        }
        return Success(answer);
    }

    private JsonObject Refund(SimulatedTrade trade, JsonObject content)
    {
        var transactionNo = (string)content["trade_no"]!;
        var before = trade.Refunds.Count;
        var refund = trades.Refund(
            trade,
            transactionNo,
            (string)content["out_request_no"]!,
            (long)(decimal.Parse((string)content["refund_amount"]!, CultureInfo.InvariantCulture) * 100)
        );
        return refund is null
            ? Failure("40004", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限")
            : Success(
                new()
                {
                    ["out_trade_no"] = trade.OrderNo,
                    ["trade_no"] = transactionNo,
                    ["refund_fee"] = Yuan(refund.AmountFen),
                    ["fund_change"] = trade.Refunds.Count > before ? "Y" : "N",
                }
            );
    }

    private static JsonObject QueryRefund(SimulatedTrade trade, string refundNo)
    {
        var answer = new JsonObject { ["out_trade_no"] = trade.OrderNo };
        if (trade.Refunds.Find(one => one.RefundNo == refundNo) is { } refund)
        {
            answer["trade_no"] = refund.TransactionNo;
            answer["out_request_no"] = refundNo;
            answer["refund_amount"] = Yuan(refund.AmountFen);
            answer["refund_status"] = "REFUND_SUCCESS";
        }
        return Success(answer);
    }

    private JsonObject Bill(string day)
    {
        var file = SimulatedBills.OfAlipay(
            trades.All,
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        if (file is null)
        {
            return Failure("40004", "isp.bill_not_exist", "账单不存在");
        }
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        _files[token] = file;
        return Success(new() { ["bill_download_url"] = new Uri(page(), $"/bill?token={token}").AbsoluteUri });
    }

    private static JsonObject Success(JsonObject answer)
    {
        answer["code"] = "10000";
        answer["msg"] = "Success";
        return answer;
    }

    private static JsonObject Failure(string code, string subCode, string message) =>
        new()
        {
            ["code"] = code,
            ["msg"] = "Business Failed",
            ["sub_code"] = subCode,
            ["sub_msg"] = message,
        };

    private static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100m:0.00}");

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
