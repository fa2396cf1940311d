using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>
/// WeChat Pay as APIv3 describes it, written from its documentation and not from our client: it verifies every request
/// by the merchant's certificate, and signs and encrypts what it says.
/// </summary>
internal sealed partial class SimulatedWeChat(SimulatedTrades trades, SimulatedKeys keys, Func<Uri> page)
{
    private const string Orders = "/v3/pay/transactions/out-trade-no/";
    private const string Refunds = "/v3/refund/domestic/refunds";

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public AnswerFlaw Flaw { get; set; }

    /// <summary>Signs notifications with the platform certificate instead of the public key; during a change, either comes.</summary>
    public bool NotifiesByCertificate { get; set; }

    public static string SerialOf(X509Certificate2 certificate) => certificate.SerialNumber.TrimStart('0');

    public SimulatedAnswer Answer(SimulatedRequest request)
    {
        if (!IsGenuine(request))
        {
            return Signed(request, 401, Error("SIGN_ERROR", "签名错误"));
        }
        if (Flaw == AnswerFlaw.ServerError)
        {
            return Signed(request, 500, Error("SYSTEM_ERROR", "系统异常，请稍后重试"));
        }
        var path = request.Path;
        return (request.Method, path) switch
        {
            ("GET", "/v3/certificates") => Signed(request, 200, Certificates()),
            ("POST", "/v3/pay/transactions/native") => Place(request),
            ("POST", _)
                when path.StartsWith(Orders, StringComparison.Ordinal)
                    && path.EndsWith("/close", StringComparison.Ordinal) => Close(
                request,
                path[Orders.Length..^"/close".Length]
            ),
            ("GET", _) when path.StartsWith(Orders, StringComparison.Ordinal) => Query(request, path[Orders.Length..]),
            ("POST", Refunds) => Refund(request),
            ("GET", _) when path.StartsWith($"{Refunds}/", StringComparison.Ordinal) => QueryRefund(
                request,
                path[(Refunds.Length + 1)..]
            ),
            ("GET", "/v3/bill/tradebill") => Bill(request),
            ("GET", "/v3/billdownload/file") => new(200, _files[request.PathAndQuery.Split("token=")[1]], "text/plain"),
            _ => Signed(request, 404, Error("NOT_FOUND", "接口不存在")),
        };
    }

    /// <summary>The notification of a payment, genuine or flawed.</summary>
    public SimulatedRequest NoticeOf(SimulatedTrade trade, SimulatedPayment payment, NoticeFlaw flaw = NoticeFlaw.None)
    {
        var transaction = Transaction(trade, payment);
        if (flaw == NoticeFlaw.WrongAmount)
        {
            transaction["amount"]!["total"] = trade.AmountFen + 1;
        }
        if (flaw == NoticeFlaw.WrongMerchant)
        {
            transaction["mchid"] = "1900000110";
        }
        return Notice(
            trade,
            "TRANSACTION.SUCCESS",
            "支付成功",
            Encrypt(transaction.ToJsonString(), "transaction"),
            flaw
        );
    }

    /// <summary>The notification that a refund has arrived.</summary>
    public SimulatedRequest NoticeOfRefund(SimulatedTrade trade, SimulatedRefund made)
    {
        var refund = Refund(trade, made, "SUCCESS");
        refund.Remove("status");
        refund["mchid"] = SimulatedKeys.MerchantId;
        refund["refund_status"] = "SUCCESS";
        refund["success_time"] = Time(made.At);
        return Notice(trade, "REFUND.SUCCESS", "退款成功", Encrypt(refund.ToJsonString(), "refund"), NoticeFlaw.None);
    }

