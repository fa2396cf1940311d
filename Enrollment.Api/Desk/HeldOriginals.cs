using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

/// <summary>What the branch still holds of anybody (R12: a list of what is still held).</summary>
internal static class HeldOriginals
{
    private const int PageSize = 200;

    public static void MapHeldOriginals(this IEndpointRouteBuilder desk) =>
        desk.MapGet("/held", ListAsync).WithName("DeskHeld");

    /// <summary>One page of the applications that an original may be held of; a page may hold few, or none.</summary>
    private static async Task<Results<Ok<HeldList>, ProblemHttpResult>> ListAsync(
        string? cursor,
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        IApplicationStore store,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, language);
        }
        var page = await index.ListAsync(
            new()
            {
                Season = season.Id,
                HoldsOriginals = true,
                Cursor = cursor,
                Limit = PageSize,
            },
            cancellationToken
        );
        var held = new List<HeldApplication>();
        foreach (var item in page.Items)
        {
            if (await store.FindAsync(item.Id, cancellationToken) is { Application: var application })
            {
                held.Add(HeldApplication.Of(item, application, language));
            }
        }
        return TypedResults.Ok(new HeldList([.. held], page.NextCursor));
    }
}

public sealed record HeldList(ValueList<HeldApplication> Items, string? NextCursor);

public sealed record HeldApplication(ApplicationSummary Application, ValueList<HeldOriginal> Originals)
{
    internal static HeldApplication Of(ApplicationSummary summary, Application application, Language language) =>
        new(
            summary,
            [
                .. application
                    .Originals.Where(row => row.IsHeld)
                    .Select(row => new HeldOriginal(OriginalWords.Of(row.Item, language), row)),
            ]
        );
}

public sealed record HeldOriginal(string Name, OriginalRow Row);
