using Enrollment.Api.Review;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Api.Admin;

/// <summary>Counts a season's rows as they are walked, each once.</summary>
internal sealed class SeasonTally(Season season, DateTimeOffset now, Language language)
{
    /// <summary>Reviews that took so many working days or more are counted together.</summary>
    private const int LongReview = 10;

    private const int AtRiskShown = 100;

    private static readonly TimeSpan RiskAhead = TimeSpan.FromHours(24);

    private readonly Dictionary<(string Programme, StageName Stage), int> _cells = [];
    private readonly SortedDictionary<DateOnly, DayCount> _days = [];
    private readonly int[] _reach = new int[Enum.GetValues<FunnelReach>().Length];
    private readonly int[] _workdays = new int[LongReview + 1];
    private readonly List<double> _hours = [];
    private readonly List<ApplicationSummary> _atRisk = [];

    public void Add(ApplicationSummary item)
    {
        var cell = (item.Programme ?? "", item.Stage);
        _cells[cell] = _cells.GetValueOrDefault(cell) + 1;
        for (var step = 0; step <= (int)ReachOf(item); step++)
        {
            _reach[step]++;
        }

        OnDay(item.OpenedAt, day => day with { Opened = day.Opened + 1 });
        if (item.Stage == StageName.Submitted)
        {
            OnDay(item.StageSince, day => day with { Submitted = day.Submitted + 1 });
        }
        if (item.Stage == StageName.Paid)
        {
            OnDay(item.StageSince, day => day with { Paid = day.Paid + 1 });
        }
        foreach (var round in item.Reviews)
        {
            OnDay(round.SubmittedAt, day => day with { Submitted = day.Submitted + 1 });
            OnDay(round.DecidedAt, day => day with { Reviewed = day.Reviewed + 1 });
            _workdays[Math.Min(QueueItem.WorkdaysSince(season, round.SubmittedAt, round.DecidedAt), LongReview)]++;
            _hours.Add((round.DecidedAt - round.SubmittedAt).TotalHours);
        }
        if (item.Deadline is { } deadline && deadline > now && deadline <= now + RiskAhead)
        {
            _atRisk.Add(item);
        }
    }

    public StatisticsAnswer ToAnswer(IReadOnlyDictionary<StageName, int> counts) =>
        new(
            counts.Values.Sum(),
            [
                .. Enum.GetValues<StageName>()
                    .Where(stage => stage != StageName.Unopened)
                    .Select(stage => new StageCount(
                        stage,
                        StageWords.Of(stage, language),
                        counts.GetValueOrDefault(stage)
                    )),
            ],
            [.. Enum.GetValues<FunnelReach>().Select(reach => new FunnelStep(reach, _reach[(int)reach]))],
            [
                .. _cells
                    .GroupBy(cell => cell.Key.Programme, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(ProgrammeOf),
            ],
            [.. _days.Values],
            new(_hours.Count, [.. _workdays], Median()),
            new(
                _atRisk.Count,
                [
                    .. _atRisk
                        .OrderBy(item => item.Deadline)
                        .Take(AtRiskShown)
                        .Select(item => QueueItem.Of(season, item, now, language)),
                ]
            )
        );

    private static ProgrammeCount ProgrammeOf(
        IGrouping<string, KeyValuePair<(string Programme, StageName Stage), int>> group
    ) =>
        new(
            group.Key,
            group.Sum(cell => cell.Value),
            group.ToDictionary(cell => WireName.Of(cell.Key.Stage), cell => cell.Value, StringComparer.Ordinal)
        );

    /// <summary>An ending tells by its rounds how far it had come; the desk's steps leave no trace in the row.</summary>
    private static FunnelReach ReachOf(ApplicationSummary item) =>
        item.Stage switch
        {
            StageName.Paid => FunnelReach.Paid,
            StageName.OriginalsVerified => FunnelReach.Verified,
            StageName.Approved or StageName.Printed => FunnelReach.Approved,
            StageName.Submitted or StageName.Returned or StageName.Rejected => FunnelReach.Submitted,
            StageName.Abandoned or StageName.Withdrawn => item.WasApproved ? FunnelReach.Approved
            : item.Round > 0 ? FunnelReach.Submitted
            : FunnelReach.Opened,
            StageName.Unopened or StageName.Invited or StageName.Draft => FunnelReach.Opened,
        };

    private void OnDay(DateTimeOffset at, Func<DayCount, DayCount> count)
    {
        var day = ChinaTime.DateOf(at);
        _days[day] = count(_days.GetValueOrDefault(day) ?? new(day, 0, 0, 0, 0));
    }

    private double? Median()
    {
        _hours.Sort();
        return _hours.Count == 0 ? null : Math.Round(_hours[_hours.Count / 2], 1);
    }
}
