using Enrollment.Payments.Keys;
using Enrollment.Seasons;

namespace Enrollment.Payments.Alipay;

/// <summary>
/// 支付宝当面付, 扫码支付 (opendocs.alipay.com: alipay.trade.precreate, query, cancel, refund, fastpay.refund.query, and
/// alipay.data.dataservice.bill.downloadurl.query). Built from settings that were checked.
/// </summary>
public sealed class AlipayPay : IPaymentProvider
{
    /// <summary>Alipay's own limit, in characters.</summary>
    private const int LongestSubject = 256;

    private readonly AlipayOptions _options;
    private readonly Func<Uri> _notifyUrl;
    private readonly AlipayKeys _keys;
    private readonly AlipayApi _api;
    private readonly TimeProvider _time;

    /// <param name="notifyUrl">Where notifications go; asked for with each order.</param>
    public AlipayPay(AlipayOptions options, Func<Uri> notifyUrl, HttpClient http, TimeProvider time)
    {
        (_options, _notifyUrl, _time) = (options, notifyUrl, time);
        _keys = AlipayKeys.Read(options, time.GetUtcNow());
        _api = new(options, _keys, http, time);
    }

    /// <summary>What is missing or wrong in the settings, in words without a secret; null when all is right.</summary>
    public static string? FaultOf(AlipayOptions options, DateTimeOffset now) =>
        KeyFaultException.Of(() =>
        {
            KeyText.RequireSafe(nameof(options.Gateway), options.Gateway);
            AlipayKeys.Read(options, now);
        });

    public PaymentMethod Method => PaymentMethod.Alipay;

    public async Task<Placing> PlaceAsync(OrderToPlace order, CancellationToken cancellationToken)
    {
        var left = order.Order.ExpiresAt - _time.GetUtcNow();
        var answer = await _api.AskAsync(
            "alipay.trade.precreate",
            new()
            {
                OrderNo = order.Order.OrderNo,
                Amount = AlipayMoney.Yuan(order.Order.AmountFen),
                Subject = order.Subject.Length <= LongestSubject ? order.Subject : order.Subject[..LongestSubject],
                SellerId = _options.SellerId,
                ExpiresAt = AlipayMoney.Time(order.Order.ExpiresAt),
                CodeLives = $"{Math.Max(1, (int)Math.Ceiling(left.TotalMinutes))}m",
            },
            cancellationToken,
            _notifyUrl().AbsoluteUri
        );
        return answer switch
        {
            { IsDone: true, CodeUrl: { Length: > 0 } codeUrl } when answer.OrderNo == order.Order.OrderNo =>
                new Placing.Placed(codeUrl),
            { SubCode: "ACQ.TRADE_HAS_SUCCESS" or "ACQ.TRADE_HAS_CLOSE" } => new Placing.Over(),
            { IsDone: false } => new Placing.Refused($"{answer.SubCode ?? answer.Code} {answer.SubMessage}"),
            _ => throw new ProviderFaultException("Alipay gave no code."),
        };
    }

    public async Task<OrderStanding> AskAsync(PaymentOrder order, CancellationToken cancellationToken)
    {
        var answer = await _api.AskAsync("alipay.trade.query", new() { OrderNo = order.OrderNo }, cancellationToken);
        return answer switch
        {
            { IsDone: true } => StandingOf(answer, order.OrderNo),
            { SubCode: "ACQ.TRADE_NOT_EXIST" } => new OrderStanding.Absent(),
            _ => throw Unexpected(answer),
        };
    }

    /// <summary>
    /// Cancels: a trade that nobody has scanned yet can't be paid any more after it either. One that was paid in the last
    /// moment is given back by it, and the answer says so.
    /// </summary>
    public async Task<OrderStanding> CloseAsync(PaymentOrder order, CancellationToken cancellationToken)
    {
        var answer = await _api.AskAsync("alipay.trade.cancel", new() { OrderNo = order.OrderNo }, cancellationToken);
        return answer switch
        {
            { IsDone: true, Retry: "Y" } => new OrderStanding.Waiting(),
            { IsDone: true, Action: "refund" } => GivenBack(await AskAsync(order, cancellationToken)),
            { IsDone: true } => new OrderStanding.Closed(),
            _ => await AskAsync(order, cancellationToken),
        };
    }

