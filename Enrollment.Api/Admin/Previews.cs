using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>The season's papers, made for somebody who does not exist (R11).</summary>
internal static class Previews
{
    public static void MapPreviews(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/season/preview/{document}.pdf", GetAsync).WithName("AdminPreview");

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetAsync(
        string document,
        HttpContext http,
        ISeasonStore seasons,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        if (!WireName.TryParse<DocumentKind>(document, out var kind))
        {
            return TypedResults.NotFound();
        }
        return await seasons.CurrentAsync(cancellationToken) is { } season
            ? TypedResults.File(PaperPreview.Make(kind, season, ChinaTime.DateOf(clock.Now)).Bytes, "application/pdf")
            : Problem.Of(ProblemCode.NoSeason, http.Language());
    }
}
