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

namespace Enrollment.Api.Review;

/// <summary>The queue: what waits, for how long, and who has it (R10).</summary>
internal static class ReviewQueue
{
    /// <summary>How many of the longest waiting are looked at for one that nobody has.</summary>
    private const int NextLookedAt = 200;

    public static void MapReviewQueue(this IEndpointRouteBuilder review)
    {
        review.MapGet("/applications", ListAsync).WithName("ReviewList");
        review.MapPost("/next", NextAsync).WithName("ReviewNext");
        review.MapGet("/reasons", () => TypedResults.Ok(Reasons.All)).WithName("ReviewReasons");
    }

    /// <param name="limit">1–200.</param>
    internal static async Task<Results<Ok<QueueAnswer>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListFilter filter,
        string? cursor,
        int? limit,
        IApplicationIndex index,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var (query, problem) = filter.Read(season, staff);
        if (query is null)
        {
            return problem!;
        }
        var page = await index.ListAsync(
            query with
            {
                Cursor = cursor,
                Limit = Math.Clamp(limit ?? 50, 1, 200),
            },
            staff.Aborted
        );
        var counts = await index.CountByStageAsync(season.Id, staff.Aborted);
        return TypedResults.Ok(
            new QueueAnswer(
                counts.ToDictionary(pair => WireName.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal),
                [.. page.Items.Select(item => QueueItem.Of(season, item, staff.Clock.Now, staff.Language))],
                page.NextCursor
            )
        );
    }

    /// <summary>
    /// 下一份: claims the longest waiting application that nobody has, or whose claim has lapsed; no content when there is
    /// none.
    /// </summary>
    /// <param name="programme">Only of this programme.</param>
    private static async Task<Results<Ok<ReviewedApplication>, NoContent, ProblemHttpResult>> NextAsync(
        string? programme,
        IApplicationIndex index,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var query = new ApplicationQuery
        {
            Season = season.Id,
            Stages = [StageName.Submitted],
            Programme = programme,
            Limit = NextLookedAt,
        };
        do
        {
            var page = await index.ListAsync(query, staff.Aborted);
            // One that another claims meanwhile is refused, and the next is tried.
            foreach (var waiting in page.Items.Where(item => IsFree(item, staff)))
            {
                if (
                    await staff.HandleAsync(waiting.Id, new Command.ClaimReview()) is Handled.Done
                    {
                        After.Application: var claimed
                    }
                )
                {
                    return TypedResults.Ok(
                        ReviewedApplication.Of(season, claimed, staff.By, staff.Clock.Now, staff.Language)
                    );
                }
            }
            query = query with { Cursor = page.NextCursor };
        } while (query.Cursor is not null);
        return TypedResults.NoContent();
    }

    private static bool IsFree(ApplicationSummary item, StaffCommands staff) =>
        item.ClaimedBy is null || (item.ClaimedBy != staff.By.Id && item.ClaimLapsesAt <= staff.Clock.Now);
}

/// <param name="Counts">How many applications the season has in each stage.</param>
public sealed record QueueAnswer(
    IReadOnlyDictionary<string, int> Counts,
    ValueList<QueueItem> Items,
    string? NextCursor
);

/// <summary>A row of the queue, with its age as an office counts it.</summary>
/// <param name="HasClaimLapsed">Somebody has claimed it, and another may take it over.</param>
public sealed record QueueItem(
    ApplicationSummary Application,
    string StageText,
    int WorkdaysInStage,
    bool HasClaimLapsed
)
{
    internal static QueueItem Of(Season season, ApplicationSummary item, DateTimeOffset now, Language language) =>
        new(
            item,
            StageWords.Of(item.Stage, language),
            WorkdaysSince(season, item.StageSince, now),
            item.ClaimLapsesAt <= now
        );

    /// <summary>Working days after the day on which the stage was entered.</summary>
    internal static int WorkdaysSince(Season season, DateTimeOffset since, DateTimeOffset now) =>
        season.RestDays.WorkdaysBetween(ChinaTime.DateOf(since), ChinaTime.DateOf(now));
}
