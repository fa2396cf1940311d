using System.Globalization;
using System.Security.Cryptography;
using Enrollment.Payments.Keys;
using Enrollment.Seasons;

namespace Enrollment.Payments.WeChat;

/// <summary>
/// 微信支付, APIv3 Native (pay.weixin.qq.com/doc/v3/merchant/4012791877 and its neighbours). Built from settings that were
/// checked.
/// </summary>
public sealed class WeChatPay : IPaymentProvider
{
    private const string Orders = "/v3/pay/transactions/out-trade-no";
    private const string Refunds = "/v3/refund/domestic/refunds";

    /// <summary>WeChat's own limits, in characters.</summary>
    private const int LongestDescription = 127;
    private const int LongestReason = 80;

    private readonly WeChatOptions _options;
    private readonly Func<Uri> _notifyUrl;
    private readonly WeChatKeys _keys;
    private readonly WeChatVerifier _verifier;
    private readonly WeChatApi _api;
    private readonly TimeProvider _time;

    /// <param name="notifyUrl">Where notifications go; asked for with each order.</param>
    public WeChatPay(WeChatOptions options, Func<Uri> notifyUrl, HttpClient http, TimeProvider time)
    {
        (_options, _notifyUrl, _time) = (options, notifyUrl, time);
        _keys = WeChatKeys.Read(options, time.GetUtcNow());
        var line = new WeChatLine(options, _keys, http, time);
        _verifier = new(
            _keys,
            options.Trust == WeChatTrust.PublicKey ? null : new WeChatCertificates(line, _keys, time),
            time
        );
        _api = new(line, _verifier);
    }

    /// <summary>What is missing or wrong in the settings, in words without a secret; null when all is right.</summary>
    public static string? FaultOf(WeChatOptions options, DateTimeOffset now) =>
        KeyFaultException.Of(() =>
        {
            KeyText.RequireSafe(nameof(options.BaseAddress), options.BaseAddress);
            WeChatKeys.Read(options, now);
        });

    public PaymentMethod Method => PaymentMethod.WeChat;

    public async Task<Placing> PlaceAsync(OrderToPlace order, CancellationToken cancellationToken)
    {
        var result = await _api.PostAsync<WeChatCode>(
            "/v3/pay/transactions/native",
            new WeChatOrder
            {
                AppId = _options.AppId!,
                MerchantId = _options.MerchantId!,
                Description = Cut(order.Subject, LongestDescription),
                OrderNo = order.Order.OrderNo,
                ExpiresAt = Rfc3339(order.Order.ExpiresAt),
                NotifyUrl = _notifyUrl().AbsoluteUri,
                Amount = new() { Total = order.Order.AmountFen },
            },
            cancellationToken
        );
        return result switch
        {
            { Value.CodeUrl: { Length: > 0 } codeUrl } => new Placing.Placed(codeUrl),
            { Error.Code: "ORDERPAID" or "ORDER_CLOSED" or "OUT_TRADE_NO_USED" } => new Placing.Over(),
            { Error: { } error } => new Placing.Refused($"{error.Code} {error.Message}"),
            _ => throw new ProviderFaultException("WeChat gave no code."),
        };
    }

    public async Task<OrderStanding> AskAsync(PaymentOrder order, CancellationToken cancellationToken)
    {
        var result = await _api.GetAsync<WeChatTransaction>(
            $"{Orders}/{order.OrderNo}?mchid={_options.MerchantId}",
            cancellationToken
        );
        return result switch
        {
            { Value: { } transaction } => StandingOf(transaction, order.OrderNo),
            { Error: { IsSigned: true, Code: "ORDER_NOT_EXIST" or "RESOURCE_NOT_EXISTS" or "NOT_FOUND" } } =>
                new OrderStanding.Absent(),
            _ => throw Unexpected(result.Error),
        };
    }

    public async Task<OrderStanding> CloseAsync(PaymentOrder order, CancellationToken cancellationToken)
    {
        var result = await _api.PostAsync<WeChatCode>(
            $"{Orders}/{order.OrderNo}/close",
            new WeChatMerchant { MerchantId = _options.MerchantId! },
            cancellationToken
        );
        return result.Error switch
        {
            null => new OrderStanding.Closed(),
            { IsSigned: true, Code: "ORDER_CLOSED" or "ORDER_NOT_EXIST" or "RESOURCE_NOT_EXISTS" } =>
                new OrderStanding.Closed(),
            // It was paid in between, or is being paid: asking says which.
            { IsSigned: true } => await AskAsync(order, cancellationToken),
            var error => throw Unexpected(error),
        };
    }

    /// <summary>Asked for before it is made: the same number is never paid back twice, and a repeat learns how it went.</summary>
    public async Task<RefundStanding> RefundAsync(RefundToMake refund, CancellationToken cancellationToken)
    {
        var known = await _api.GetAsync<WeChatRefund>($"{Refunds}/{refund.RefundNo}", cancellationToken);
        if (known.Value is { } made)
        {
            return StandingOf(made, refund);
        }
        if (known.Error is not { IsSigned: true, Code: "RESOURCE_NOT_EXISTS" or "NOT_FOUND" })
        {
            throw Unexpected(known.Error);
        }
        var result = await _api.PostAsync<WeChatRefund>(
            Refunds,
            new WeChatRefundRequest
            {
                TransactionNo = refund.TransactionNo,
                RefundNo = refund.RefundNo,
                Reason = Cut(refund.Reason, LongestReason / 3),
                Amount = new() { Total = refund.AmountFen, Refund = refund.AmountFen },
            },
            cancellationToken
        );
        return result switch
        {
            { Value: { } asked } => StandingOf(asked, refund),
            { Error: { IsSigned: true } error } => new RefundStanding.Failed($"{error.Code} {error.Message}"),
            _ => throw Unexpected(result.Error),
        };
    }

