using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Retention;

/// <summary>
/// Deletes what <see cref="RetentionRule"/> says is due (R16). It never starts by itself: a clock or a calendar that is
/// wrong would cost everything, and an erasure can't be taken back.
/// </summary>
public sealed class RetentionJob(
    ISeasonStore seasons,
    IApplicationIndex index,
    IApplicationStore store,
    PersonalErasure erasure,
    ServerClock clock
)
{
    /// <summary>Who would be deleted, and who is kept and why; nothing is changed.</summary>
    public async Task<RetentionReport> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var found = new List<SeasonRetention>();
        foreach (var season in (await seasons.AllAsync(cancellationToken)).OrderBy(one => one.Calendar.PaymentCloses))
        {
            found.Add(
                RetentionRule.DueAt(season) <= now
                    ? await CountAsync(season, now, cancellationToken)
                    : await NotYetAsync(season, cancellationToken)
            );
        }
        return new RetentionReport([.. found]);
    }

    /// <summary>Deletes at most so many of those that are due now; each is looked at anew.</summary>
    /// <returns>How many were deleted.</returns>
    public async Task<int> EraseAsync(Actor.Staff? by, int limit, CancellationToken cancellationToken)
    {
        var erased = 0;
        foreach (var season in await seasons.AllAsync(cancellationToken))
        {
            if (RetentionRule.DueAt(season) > clock.Now)
            {
                continue;
            }
            await foreach (var application in OfAsync(season, cancellationToken))
            {
                if (erased == limit)
                {
                    return erased;
                }
                if (RetentionRule.KeptFor(season, application, clock.Now) is null)
                {
                    await erasure.EraseAsync(application, by, ReasonOf(season), cancellationToken);
                    erased++;
                }
            }
        }
        return erased;
    }

    private async Task<SeasonRetention> CountAsync(
        Season season,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var due = 0;
        var kept = new Dictionary<Keeping, int>();
        await foreach (var application in OfAsync(season, cancellationToken))
        {
            if (RetentionRule.KeptFor(season, application, now) is { } why)
            {
                kept[why] = kept.GetValueOrDefault(why) + 1;
            }
            else
            {
                due++;
            }
        }
        return SeasonRetention.Of(season, due, kept);
    }

    /// <summary>Nothing needs to be read to know that nobody is due.</summary>
    private async Task<SeasonRetention> NotYetAsync(Season season, CancellationToken cancellationToken)
    {
        var count = (await index.CountByStageAsync(season.Id, cancellationToken)).Values.Sum();
        return SeasonRetention.Of(season, 0, new() { [Keeping.NotYetDue] = count });
    }

    private async IAsyncEnumerable<Application> OfAsync(
        Season season,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var id in index.AllAsync(season.Id, cancellationToken))
        {
            if (await store.FindAsync(id, cancellationToken) is { Application: var application })
            {
                yield return application;
            }
        }
    }

    private static string ReasonOf(Season season) => $"保存期满：{season.Id}季，缴费截止后{season.RetentionMonths}个月";
}

/// <summary>Every season with what retention makes of it.</summary>
public sealed record RetentionReport(ValueList<SeasonRetention> Seasons)
{
    public int Due => Seasons.Sum(season => season.Due);
}

/// <param name="DueAt">The first instant at which the season's data is due.</param>
/// <param name="Due">How many would be deleted.</param>
public sealed record SeasonRetention(string Season, DateTimeOffset DueAt, int Due, ValueList<Kept> Kept)
{
    internal static SeasonRetention Of(Season season, int due, Dictionary<Keeping, int> kept) =>
        new(
            season.Id,
            RetentionRule.DueAt(season),
            due,
            [.. kept.Where(one => one.Value > 0).OrderBy(one => one.Key).Select(one => new Kept(one.Key, one.Value))]
        );
}

/// <summary>How many are kept for one reason.</summary>
public sealed record Kept(Keeping Why, int Applications);
