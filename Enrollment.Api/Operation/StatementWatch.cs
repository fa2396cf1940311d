using Enrollment.Api.Desk;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Api.Operation;

/// <summary>
/// Compares yesterday's statements with the ledger (R13) once a day, from half past ten, when both providers have them;
/// what could not be had is asked for again. What it found is kept in memory: after a restart it compares anew.
/// </summary>
public sealed class StatementWatch(
    PaymentProviders providers,
    ISeasonStore seasons,
    IApplicationIndex index,
    IApplicationStore store,
    ServerClock clock
)
{
    private static readonly TimeSpan From = new(10, 30, 0);

    /// <summary>The day whose statements were compared last.</summary>
    public DateOnly? Day { get; private set; }

    public int Differences { get; private set; }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var yesterday = ChinaTime.DateOf(now).AddDays(-1);
        if (
            now.TimeOfDay < From
            || Day == yesterday
            || !providers.Methods.Any()
            || await seasons.CurrentAsync(cancellationToken) is not { } season
        )
        {
            return;
        }
        var payers = await Reconciliation
            .PayersAsync(season.Id, index, store, cancellationToken)
            .ToListAsync(cancellationToken);
        var compared = await StatementChecks.CompareAsync(
            yesterday,
            providers,
            payers,
            Language.Chinese,
            cancellationToken
        );
        if (compared.Statements.All(check => check.State == StatementState.Compared))
        {
            (Day, Differences) = (yesterday, compared.Differences.Count);
        }
    }
}
