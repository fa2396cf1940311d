using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Sealing;

namespace Enrollment.Retention;

/// <summary>
/// Deletes one person's data (R16), and keeps in the journal what outlives it: who asked and why, and the lines of the
/// ledger that accounting has to keep, under the application's number alone.
/// </summary>
public sealed class PersonalErasure(IErasure erasure, IJournal journal, ServerClock clock)
{
    /// <param name="by">Null for the command line.</param>
    public async Task EraseAsync(
        Application application,
        Actor.Staff? by,
        string reason,
        CancellationToken cancellationToken
    )
    {
        foreach (var payment in application.Payments)
        {
            var (method, state) = (
                WireName.Of(payment.Method),
                payment.Refunded is not null ? " refunded"
                : payment.Reversed is not null ? " reversed"
                : ""
            );
            await journal.AppendAsync(
                new(
                    clock.Now,
                    by,
                    JournalAct.PaymentKept,
                    application.Number,
                    $"{method} {payment.AmountFen / 100m:0.00} {payment.PaidAt:yyyy-MM-dd} {payment.TransactionNo} {payment.ReceiptNo}{state}"
                ),
                cancellationToken
            );
        }
        await journal.AppendAsync(new(clock.Now, by, JournalAct.Erased, application.Number, reason), cancellationToken);
        await erasure.EraseAsync(application.Id, clock.Now, cancellationToken);
    }
}
