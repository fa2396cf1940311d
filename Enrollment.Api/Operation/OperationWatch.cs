using System.Reflection;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Operation;
using Enrollment.Retention;
using Enrollment.Seasons;
using Enrollment.TextMessages;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Operation;

/// <summary>
/// Looks at how the system stands. Every number has a bound, so that a look costs little however bad things are; a store
/// that can't be used leaves the rest unread.
/// </summary>
public sealed class OperationWatch(
    IStoreGauge gauge,
    IApplicationStore store,
    IApplicationIndex index,
    ISeasonStore seasons,
    ITextMessageLog texts,
    Lines lines,
    RunnerPulse pulse,
    StatementWatch statements,
    ServerClock clock,
    IOptions<OperationOptions> options
)
{
    private const int Bound = 200;

    private static readonly TimeSpan TextsSince = TimeSpan.FromHours(24);

    /// <summary>Of this build.</summary>
    public static readonly string Version =
        typeof(OperationWatch)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";

    private Readings? _latest;

    /// <summary>The last look, for measures that are asked for at any time; null before the first.</summary>
    public Readings? Latest => Volatile.Read(ref _latest);

    public ValueList<Alarm> AlarmsOf(Readings readings) => Alarms.Of(readings, options.Value.ToLimits());

    public async Task<Readings> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var readings = new Readings
        {
            At = now,
            Version = Version,
            Store = await gauge.ReadAsync(now, cancellationToken),
            ClockBehind = clock.Behind,
            RunnerRound = pulse.LastRound,
            Lines = lines.Read(),
            ComparedDay = statements.Day,
            Differences = statements.Differences,
        };
        try
        {
            readings = await LookAtWorkAsync(readings, cancellationToken);
            readings = await LookAtSeasonsAsync(readings, cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            readings = readings with { Store = readings.Store with { Fault = fault.Fault } };
        }
        Volatile.Write(ref _latest, readings);
        return readings;
    }

    private async Task<Readings> LookAtWorkAsync(Readings readings, CancellationToken cancellationToken)
    {
        var due = await store.DueAsync(readings.At, Bound, cancellationToken);
        var earliest = due.Count == 0 ? null : await store.EarliestWakeAsync(cancellationToken);
        var stuck = await store.StuckEffectsAsync(Bound, cancellationToken);
        return readings with
        {
            Overdue = due.Count,
            OverdueFor = earliest is { } at && at < readings.At ? readings.At - at : TimeSpan.Zero,
            Stuck =
            [
                .. stuck
                    .GroupBy(one => one.Effect.GetType().Name)
                    .Select(kind => new Tally(kind.Key, kind.Count()))
                    .OrderBy(tally => tally.What, StringComparer.Ordinal),
            ],
            TextsFailed = await CountTextsAsync(TextState.Failed, readings.At, cancellationToken),
            TextsUnknown = await CountTextsAsync(TextState.Unknown, readings.At, cancellationToken),
        };
    }

    private async Task<int> CountTextsAsync(TextState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var page = await texts.ListAsync(new() { State = state, Limit = Bound }, cancellationToken);
        return page.Items.Count(text => text.QueuedAt > now - TextsSince);
    }

    private async Task<Readings> LookAtSeasonsAsync(Readings readings, CancellationToken cancellationToken)
    {
        var due = 0;
        foreach (var past in await seasons.AllAsync(cancellationToken))
        {
            if (RetentionRule.DueAt(past) <= readings.At)
            {
                var counts = await index.CountByStageAsync(past.Id, cancellationToken);
                due += counts.Where(stage => RetentionRule.HasEnded(stage.Key)).Sum(stage => stage.Value);
            }
        }
        readings = readings with { ErasuresDue = due };
        return await seasons.CurrentAsync(cancellationToken) is { } season
            ? await LookAtAsync(season, readings, cancellationToken)
            : readings;
    }

    private async Task<Readings> LookAtAsync(Season season, Readings readings, CancellationToken cancellationToken)
    {
        var counts = await index.CountByStageAsync(season.Id, cancellationToken);
        var attention = await index.ListAsync(
            new()
            {
                Season = season.Id,
                NeedsAttention = true,
                Limit = Bound,
            },
            cancellationToken
        );
        var (receipts, refunds) = (0, 0);
        foreach (var item in attention.Items)
        {
            if (await store.FindAsync(item.Id, cancellationToken) is { Application: var application })
            {
                receipts += application.IsReceiptMissing ? 1 : 0;
                refunds += application.Payments.Any(payment => payment.IsRefundDue) ? 1 : 0;
            }
        }
        return readings with
        {
            Stages = [.. counts.OrderBy(one => one.Key).Select(one => new StageTally(one.Key, one.Value))],
            ReceiptsMissing = receipts,
            RefundsDue = refunds,
        };
    }
}
