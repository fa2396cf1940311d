using Enrollment.Api.Access;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Review;

/// <summary>The reviewer's endpoints (审核, R10).</summary>
public static class ReviewEndpoints
{
    public static void MapReview(this IEndpointRouteBuilder api)
    {
        var review = api.MapGroup("/review")
            .RequireAuthorization(Policies.Reviewer)
            .WithTags("review")
            .RefuseBadCursors();
        review.MapReviewQueue();
        var one = review.MapGroup("/applications/{id}");
        one.MapReviewDecisions();
        one.MapGet("", GetAsync).WithName("ReviewedApplication");
        one.MapGet("/changes", ChangesAsync).WithName("ReviewedChanges");
        one.MapGet("/images/{image}/content", ContentAsync).WithName("ReviewedImage");
    }

    private static async Task<Results<Ok<ReviewedApplication>, NotFound>> GetAsync(
        ApplicationId id,
        Caller caller,
        HttpContext http,
        IApplicationStore store,
        ISeasonStore seasons,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        var season = await seasons.OfAsync(application, cancellationToken);
        return TypedResults.Ok(ReviewedApplication.Of(season, application, caller.Staff, clock.Now, http.Language()));
    }

    /// <summary>What this round's submission changed of the one before (R10); nothing in the first round.</summary>
    /// <param name="since">Another round to compare with.</param>
    private static async Task<Results<Ok<Changes>, NotFound>> ChangesAsync(
        ApplicationId id,
        int? since,
        HttpContext http,
        IApplicationStore store,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        var round = since ?? application.Round - 1;
        var before = Changes.StateAt(
            id,
            await store.ReadEventsAsync(id, cancellationToken),
            (state, happened) => happened is Event.Submitted && state.Round == round
        );
        return TypedResults.Ok(before is null ? Changes.None : Changes.Between(before, application, http.Language()));
    }

    /// <param name="size">thumbnail or review for a copy to look at, upright and without metadata; the original without it.</param>
    private static async Task<Results<FileContentHttpResult, NotFound>> ContentAsync(
        ApplicationId id,
        ImageId image,
        string? size,
        IApplicationStore store,
        DisplayCopies copies,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(id, cancellationToken) is { Application: var application }
        && application.FindImage(image) is { ReceivedAt: not null }
        && await copies.ReadAsync(id, image, size, cancellationToken) is { } bytes
            ? TypedResults.File(bytes, "image/jpeg")
            : TypedResults.NotFound();
}
