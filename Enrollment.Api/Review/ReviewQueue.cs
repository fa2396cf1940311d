using Enrollment.Api.Access;
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

    internal static async Task<Results<Ok<QueueAnswer>, ProblemHttpResult>> ListAsync(
        [AsParameters] QueueFilter filter,
        Caller caller,
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, language);
        }
        if (!StageList.TryParse(filter.Stage, out var stages))
        {
            return Problem.BadValue("stage", StageList.Unknown.In(language), language);
        }

        var query = new ApplicationQuery
        {
            Season = season.Id,
            Stages = stages,
            Text = filter.Query,
            Programme = filter.Programme,
            ClaimedBy = filter.Mine == true ? caller.Staff.Id : null,
            NeedsAttention = filter.Attention == true,
            Cursor = filter.Cursor,
            Limit = Math.Clamp(filter.Limit ?? 50, 1, 200),
        };
        var page = await index.ListAsync(query, cancellationToken);
        var counts = await index.CountByStageAsync(season.Id, cancellationToken);
        return TypedResults.Ok(
            new QueueAnswer(
                counts.ToDictionary(pair => WireName.Of(pair.Key), pair => pair.Value, StringComparer.Ordinal),
                [.. page.Items.Select(item => QueueItem.Of(season, item, clock.Now, language))],
                page.NextCursor
            )
        );
    }

    /// <summary>下一份: claims the longest waiting application that nobody has; no content when there is none.</summary>
    private static async Task<Results<Ok<ReviewedApplication>, NoContent, ProblemHttpResult>> NextAsync(
        Caller caller,
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        CommandHandler commands,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, http.Language());
        }
        var query = new ApplicationQuery
        {
            Season = season.Id,
            Stages = [StageName.Submitted],
            Limit = NextLookedAt,
        };
        do
        {
            var page = await index.ListAsync(query, cancellationToken);
            // One that another claims meanwhile is refused, and the next is tried.
            foreach (var waiting in page.Items.Where(item => item.ClaimedBy is null))
            {
                var handled = await commands.HandleAsync(
                    waiting.Id,
                    new Command.ClaimReview(),
                    caller.Staff,
                    cancellationToken
                );
                if (handled is Handled.Done { After.Application: var claimed })
                {
                    return TypedResults.Ok(
                        ReviewedApplication.Of(season, claimed, caller.Staff, clock.Now, http.Language())
                    );
                }
            }
            query = query with { Cursor = page.NextCursor };
        } while (query.Cursor is not null);
        return TypedResults.NoContent();
    }
}

/// <param name="Stage">One or more, with commas: "submitted,returned". None: all.</param>
/// <param name="Query">A phone, an identity number, an application's number or part of a name.</param>
/// <param name="Mine">Only those that the caller has claimed.</param>
/// <param name="Attention">Only those on the staff's list (R2).</param>
/// <param name="Limit">1–200.</param>
internal sealed record QueueFilter(
    string? Stage,
    string? Query,
    string? Programme,
    bool? Mine,
    bool? Attention,
    string? Cursor,
    int? Limit
);

/// <param name="Counts">How many applications the season has in each stage.</param>
public sealed record QueueAnswer(
    IReadOnlyDictionary<string, int> Counts,
    ValueList<QueueItem> Items,
    string? NextCursor
);

/// <summary>A row of the queue, with its age as an office counts it.</summary>
public sealed record QueueItem(ApplicationSummary Application, string StageText, int WorkdaysInStage)
{
    internal static QueueItem Of(Season season, ApplicationSummary item, DateTimeOffset now, Language language) =>
        new(item, StageWords.Of(item.Stage, language), WorkdaysSince(season, item.StageSince, now));

    /// <summary>Working days after the day on which the stage was entered.</summary>
    internal static int WorkdaysSince(Season season, DateTimeOffset since, DateTimeOffset now) =>
        season.RestDays.WorkdaysBetween(ChinaTime.DateOf(since), ChinaTime.DateOf(now));
}