    private SimulatedRequest Notice(
        SimulatedTrade trade,
        string type,
        string summary,
        JsonObject resource,
        NoticeFlaw flaw
    )
    {
        var body = Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["id"] = Guid.NewGuid().ToString(),
                ["create_time"] = Time(trades.Now),
                ["resource_type"] = "encrypt-resource",
                ["event_type"] = type,
                ["summary"] = summary,
                ["resource"] = resource,
            }.ToJsonString()
        );
        var at = flaw == NoticeFlaw.OutOfDate ? trades.Now.AddHours(-1) : trades.Now;
        using var certified = keys.WeChatPlatform.GetRSAPrivateKey()!;
        var key =
            flaw == NoticeFlaw.Forged ? keys.Forger
            : NotifiesByCertificate ? certified
            : keys.WeChatKey;
        var serial = NotifiesByCertificate ? SerialOf(keys.WeChatPlatform) : SimulatedKeys.PublicKeyId;
        var headers = flaw == NoticeFlaw.Unsigned ? [] : Seal(body, at, key, serial);
        if (flaw == NoticeFlaw.Tampered)
        {
            body = [.. body, (byte)' '];
        }
        return new("POST", new Uri(trade.NotifyUrl).PathAndQuery, headers, body);
    }

    private SimulatedAnswer Place(SimulatedRequest request)
    {
        var body = JsonNode.Parse(request.Body)!;
        if (
            (string?)body["mchid"] != SimulatedKeys.MerchantId
            || (string?)body["appid"] != SimulatedKeys.WeChatAppId
            || (string?)body["amount"]?["currency"] != "CNY"
            || !OrderNo().IsMatch((string?)body["out_trade_no"] ?? "")
        )
        {
            return Signed(request, 400, Error("PARAM_ERROR", "参数错误"));
        }
        var trade = trades.Place(
            PaymentMethod.WeChat,
            (string)body["out_trade_no"]!,
            (long)body["amount"]!["total"]!,
            (string)body["description"]!,
            (string)body["notify_url"]!,
            DateTimeOffset.Parse((string)body["time_expire"]!, CultureInfo.InvariantCulture)
        );
        return trade.State switch
        {
            TradeState.Paid => Signed(request, 400, Error("ORDERPAID", "该订单已支付")),
            TradeState.Closed => Signed(request, 400, Error("ORDER_CLOSED", "该订单已关闭")),
            _ => Signed(
                request,
                200,
                new JsonObject { ["code_url"] = new Uri(page(), $"/pay/{trade.Token}").AbsoluteUri }
            ),
        };
    }

    private SimulatedAnswer Query(SimulatedRequest request, string orderNo) =>
        trades.Find(PaymentMethod.WeChat, orderNo) is { } trade
            ? Signed(request, 200, Transaction(trade, trade.Payments.FirstOrDefault()))
            : Signed(request, 404, Error("ORDER_NOT_EXIST", "订单不存在"));

    private SimulatedAnswer Close(SimulatedRequest request, string orderNo)
    {
        if (trades.Find(PaymentMethod.WeChat, orderNo) is not { } trade)
        {
            return Signed(request, 404, Error("ORDER_NOT_EXIST", "订单不存在"));
        }
        if (trade.State == TradeState.Paid)
        {
            return Signed(request, 400, Error("ORDERPAID", "该订单已支付"));
        }
        trades.Close(trade);
        return Signed(request, 204, body: null);
    }

    private SimulatedAnswer Refund(SimulatedRequest request)
    {
        var body = JsonNode.Parse(request.Body)!;
        var transactionNo = (string)body["transaction_id"]!;
        var trade = trades.All.FirstOrDefault(one => one.Payments.Exists(paid => paid.TransactionNo == transactionNo));
        if (trade is null)
        {
            return Signed(request, 404, Error("RESOURCE_NOT_EXISTS", "订单不存在"));
        }
        var refund = trades.Refund(
            trade,
            transactionNo,
            (string)body["out_refund_no"]!,
            (long)body["amount"]!["refund"]!
        );
        return refund is null
            ? Signed(request, 400, Error("INVALID_REQUEST", "订单已全额退款"))
            : Signed(request, 200, Refund(trade, refund, "PROCESSING"));
    }

    private SimulatedAnswer QueryRefund(SimulatedRequest request, string refundNo) =>
        trades
            .All.SelectMany(trade => trade.Refunds, (trade, refund) => (trade, refund))
            .FirstOrDefault(one => one.refund.RefundNo == refundNo)
            is ({ } trade, { } refund)
            ? Signed(request, 200, Refund(trade, refund, "SUCCESS"))
            : Signed(request, 404, Error("RESOURCE_NOT_EXISTS", "退款单不存在"));

    private SimulatedAnswer Bill(SimulatedRequest request)
    {
        var day = DateOnly.ParseExact(
            BillDate().Match(request.PathAndQuery).Groups["day"].Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        var file = SimulatedBills.OfWeChat(trades.All, day);
        if (file is null)
        {
            return Signed(request, 400, Error("NO_STATEMENT_EXIST", "账单文件不存在"));
        }
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        _files[token] = file;
#pragma warning disable CA5350 // What the interface states.
        var digest = Convert.ToHexStringLower(SHA1.HashData(file));
#pragma warning restore CA5350
        return Signed(
            request,
            200,
            new JsonObject
            {
                ["hash_type"] = "SHA1",
                ["hash_value"] = digest,
                ["download_url"] = $"https://api.mch.weixin.qq.com/v3/billdownload/file?token={token}",
            }
        );
    }

    private static JsonObject Transaction(SimulatedTrade trade, SimulatedPayment? payment)
    {
        var transaction = new JsonObject
        {
            ["appid"] = SimulatedKeys.WeChatAppId,
            ["mchid"] = SimulatedKeys.MerchantId,
            ["out_trade_no"] = trade.OrderNo,
            ["trade_state"] =
                payment is null ? (trade.State == TradeState.Closed ? "CLOSED" : "NOTPAY")
                : trade.Refunds.Exists(one => one.TransactionNo == payment.TransactionNo) ? "REFUND"
                : "SUCCESS",
            ["amount"] = new JsonObject { ["total"] = trade.AmountFen, ["currency"] = "CNY" },
        };
        if (payment is not null)
        {
            transaction["transaction_id"] = payment.TransactionNo;
            transaction["trade_type"] = "NATIVE";
            transaction["success_time"] = Time(payment.PaidAt);
        }
        return transaction;
    }

    private static JsonObject Refund(SimulatedTrade trade, SimulatedRefund refund, string status) =>
        new()
        {
            ["refund_id"] = $"50{refund.TransactionNo}",
            ["out_refund_no"] = refund.RefundNo,
            ["transaction_id"] = refund.TransactionNo,
            ["out_trade_no"] = trade.OrderNo,
            ["status"] = status,
            ["amount"] = new JsonObject
            {
                ["total"] = trade.AmountFen,
                ["refund"] = refund.AmountFen,
                ["currency"] = "CNY",
            },
        };

    private JsonObject Certificates() =>
        new()
        {
            ["data"] = new JsonArray(
                new JsonObject
                {
                    ["serial_no"] = SerialOf(keys.WeChatPlatform),
                    ["effective_time"] = Time(new(keys.WeChatPlatform.NotBefore)),
                    ["expire_time"] = Time(new(keys.WeChatPlatform.NotAfter)),
                    ["encrypt_certificate"] = Encrypt(keys.WeChatPlatform.ExportCertificatePem(), "certificate"),
                }
            ),
        };

    private static JsonObject Error(string code, string message) => new() { ["code"] = code, ["message"] = message };

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9A-Za-z_*-]{6,32}$", RegexOptions.None, 1000)]
    private static partial Regex OrderNo();

    [GeneratedRegex("bill_date=(?<day>[0-9-]{10})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BillDate();
}
