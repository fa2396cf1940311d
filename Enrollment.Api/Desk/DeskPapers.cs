using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

/// <summary>The desk prints for the candidate (R12): the papers in force, and the receipt for what is kept.</summary>
internal static class DeskPapers
{
    private const string Pdf = "application/pdf";

    public static void MapDeskPapers(this IEndpointRouteBuilder one)
    {
        one.MapGet("/documents/{kind}.pdf", ReadAsync).WithName("DeskDocument");
        one.MapPost("/printing", PrintAsync).WithName("DeskPrint");
        one.MapGet("/originals-receipt.pdf", ReceiptAsync).WithName("DeskOriginalsReceipt");
    }

    /// <summary>A paper as it was made. Reading changes nothing: that it was printed is said by POST printing.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> ReadAsync(
        ApplicationId id,
        string kind,
        HttpContext http,
        IApplicationStore store,
        IMaterialFiles files,
        CancellationToken cancellationToken
    )
    {
        if (
            !WireName.TryParse<DocumentKind>(kind, out var document)
            || await store.FindAsync(id, cancellationToken) is not { Application: var application }
        )
        {
            return TypedResults.NotFound();
        }
        if (application.Papers is not { Made.Count: > 0 } papers)
        {
            return Problem.Of(new Refusal(RefusalCode.PapersNotMade), http.Language());
        }
        return await files.ReadAsync(id, MaterialFileNames.Of(document, papers.Version), cancellationToken) is { } bytes
            ? TypedResults.File(bytes, Pdf)
            : TypedResults.NotFound();
    }

    /// <summary>Records that the desk printed the candidate's papers.</summary>
    private static Task<Results<Ok<DeskApplication>, NotFound, ProblemHttpResult>> PrintAsync(
        ApplicationId id,
        [AsParameters] StaffCommands staff
    ) => staff.DoAsync(id, new Command.PrintPapers(), DeskEndpoints.Show);

    /// <summary>原件收存凭证 for what is held now.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> ReceiptAsync(
        ApplicationId id,
        [AsParameters] StaffCommands staff,
        IApplicationStore store,
        PaperMaker papers
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        if (!application.Originals.Any(row => row.IsHeld))
        {
            return Problem.Of(new Refusal(RefusalCode.OriginalNotHeld), staff.Language);
        }
        var season = await staff.Seasons.OfAsync(application, staff.Aborted);
        return TypedResults.File(await papers.ReceiptAsync(season, application, staff.Aborted), Pdf);
    }
}
