using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// Carries out what the fee asks of the providers (R13): place, watch, close, refund. Each asks and then records what the
/// provider said; when the process falls in between, it is asked again and says the same.
/// </summary>
public sealed partial class PaymentEffects(PaymentProviders providers, CommandHandler commands, ServerClock clock)
{
    /// <summary>One more look after a code's end, for money that was under way; later than that, the statement shows it.</summary>
    private static readonly TimeSpan LastLook = TimeSpan.FromMinutes(2);

    public async Task<EffectOutcome> PlaceAsync(
        Season season,
        Application application,
        string orderNo,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var order = OrderOf(application, orderNo);
        if (application.StateOf(order) != OrderState.Created || order.ExpiresAt <= clock.Now)
        {
            return new EffectOutcome.Done();
        }
        if (providers.Find(order.Method) is not { } provider)
        {
            return await EndAsync(application, orderNo, OrderClosing.Refused, "not configured", cancellationToken);
        }

        Placing placing;
        try
        {
            placing = await provider.PlaceAsync(new(order, SubjectOf(season)), cancellationToken);
        }
        catch (Exception fault) when (IsOfTheLine(fault, cancellationToken))
        {
            return Again(attempt, fault);
        }
        switch (placing)
        {
            case Placing.Placed placed:
                await DoAsync(application, new Command.RecordOrderPlaced(orderNo, placed.CodeUrl), cancellationToken);
                return new EffectOutcome.Done();
            case Placing.Refused refused:
                return await EndAsync(application, orderNo, OrderClosing.Refused, refused.Why, cancellationToken);
            case Placing.Over:
                return await AskAsync(provider, application, order, attempt, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Asks with growing pauses until the order is over, closes it when it has expired, and looks once more after that.</summary>
    public async Task<EffectOutcome> WatchAsync(
        Application application,
        string orderNo,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var order = OrderOf(application, orderNo);
        if (HasCome(application, order) || providers.Find(order.Method) is not { } provider)
        {
            return new EffectOutcome.Done();
        }
        if (order.Closed is { Why: OrderClosing.Refused })
        {
            return new EffectOutcome.Done();
        }
        if (order.Closed is { } closed && clock.Now < closed.At + LastLook)
        {
            return new EffectOutcome.Retry(closed.At + LastLook, "waiting for the last look");
        }

        var isExpired = order.Closed is null && clock.Now >= order.ExpiresAt;
        return isExpired
            ? await CloseAsync(provider, application, order, OrderClosing.Expired, attempt, cancellationToken)
            : await AskAsync(provider, application, order, attempt, cancellationToken);
    }

    public async Task<EffectOutcome> CloseAsync(
        Application application,
        string orderNo,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var order = OrderOf(application, orderNo);
        if (application.StateOf(order) != OrderState.Closing)
        {
            return new EffectOutcome.Done();
        }
        return providers.Find(order.Method) is { } provider
            ? await CloseAsync(provider, application, order, OrderClosing.ByDesk, attempt, cancellationToken)
            : new EffectOutcome.Retry(clock.Now + PaymentPauses.AfterFault(attempt.Attempt), "not configured");
    }

    /// <summary>Asks now, whatever the watch does, and records the answer.</summary>
    /// <returns>False when there was none that counts.</returns>
    public async Task<bool> InquireAsync(
        Application application,
        PaymentOrder order,
        CancellationToken cancellationToken
    )
    {
        if (providers.Find(order.Method) is not { } provider)
        {
            return false;
        }
        try
        {
            var standing = await provider.AskAsync(order, cancellationToken);
            await RecordAsync(application, order, standing, OrderClosing.Expired, cancellationToken);
            return true;
        }
        catch (Exception fault) when (IsOfTheLine(fault, cancellationToken))
        {
            return false;
        }
    }

    private async Task<EffectOutcome> AskAsync(
        IPaymentProvider provider,
        Application application,
        PaymentOrder order,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var standing = await provider.AskAsync(order, cancellationToken);
            if (await RecordAsync(application, order, standing, OrderClosing.Expired, cancellationToken))
            {
                return AfterTheEnd(order, standing);
            }
        }
        catch (Exception fault) when (IsOfTheLine(fault, cancellationToken))
        {
            return Again(attempt, fault);
        }
        return order.Closed is not null
            ? new EffectOutcome.Done()
            : new EffectOutcome.Retry(
                Earlier(clock.Now + PaymentPauses.OfWatching(attempt.Attempt), order.ExpiresAt),
                "waiting"
            );
    }

    /// <summary>Asks first: closing what was paid would (Alipay) give it back.</summary>
    private async Task<EffectOutcome> CloseAsync(
        IPaymentProvider provider,
        Application application,
        PaymentOrder order,
        OrderClosing why,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var standing = await provider.AskAsync(order, cancellationToken);
            if (standing is OrderStanding.Waiting or OrderStanding.Absent)
            {
                standing = await provider.CloseAsync(order, cancellationToken);
            }
            if (await RecordAsync(application, order, standing, why, cancellationToken))
            {
                return AfterTheEnd(order, standing);
            }
        }
        catch (Exception fault) when (IsOfTheLine(fault, cancellationToken))
        {
            return Again(attempt, fault);
        }
        return new EffectOutcome.Retry(clock.Now + PaymentPauses.AfterFault(attempt.Attempt), "not closed yet");
    }

    /// <returns>Whether the order is over.</returns>
    private async Task<bool> RecordAsync(
        Application application,
        PaymentOrder order,
        OrderStanding standing,
        OrderClosing why,
        CancellationToken cancellationToken
    )
    {
        Command? command = standing switch
        {
            OrderStanding.Paid paid => new Command.SettleOrder(paid.Receipt),
            OrderStanding.GivenBack given => new Command.RecordGivenBack(given.Receipt),
            OrderStanding.Closed => new Command.RecordOrderClosed(
                order.OrderNo,
                order.ClosingSince is null ? why : OrderClosing.ByDesk
            ),
            _ => null,
        };
        if (command is not null)
        {
            await DoAsync(application, command, cancellationToken);
        }
        return command is not null;
    }

    private EffectOutcome AfterTheEnd(PaymentOrder order, OrderStanding standing) =>
        standing is OrderStanding.Closed && order.Closed is null
            ? new EffectOutcome.Retry(clock.Now + LastLook, "waiting for the last look")
            : new EffectOutcome.Done();

    private async Task<EffectOutcome> EndAsync(
        Application application,
        string orderNo,
        OrderClosing why,
        string detail,
        CancellationToken cancellationToken
    )
    {
        await DoAsync(application, new Command.RecordOrderClosed(orderNo, why, detail), cancellationToken);
        return new EffectOutcome.Done();
    }

    private Task<Handled> DoAsync(Application application, Command command, CancellationToken cancellationToken) =>
        commands.RecordAsync(application.Id, command, cancellationToken);

    private EffectOutcome.Retry Again(EffectAttempt attempt, Exception fault) =>
        new(clock.Now + PaymentPauses.AfterFault(attempt.Attempt), fault.GetType().Name);

    /// <summary>The line, or an answer that can't be believed: the effect of the request is not known.</summary>
    private static bool IsOfTheLine(Exception fault, CancellationToken cancellationToken) =>
        fault
            is HttpRequestException
                or TaskCanceledException
                or TimeoutException
                or IOException
                or ProviderFaultException
        && !cancellationToken.IsCancellationRequested;

    private static PaymentOrder OrderOf(Application application, string orderNo) =>
        application.FindOrder(orderNo)
        ?? throw new InvalidOperationException("An effect is about an order that the application does not have.");

    private static bool HasCome(Application application, PaymentOrder order) =>
        application.StateOf(order) is OrderState.Paid or OrderState.RefundDue or OrderState.Refunded;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>What the payer reads on the phone.</summary>
    private static string SubjectOf(Season season) => $"{season.BranchName}{season.Year}年在职干部研究生报名费";
}
