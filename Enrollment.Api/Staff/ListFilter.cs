using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Enrollment.Api.Staff;

/// <summary>What a list of applications is narrowed to; exports take the same, so that a file holds what the list shows.</summary>
internal sealed record ListFilter
{
    private const int LongestWait = 250;

    private static readonly Words NoSuchWait = new(
        $"等待天数须为0至{LongestWait}个工作日。",
        $"Waiting is 0 to {LongestWait} working days."
    );

    /// <summary>One or more, with commas: "submitted,returned". None: all.</summary>
    public string? Stage { get; init; }

    /// <summary>A phone, an identity number, an application's number or part of a name.</summary>
    public string? Query { get; init; }

    public string? Programme { get; init; }

    /// <summary>Only those that the caller has claimed.</summary>
    public bool? Mine { get; init; }

    /// <summary>Only those on the staff's list (R2).</summary>
    public bool? Attention { get; init; }

    /// <summary>Only those on whose images a warning stands (R9).</summary>
    public bool? Warnings { get; init; }

    /// <summary>Only those that have been in their stage for so many working days, or longer.</summary>
    public int? Waiting { get; init; }

    /// <summary>The question, or what is wrong with the filter.</summary>
    public (ApplicationQuery? Query, ProblemHttpResult? Problem) Read(Season season, StaffCommands staff)
    {
        if (!StageList.TryParse(Stage, out var stages))
        {
            return (null, Problem.BadValue("stage", StageList.Unknown.In(staff.Language), staff.Language));
        }
        if (Waiting is < 0 or > LongestWait)
        {
            return (null, Problem.BadValue("waiting", NoSuchWait.In(staff.Language), staff.Language));
        }
        return (
            new()
            {
                Season = season.Id,
                Stages = stages,
                Text = Query,
                Programme = string.IsNullOrEmpty(Programme) ? null : Programme,
                ClaimedBy = Mine == true ? staff.By.Id : null,
                NeedsAttention = Attention == true,
                HasWarnings = Warnings == true,
                InStageBefore = Waiting is > 0 and var days ? Before(season, days, staff.Clock.Now) : null,
            },
            null
        );
    }

    /// <summary>For the journal: what was asked for, without the phone or the name that may stand in a search.</summary>
    public override string ToString() =>
        string.Join(
            '&',
            new[]
            {
                Stage is null ? null : $"stage={Stage}",
                string.IsNullOrEmpty(Query) ? null : "query=…",
                string.IsNullOrEmpty(Programme) ? null : $"programme={Programme}",
                Mine == true ? "mine" : null,
                Attention == true ? "attention" : null,
                Warnings == true ? "warnings" : null,
                Waiting is > 0 and var days ? $"waiting={days}" : null,
            }.OfType<string>()
        );

    /// <summary>The end of the latest day after which so many working days have begun.</summary>
    private static DateTimeOffset Before(Season season, int workdays, DateTimeOffset now)
    {
        var day = ChinaTime.DateOf(now);
        while (workdays > 0)
        {
            workdays -= season.RestDays.Contains(day) ? 0 : 1;
            day = day.AddDays(-1);
        }
        return ChinaTime.EndOf(day);
    }
}
