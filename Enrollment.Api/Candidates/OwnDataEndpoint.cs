using Enrollment.Api.Access;
using Enrollment.Api.Archives;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Candidates;

/// <summary>导出我的信息 (R16; Personal Information Protection Law art. 45): a copy of all that is kept, for the person.</summary>
internal static class OwnDataEndpoint
{
    public static void MapOwnData(this IEndpointRouteBuilder candidate) =>
        candidate.MapGet("/personal-data.zip", GetAsync).WithName("OwnPersonalData");

    private static async Task<Results<FileContentHttpResult, NotFound>> GetAsync(
        OwnApplication own,
        PersonalArchive archive,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await own.FindAsync(caller, cancellationToken) is { Application: var application }
            ? TypedResults.File(
                await archive.ForThePersonAsync(application, cancellationToken),
                "application/zip",
                $"{application.Number}.zip"
            )
            : TypedResults.NotFound();
}