    public async Task<Statement> StatementAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (!WeChatStatement.IsMade(day, _time.GetUtcNow()))
        {
            return new(Lines: null);
        }
        var result = await _api.GetAsync<WeChatFile>(
            $"/v3/bill/tradebill?bill_date={day:yyyy-MM-dd}&bill_type=ALL",
            cancellationToken
        );
        switch (result)
        {
            case { Error: { IsSigned: true, Code: "NO_STATEMENT_EXIST" } }:
                return new([]);
            case { Error: { IsSigned: true, Code: "STATEMENT_CREATING" } }:
                return new(Lines: null);
            case { Value: { HashType: "SHA1", HashValue: { } digest, DownloadUrl: { } url } }:
                var file = await _api.DownloadAsync(url.PathAndQuery, cancellationToken);
                return IsDigestOf(digest, file)
                    ? new(WeChatStatement.Read(file))
                    : throw new ProviderFaultException("The statement is not the one whose digest was signed.");
            default:
                throw Unexpected(result.Error);
        }
    }

    public async Task<NoticeReading> ReadAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (await _verifier.FaultOfAsync(WeChatSeal.Of(notice.Header), notice.Body, cancellationToken) is { } fault)
        {
            return new NoticeReading.Refused(fault);
        }
        if (WeChatApi.TryRead<WeChatNotice>(notice.Body.ToArray()) is not { Resource: { } resource } outside)
        {
            return new NoticeReading.Refused(NoticeFault.Unreadable);
        }
        byte[] inside;
        try
        {
            inside = resource.Open(_keys.ApiV3Key);
        }
        catch (ProviderFaultException)
        {
            return new NoticeReading.Refused(NoticeFault.Unreadable);
        }
        return outside.EventType == "TRANSACTION.SUCCESS"
            ? Read(WeChatApi.TryRead<WeChatTransaction>(inside))
            : new NoticeReading.Other(outside.EventType ?? "");
    }

    private NoticeReading Read(WeChatTransaction? transaction) =>
        transaction is null ? new NoticeReading.Refused(NoticeFault.Unreadable)
        : transaction.MerchantId != _options.MerchantId || transaction.AppId != _options.AppId
            ? new NoticeReading.Refused(NoticeFault.WrongMerchant)
        : ReceiptOf(transaction) is { } receipt ? new NoticeReading.Paid(receipt)
        : new NoticeReading.Refused(NoticeFault.Unreadable);

    private OrderStanding StandingOf(WeChatTransaction transaction, string orderNo)
    {
        if (transaction.MerchantId != _options.MerchantId || transaction.OrderNo != orderNo)
        {
            throw new ProviderFaultException("WeChat answers about another order.");
        }
        return transaction.State switch
        {
            // REFUND: it was paid, and something of it was paid back since.
            "SUCCESS" or "REFUND" => ReceiptOf(transaction) is { } receipt
                ? new OrderStanding.Paid(receipt)
                : throw new ProviderFaultException("WeChat says paid, but not what."),
            "CLOSED" or "REVOKED" => new OrderStanding.Closed(),
            "NOTPAY" or "USERPAYING" or "PAYERROR" or "ACCEPT" => new OrderStanding.Waiting(),
            _ => throw new ProviderFaultException("WeChat names a state that is not known."),
        };
    }

    private static OrderReceipt? ReceiptOf(WeChatTransaction transaction) =>
        transaction
            is {
                State: "SUCCESS" or "REFUND",
                OrderNo: { } orderNo,
                TransactionNo: { Length: > 0 } transactionNo,
                PaidAt: { } paidAt,
                Amount: { Currency: "CNY", Total: > 0 and var fen }
            }
            ? new(orderNo, PaymentMethod.WeChat, transactionNo, fen, paidAt.ToOffset(ChinaTime.Offset))
            : null;

    private static RefundStanding StandingOf(WeChatRefund made, RefundToMake refund) =>
        made.RefundNo != refund.RefundNo || made.Amount is not { Refund: { } fen } || fen != refund.AmountFen
            ? throw new ProviderFaultException("WeChat answers about another refund.")
            : made.Status switch
            {
                "SUCCESS" => new RefundStanding.Done(),
                "PROCESSING" => new RefundStanding.Running(),
                "CLOSED" => new RefundStanding.Failed("退款关闭"),
                "ABNORMAL" => new RefundStanding.Failed("退款异常，请在微信支付商户平台处理"),
                _ => throw new ProviderFaultException("WeChat names a state that is not known."),
            };

    private static bool IsDigestOf(string digest, byte[] file)
    {
#pragma warning disable CA5350 // WeChat states SHA-1; the digest itself comes signed with SHA-256.
        return string.Equals(Convert.ToHexString(SHA1.HashData(file)), digest, StringComparison.OrdinalIgnoreCase);
#pragma warning restore CA5350
    }

    private static ProviderFaultException Unexpected(WeChatError? error) =>
        new($"WeChat answers {error?.Code ?? "nothing"}{(error?.IsSigned == false ? ", unsigned" : "")}.");

    private static string Rfc3339(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
