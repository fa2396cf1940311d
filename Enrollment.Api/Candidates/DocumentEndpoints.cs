using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Candidates;

/// <summary>打印材料 (R11): fetched by the candidate, made at once when the driver has not come to it yet.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder group) =>
        group.MapGet("/documents/{kind}.pdf", FetchAsync).WithName("FetchDocument");

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> FetchAsync(
        string kind,
        OwnApplication own,
        PendingWork pending,
        IMaterialFiles files,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!WireName.TryParse<DocumentKind>(kind, out var known) || !PaperMaker.MadeOnApproval.Contains(known))
        {
            return TypedResults.NotFound();
        }
        if (await own.FindAsync(caller, cancellationToken) is { Application.Papers.Made.Count: 0 })
        {
            await pending.AdvanceAsync(caller.Candidate, cancellationToken);
        }
        switch (await own.HandleAsync(caller, new Command.FetchPaper(known), cancellationToken))
        {
            case Handled.Refused refused:
                return Problem.Of(refused.Refusal, caller.Language);
            case Handled.Done { After.Application: { Papers: { } papers } application }:
                var name = MaterialFileNames.Of(known, papers.Version);
                return await files.ReadAsync(caller.Candidate, name, cancellationToken) is { } bytes
                    ? TypedResults.File(bytes, "application/pdf", $"{application.Number}-{kind}.pdf")
                    : TypedResults.NotFound();
            default:
                return TypedResults.NotFound();
        }
    }
}
