using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Collections;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Seasons;

/// <summary>What anybody may know of the open season: its calendar and fee.</summary>
public static class SeasonEndpoint
{
    public static void MapSeason(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/season").RequireAuthorization(Policies.Anyone).WithTags("season");
        group.MapGet("", GetAsync).WithName("Season");
        group.MapGet("/privacy-notice", PrivacyNoticeAsync).WithName("PrivacyNotice");
    }

    private static async Task<Results<Ok<SeasonAnswer>, ProblemHttpResult>> GetAsync(
        ISeasonStore seasons,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        await seasons.CurrentAsync(cancellationToken) is { } season
            ? TypedResults.Ok(SeasonAnswer.Of(season))
            : Problem.Of(ProblemCode.NoSeason, context.Language());

    private static async Task<Results<Ok<PrivacyNoticeView>, ProblemHttpResult>> PrivacyNoticeAsync(
        ISeasonStore seasons,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        await seasons.CurrentAsync(cancellationToken) is { } season
            ? TypedResults.Ok(PrivacyNoticeView.Of(season, context.Language()))
            : Problem.Of(ProblemCode.NoSeason, context.Language());
}

public sealed record SeasonAnswer
{
    public required string Id { get; init; }

    public required int Year { get; init; }

    public required string BranchName { get; init; }

    public required ValueList<string> Programmes { get; init; }

    /// <summary>Whole fen.</summary>
    public required long FeeFen { get; init; }

    public required int DaysToSubmit { get; init; }

    public required SeasonCalendar Calendar { get; init; }

    internal static SeasonAnswer Of(Season season) =>
        new()
        {
            Id = season.Id,
            Year = season.Year,
            BranchName = season.BranchName,
            Programmes = season.Programmes,
            FeeFen = season.FeeFen,
            DaysToSubmit = season.DaysToSubmit,
            Calendar = season.Calendar,
        };
}