    public async Task<RefundStanding> RefundAsync(RefundToMake refund, CancellationToken cancellationToken)
    {
        if (await IsRefundedAsync(refund, cancellationToken))
        {
            return new RefundStanding.Done();
        }
        var answer = await _api.AskAsync(
            "alipay.trade.refund",
            new()
            {
                TransactionNo = refund.TransactionNo,
                OrderNo = refund.OrderNo,
                RefundNo = refund.RefundNo,
                RefundAmount = AlipayMoney.Yuan(refund.AmountFen),
                RefundReason = refund.Reason,
            },
            cancellationToken
        );
        return !answer.IsDone ? new RefundStanding.Failed($"{answer.SubCode ?? answer.Code} {answer.SubMessage}")
            : answer.FundChange == "Y" || await IsRefundedAsync(refund, cancellationToken) ? new RefundStanding.Done()
            : new RefundStanding.Running();
    }

    public async Task<Statement> StatementAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (!AlipayStatement.IsMade(day, _time.GetUtcNow()))
        {
            return new(Lines: null);
        }
        var answer = await _api.AskAsync(
            "alipay.data.dataservice.bill.downloadurl.query",
            new() { BillType = "trade", BillDate = $"{day:yyyy-MM-dd}" },
            cancellationToken
        );
        return answer switch
        {
            { IsDone: true, BillUrl: { } url } => new(
                AlipayStatement.Read(await _api.DownloadAsync(new(url), cancellationToken))
            ),
            { SubCode: "isp.bill_not_exist" } => new([]),
            _ => throw Unexpected(answer),
        };
    }

    public Task<NoticeReading> ReadAsync(Notice notice, CancellationToken cancellationToken) =>
        Task.FromResult(AlipayNotice.Read(notice, _options, _keys));

    private async Task<bool> IsRefundedAsync(RefundToMake refund, CancellationToken cancellationToken)
    {
        var answer = await _api.AskAsync(
            "alipay.trade.fastpay.refund.query",
            new()
            {
                TransactionNo = refund.TransactionNo,
                OrderNo = refund.OrderNo,
                RefundNo = refund.RefundNo,
            },
            cancellationToken
        );
        return answer is { IsDone: true, RefundStatus: "REFUND_SUCCESS" }
            && AlipayMoney.Fen(answer.RefundAmount) == refund.AmountFen;
    }

    private static OrderStanding StandingOf(AlipayAnswer answer, string orderNo)
    {
        if (answer.OrderNo != orderNo)
        {
            throw new ProviderFaultException("Alipay answers about another order.");
        }
        return answer.State switch
        {
            "TRADE_SUCCESS" or "TRADE_FINISHED" => ReceiptOf(answer) is { } receipt
                ? new OrderStanding.Paid(receipt)
                : throw new ProviderFaultException("Alipay says paid, but not what."),
            // 交易关闭 is said of what ran out unpaid, and of what was paid and wholly given back.
            "TRADE_CLOSED" => ReceiptOf(answer) is { } receipt
                ? new OrderStanding.GivenBack(receipt)
                : new OrderStanding.Closed(),
            "WAIT_BUYER_PAY" => new OrderStanding.Waiting(),
            _ => throw new ProviderFaultException("Alipay names a state that is not known."),
        };
    }

    private static OrderReceipt? ReceiptOf(AlipayAnswer answer) =>
        answer is { OrderNo: { } orderNo, TransactionNo: { Length: > 0 } transactionNo }
        && AlipayMoney.Fen(answer.Amount) is > 0 and var fen
        && AlipayMoney.Time(answer.PaidAt) is { } paidAt
            ? new(orderNo, PaymentMethod.Alipay, transactionNo, fen, paidAt.ToOffset(ChinaTime.Offset))
            : null;

    private static OrderStanding.GivenBack GivenBack(OrderStanding standing) =>
        standing switch
        {
            OrderStanding.Paid paid => new(paid.Receipt),
            OrderStanding.GivenBack given => given,
            _ => throw new ProviderFaultException("Alipay gave back a payment, but does not say which."),
        };

    private static ProviderFaultException Unexpected(AlipayAnswer answer) =>
        new($"Alipay answers {answer.Code} {answer.SubCode}.");
}
