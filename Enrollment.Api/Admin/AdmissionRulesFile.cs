using System.Security.Cryptography;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>
/// 招生办法 (R1): a PDF that the administrator uploads and anybody reads. Another file is another version, which every
/// candidate who still edits confirms anew.
/// </summary>
public static class AdmissionRulesFile
{
    private const long MaxBytes = 10 * BodyLimit.Megabyte;

    private const string Pdf = "application/pdf";

    internal static void MapAdmissionRules(this IEndpointRouteBuilder admin) =>
        admin
            .MapPut("/season/admission-rules", PutAsync)
            .Accepts<Stream>(Pdf)
            .WithMetadata(new BodyLimit(MaxBytes))
            .WithName("AdminPutAdmissionRules");

    /// <summary>For everybody.</summary>
    public static void MapPublicAdmissionRules(this IEndpointRouteBuilder api) =>
        api.MapGet("/season/admission-rules", GetAsync)
            .RequireAuthorization(Policies.Anyone)
            .WithTags("season")
            .WithName("AdmissionRules");

    private static async Task<Results<FileContentHttpResult, NotFound>> GetAsync(
        ISeasonStore seasons,
        CancellationToken cancellationToken
    ) =>
        await seasons.CurrentAsync(cancellationToken) is { AdmissionRules: not null } season
        && await seasons.ReadAdmissionRulesAsync(season.Id, cancellationToken) is { } file
            ? TypedResults.File(file, Pdf)
            : TypedResults.NotFound();

    /// <param name="fileName">As candidates see it.</param>
    private static async Task<Results<Ok<AdmissionRules>, ProblemHttpResult>> PutAsync(
        string? fileName,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var file = await staff.Http.Request.ReadWholeAsync(staff.Aborted);
        if (!file.AsSpan().StartsWith("%PDF-"u8))
        {
            return Problem.BadValue("body", NotPdf.In(staff.Language), staff.Language);
        }
        if (fileName?.Length > 100)
        {
            return Problem.BadValue("fileName", NameTooLong.In(staff.Language), staff.Language);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var rules = new AdmissionRules(hash[..8], fileName ?? "招生办法.pdf", hash);
        await staff.Seasons.SaveAdmissionRulesAsync(season.Id, file, staff.Aborted);
        await SeasonSettings.SaveAsync(
            season with
            {
                AdmissionRules = rules,
            },
            "admission-rules",
            store,
            journal,
            staff
        );
        return TypedResults.Ok(rules);
    }

    private static readonly Words NotPdf = new("文件不是 PDF。", "The file is not a PDF.");

    private static readonly Words NameTooLong = new("文件名过长。", "The file's name is too long.");
}
