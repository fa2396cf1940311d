using System.Globalization;
using Enrollment.Payments;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>What the simulated providers know: trades, who paid them, what was paid back. It is the truth that tests hold ours against.</summary>
internal sealed class SimulatedTrades(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(PaymentMethod, string), SimulatedTrade> _byOrder = [];
    private readonly Dictionary<string, SimulatedTrade> _byToken = new(StringComparer.Ordinal);
    private long _transactions;

    public DateTimeOffset Now => time.GetUtcNow();

    public SimulatedTrade? Find(PaymentMethod method, string orderNo)
    {
        lock (_lock)
        {
            return _byOrder.GetValueOrDefault((method, orderNo));
        }
    }

    public SimulatedTrade? FindByToken(string token)
    {
        lock (_lock)
        {
            return _byToken.GetValueOrDefault(token);
        }
    }

    public IReadOnlyList<SimulatedTrade> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _byOrder.Values];
            }
        }
    }

    /// <summary>The trade of an order; asked again, the same.</summary>
    public SimulatedTrade Place(
        PaymentMethod method,
        string orderNo,
        long amountFen,
        string subject,
        string notifyUrl,
        DateTimeOffset expiresAt
    )
    {
        lock (_lock)
        {
            if (_byOrder.GetValueOrDefault((method, orderNo)) is { } known)
            {
                return known;
            }
            var trade = new SimulatedTrade(method, orderNo, amountFen, subject, notifyUrl, expiresAt)
            {
                Token = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)),
            };
            _byOrder[(method, orderNo)] = trade;
            _byToken[trade.Token] = trade;
            return trade;
        }
    }

    /// <summary>A person pays.</summary>
    /// <returns>False where the provider would not take it: closed, paid or run out.</returns>
    public bool Pay(SimulatedTrade trade)
    {
        lock (_lock)
        {
            if (trade.State != TradeState.Waiting || Now >= trade.ExpiresAt)
            {
                return false;
            }
            trade.Payments.Add(NextPayment(trade.Method));
            trade.State = TradeState.Paid;
            return true;
        }
    }

    /// <summary>What should not happen, and is said to have happened: the same order is paid again, or after its end.</summary>
    public void PayAgain(SimulatedTrade trade)
    {
        lock (_lock)
        {
            trade.Payments.Add(NextPayment(trade.Method));
            if (trade.State == TradeState.Waiting)
            {
                trade.State = TradeState.Paid;
            }
        }
    }

    public void Close(SimulatedTrade trade)
    {
        lock (_lock)
        {
            trade.State = trade.State == TradeState.Waiting ? TradeState.Closed : trade.State;
        }
    }

    /// <summary>Pays back the whole of one payment; the same number again pays nothing more.</summary>
    /// <returns>Null when there is no such payment, or it was paid back under another number.</returns>
    public SimulatedRefund? Refund(SimulatedTrade trade, string transactionNo, string refundNo, long amountFen)
    {
        lock (_lock)
        {
            if (trade.Refunds.Find(one => one.RefundNo == refundNo) is { } known)
            {
                return known;
            }
            var isThere = trade.Payments.Exists(one => one.TransactionNo == transactionNo);
            if (
                !isThere
                || amountFen != trade.AmountFen
                || trade.Refunds.Exists(one => one.TransactionNo == transactionNo)
            )
            {
                return null;
            }
            var refund = new SimulatedRefund(refundNo, transactionNo, amountFen, Now);
            trade.Refunds.Add(refund);
            return refund;
        }
    }

    private SimulatedPayment NextPayment(PaymentMethod method) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(method == PaymentMethod.WeChat ? "42000" : "20260")}{++_transactions:000000000000000}"
            ),
            Now
        );
}

internal sealed record SimulatedPayment(string TransactionNo, DateTimeOffset PaidAt);

internal sealed record SimulatedRefund(string RefundNo, string TransactionNo, long AmountFen, DateTimeOffset At);

internal enum TradeState
{
    Waiting,
    Paid,
    Closed,
}

/// <summary>A trade at a simulated provider.</summary>
internal sealed class SimulatedTrade(
    PaymentMethod method,
    string orderNo,
    long amountFen,
    string subject,
    string notifyUrl,
    DateTimeOffset expiresAt
)
{
    public PaymentMethod Method => method;

    public string OrderNo => orderNo;

    public long AmountFen => amountFen;

    public string Subject => subject;

    public string NotifyUrl => notifyUrl;

    public DateTimeOffset ExpiresAt => expiresAt;

    /// <summary>What the code's address ends in.</summary>
    public required string Token { get; init; }

    public TradeState State { get; set; } = TradeState.Waiting;

    /// <summary>One, in good order.</summary>
    public List<SimulatedPayment> Payments { get; } = [];

    public List<SimulatedRefund> Refunds { get; } = [];
}
