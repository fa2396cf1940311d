using Enrollment.Api.Problems;
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
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, language);
        }
        var counts = await index.CountByStageAsync(season.Id, cancellationToken);
        var cells = new Dictionary<(string Programme, StageName Stage), int>();
        var days = new SortedDictionary<DateOnly, (int Opened, int Submitted, int Paid)>();
        await foreach (var item in index.WalkAsync(new() { Season = season.Id }, cancellationToken))
        {
            var cell = (item.Programme ?? "", item.Stage);
            cells[cell] = cells.GetValueOrDefault(cell) + 1;

            var opened = ChinaTime.DateOf(item.OpenedAt);
            days[opened] = days.GetValueOrDefault(opened) with { Opened = days.GetValueOrDefault(opened).Opened + 1 };
            var entered = ChinaTime.DateOf(item.StageSince);
            var day = days.GetValueOrDefault(entered);
            days[entered] = item.Stage switch
            {
                StageName.Submitted => day with { Submitted = day.Submitted + 1 },
                StageName.Paid => day with { Paid = day.Paid + 1 },
                _ => day,
            };
        }
        return TypedResults.Ok(
            new StatisticsAnswer(
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
                [
                    .. cells
                        .GroupBy(cell => cell.Key.Programme, StringComparer.Ordinal)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => new ProgrammeCount(
                            group.Key,
                            group.Sum(cell => cell.Value),
                            group.ToDictionary(
                                cell => WireName.Of(cell.Key.Stage),
                                cell => cell.Value,
                                StringComparer.Ordinal
                            )
                        )),
                ],
                [.. days.Select(day => new DayCount(day.Key, day.Value.Opened, day.Value.Submitted, day.Value.Paid))]
            )
        );
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

/// <param name="ByDay">Days in China on which something happened, oldest first.</param>
public sealed record StatisticsAnswer(
    int Applications,
    ValueList<StageCount> ByStage,
    ValueList<ProgrammeCount> ByProgramme,
    ValueList<DayCount> ByDay
);

public sealed record StageCount(StageName Stage, string StageText, int Applications);

/// <param name="Programme">Empty where none has been chosen.</param>
public sealed record ProgrammeCount(string Programme, int Applications, IReadOnlyDictionary<string, int> ByStage);

/// <param name="Submitted">Of those that wait for review now, how many came that day.</param>
/// <param name="Paid">Of those that are enrolled now.</param>
public sealed record DayCount(DateOnly Day, int Opened, int Submitted, int Paid);

public sealed record FindingCount(FindingCode Code, int Found, int Overruled);
