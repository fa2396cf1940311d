using Enrollment.Payments;

namespace Enrollment.Applications;

/// <content>Paying back (退费): asked for until the provider says that it was done, or will not be.</content>
public sealed partial class PaymentEffects
{
    public async Task<EffectOutcome> RefundAsync(
        Application application,
        string refundNo,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var payment = application.Payments.Single(one => one.Refund?.RefundNo == refundNo);
        if (payment.Refunded is not null || payment.Refund is not { Trouble: null } asked)
        {
            return new EffectOutcome.Done();
        }
        if (providers.Find(payment.Method) is not { } provider)
        {
            await DoAsync(application, new Command.RecordRefund(refundNo, "not configured"), cancellationToken);
            return new EffectOutcome.Done();
        }

        RefundStanding standing;
        try
        {
            standing = await provider.RefundAsync(
                new(
                    refundNo,
                    payment.PaidOrderNo ?? payment.OrderNo,
                    payment.TransactionNo,
                    payment.AmountFen,
                    asked.Reason
                ),
                cancellationToken
            );
        }
        catch (Exception fault) when (IsOfTheLine(fault, cancellationToken))
        {
            return Again(attempt, fault);
        }
        switch (standing)
        {
            case RefundStanding.Running:
                return new EffectOutcome.Retry(clock.Now + PaymentPauses.OfRefund(attempt.Attempt), "running");
            case RefundStanding.Done:
                await DoAsync(application, new Command.RecordRefund(refundNo, Trouble: null), cancellationToken);
                return new EffectOutcome.Done();
            case RefundStanding.Failed failed:
                await DoAsync(application, new Command.RecordRefund(refundNo, failed.Why), cancellationToken);
                return new EffectOutcome.Done();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
