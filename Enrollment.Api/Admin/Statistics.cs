using System.Text.Json.Serialization;
using Enrollment.Api.Problems;
using Enrollment.Api.Review;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>
/// How the season goes. The counts by stage are kept by the index; programmes and days are counted over the list's rows;
/// only the findings read applications, so they have an address of their own.
/// </summary>
internal static class Statistics
{
    public static void MapStatistics(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/statistics", GetAsync).WithName("AdminStatistics");
        admin.MapGet("/statistics/findings", FindingsAsync).WithName("AdminFindingStatistics");
    }

    private static async Task<Results<Ok<StatisticsAnswer>, ProblemHttpResult>> GetAsync(
        IApplicationIndex index,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var tally = new SeasonTally(season, staff.Clock.Now, staff.Language);
        await foreach (var item in index.WalkAsync(new() { Season = season.Id }, staff.Aborted))
        {
            tally.Add(item);
        }
        return TypedResults.Ok(tally.ToAnswer(await index.CountByStageAsync(season.Id, staff.Aborted)));
    }

    /// <summary>How often inspection said what, over the images there are.</summary>
    private static async Task<Results<Ok<ValueList<FindingCount>>, ProblemHttpResult>> FindingsAsync(
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        IApplicationStore store,
        CancellationToken cancellationToken
    )
    {
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, http.Language());
        }
        var counts = Enum.GetValues<FindingCode>().ToDictionary(code => code, _ => (Found: 0, Overruled: 0));
        await foreach (var id in index.AllAsync(season.Id, cancellationToken))
        {
            var stored = await store.FindAsync(id, cancellationToken);
            foreach (var image in stored?.Application.Images ?? [])
            {
                foreach (var finding in image.Inspection?.Findings ?? [])
                {
                    var (found, overruled) = counts[finding.Code];
                    counts[finding.Code] = (found + 1, overruled + (image.Overruled.Contains(finding.Code) ? 1 : 0));
                }
            }
        }
        return TypedResults.Ok(
            counts.Select(pair => new FindingCount(pair.Key, pair.Value.Found, pair.Value.Overruled)).ToValueList()
        );
    }
}

/// <summary>The season in numbers.</summary>
/// <param name="Applications">All that were opened.</param>
/// <param name="ByStage">How many stand in each stage.</param>
/// <param name="Funnel">How many have come so far: opened, submitted, approved, verified, paid.</param>
/// <param name="ByDay">Days in China on which something happened, oldest first.</param>
public sealed record StatisticsAnswer(
    int Applications,
    ValueList<StageCount> ByStage,
    ValueList<FunnelStep> Funnel,
    ValueList<ProgrammeCount> ByProgramme,
    ValueList<DayCount> ByDay,
    ReviewTurnaround Reviews,
    DeadlineRisk AtRisk
);

public sealed record StageCount(StageName Stage, string StageText, int Applications);

public sealed record FunnelStep(FunnelReach Reach, int Applications);

/// <summary>How far an application came at some time, wherever it ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FunnelReach>))]
public enum FunnelReach
{
    /// <summary>已开通</summary>
    [JsonStringEnumMemberName("opened")]
    Opened,

    /// <summary>已提交</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>审核通过</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>原件审核通过</summary>
    [JsonStringEnumMemberName("verified")]
    Verified,

    /// <summary>报名完成</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,
}

/// <param name="Programme">Empty where none has been chosen.</param>
public sealed record ProgrammeCount(string Programme, int Applications, IReadOnlyDictionary<string, int> ByStage);

/// <param name="Submitted">Submissions that day, those of later rounds included.</param>
/// <param name="Reviewed">Reviews that ended that day.</param>
/// <param name="Paid">Of those that are enrolled now.</param>
public sealed record DayCount(DateOnly Day, int Opened, int Submitted, int Reviewed, int Paid);

/// <summary>How long reviews took, in working days after the day of submission.</summary>
/// <param name="ByWorkdays">How many reviews took 0, 1, 2 … working days; the last stands for all that took longer.</param>
/// <param name="MedianHours">Null while none has ended.</param>
public sealed record ReviewTurnaround(int Reviews, ValueList<int> ByWorkdays, double? MedianHours);

/// <summary>Who lapses within 24 hours unless they submit, soonest first.</summary>
/// <param name="Items">The first of them.</param>
public sealed record DeadlineRisk(int Applications, ValueList<QueueItem> Items);

public sealed record FindingCount(FindingCode Code, int Found, int Overruled);
