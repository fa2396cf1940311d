using Enrollment.Collections;

namespace Enrollment.Payments;

/// <summary>
/// A payment provider (支付平台, R13) as the branch's merchant sees it. Every answer is verified before it counts; one that
/// can't be is a <see cref="ProviderFaultException"/>, as is one that makes no sense. What the line does to a request
/// (<see cref="HttpRequestException"/>, a time-out) says nothing of its effect: every request may be sent again.
/// </summary>
public interface IPaymentProvider
{
    PaymentMethod Method { get; }

    /// <summary>Asks for the code of an order; the same order asked again gives a code for the same order.</summary>
    Task<Placing> PlaceAsync(OrderToPlace order, CancellationToken cancellationToken);

    Task<OrderStanding> AskAsync(PaymentOrder order, CancellationToken cancellationToken);

    /// <summary>Closes an order that is not paid; what it answers is how the order then stands.</summary>
    Task<OrderStanding> CloseAsync(PaymentOrder order, CancellationToken cancellationToken);

    /// <summary>Pays back, all of it; the same refund number asked again is paid back once.</summary>
    Task<RefundStanding> RefundAsync(RefundToMake refund, CancellationToken cancellationToken);

    /// <summary>What came and went on a day, as the provider's own statement says (对账单).</summary>
    Task<Statement> StatementAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>Verifies a notification. Nothing in it counts before that.</summary>
    Task<NoticeReading> ReadAsync(Notice notice, CancellationToken cancellationToken);
}

/// <param name="Subject">What the payer reads: branch and purpose; no name.</param>
public sealed record OrderToPlace(PaymentOrder Order, string Subject);

/// <summary>What became of asking for a code.</summary>
public abstract record Placing
{
    private Placing() { }

    public sealed record Placed(string CodeUrl) : Placing;

    /// <summary>The provider takes no such order; asking again will not help.</summary>
    public sealed record Refused(string Why) : Placing;

    /// <summary>The provider has the order, and it is no longer to be paid: asking for it says what became of it.</summary>
    public sealed record Over : Placing;
}

/// <summary>How an order stands at the provider.</summary>
public abstract record OrderStanding
{
    private OrderStanding() { }

    public sealed record Waiting : OrderStanding;

    public sealed record Paid(OrderReceipt Receipt) : OrderStanding;

    /// <summary>Paid, and given back by the closing that came in between.</summary>
    public sealed record GivenBack(OrderReceipt Receipt) : OrderStanding;

    /// <summary>It can't be paid any more, and was not.</summary>
    public sealed record Closed : OrderStanding;

    /// <summary>The provider does not know it: never placed, or (Alipay) nobody has scanned it yet.</summary>
    public sealed record Absent : OrderStanding;
}

public sealed record RefundToMake(string RefundNo, string OrderNo, string TransactionNo, long AmountFen, string Reason);

/// <summary>How a refund stands at the provider.</summary>
public abstract record RefundStanding
{
    private RefundStanding() { }

    public sealed record Done : RefundStanding;

    public sealed record Running : RefundStanding;

    /// <summary>It will not be paid back under this number.</summary>
    public sealed record Failed(string Why) : RefundStanding;
}

/// <summary>A provider's statement of one day, or that it is not there yet.</summary>
/// <param name="Lines">Null: not made yet; providers make the statement of a day in the morning after it.</param>
public sealed record Statement(ValueList<StatementLine>? Lines);

/// <summary>Money that came or went by the provider's statement; fen, negative for what was paid back.</summary>
public sealed record StatementLine(
    string OrderNo,
    string TransactionNo,
    long AmountFen,
    DateTimeOffset At,
    string? RefundNo = null
);

/// <summary>A notification as it came in: the raw body, and the headers that sign it.</summary>
public sealed record Notice(ReadOnlyMemory<byte> Body, Func<string, string?> Header);

/// <summary>What a notification turned out to be.</summary>
public abstract record NoticeReading
{
    private NoticeReading() { }

    /// <summary>Genuine, and ours: money came.</summary>
    public sealed record Paid(OrderReceipt Receipt) : NoticeReading;

    /// <summary>Genuine, and about something else: a refund, a trade that was closed.</summary>
    public sealed record Other(string What) : NoticeReading;

    /// <summary>Not to be believed: forged, stale, for another merchant, or broken.</summary>
    public sealed record Refused(NoticeFault Fault) : NoticeReading;
}

/// <summary>An answer that can't be believed or understood. Its words hold no secret and nothing of a payer.</summary>
public sealed class ProviderFaultException : Exception
{
    public ProviderFaultException(string message)
        : base(message) { }

    public ProviderFaultException(string message, Exception inner)
        : base(message, inner) { }

    public ProviderFaultException() { }
}
