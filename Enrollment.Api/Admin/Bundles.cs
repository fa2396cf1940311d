using System.IO.Compression;
using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>Many people's files as one: photos as ZIP, one paper as PDF (R16).</summary>
internal static class Bundles
{
    /// <summary>Papers in one PDF: more would take longer than a request may, so the next page has an address of its own.</summary>
    private const int PapersAtOnce = 100;

    private static readonly ValueList<StageName> WithPapers =
    [
        StageName.Approved,
        StageName.Printed,
        StageName.OriginalsVerified,
        StageName.Paid,
    ];

    public static void MapBundles(this IEndpointRouteBuilder admin)
    {
        var exports = admin.MapGroup("/exports");
        exports.MapGet("/photos.zip", PhotosAsync).WithName("AdminExportPhotos");
        exports.MapGet("/documents.pdf", DocumentsAsync).WithName("AdminExportDocuments");
    }

    /// <summary>Each as "20260001.jpg", the original upload; streamed, so that their number does not matter.</summary>
    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> PhotosAsync(
        [AsParameters] ListFilter filter,
        IApplicationIndex index,
        IApplicationStore store,
        IMaterialFiles files,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var (asked, problem) = filter.Read(season, staff);
        if (asked is null)
        {
            return problem!;
        }
        await journal.NoteAsync(staff, JournalAct.Exported, "photos.zip", filter.ToString());
        var query = WithPapersUnlessSaid(asked);
        var cancellationToken = staff.Aborted;
        // The archive writes the few bytes of each entry's header synchronously, whatever it is asked to.
        if (staff.Http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }
        return TypedResults.Stream(WriteAsync, "application/zip", "photos.zip");

        async Task WriteAsync(Stream stream)
        {
            await using var zip = await ZipArchive.CreateAsync(
                stream,
                ZipArchiveMode.Create,
                leaveOpen: true,
                entryNameEncoding: null,
                cancellationToken
            );
            await foreach (var item in index.WalkAsync(query, cancellationToken))
            {
                var stored = await store.FindAsync(item.Id, cancellationToken);
                if (
                    stored?.Application.ImagesIn(Slot.IdPhoto).FirstOrDefault(image => image.ReceivedAt is not null)
                        is { Id: var photo }
                    && await files.ReadAsync(item.Id, MaterialFileNames.Of(photo), cancellationToken) is { } bytes
                )
                {
                    // JPEG does not get smaller.
                    var entry = zip.CreateEntry($"{item.Number}.jpg", CompressionLevel.NoCompression);
                    await using var target = await entry.OpenAsync(cancellationToken);
                    await target.WriteAsync(bytes, cancellationToken);
                }
            }
        }
    }

    /// <summary>One kind of paper of a hundred people at a time, longest in their stage first; "Next-Cursor" leads on.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> DocumentsAsync(
        string kind,
        [AsParameters] ListFilter filter,
        string? cursor,
        IApplicationIndex index,
        IApplicationStore store,
        PaperMaker papers,
        SealKeys keys,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (!WireName.TryParse<DocumentKind>(kind, out var document) || !PaperMaker.MadeOnApproval.Contains(document))
        {
            return Problem.BadValue("kind", UnknownPaper.In(staff.Language), staff.Language);
        }
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var (asked, problem) = filter.Read(season, staff);
        if (asked is null)
        {
            return problem!;
        }

        await journal.NoteAsync(staff, JournalAct.Exported, $"documents.pdf {kind}", filter.ToString());
        var page = await index.ListAsync(
            WithPapersUnlessSaid(asked) with
            {
                Cursor = cursor,
                Limit = PapersAtOnce,
            },
            staff.Aborted
        );
        var sources = new List<(PaperSource, int)>();
        foreach (var item in page.Items)
        {
            var stored = await store.FindAsync(item.Id, staff.Aborted);
            if (stored?.Application is { Papers: { Made.Count: > 0, Version: var version } } application)
            {
                sources.Add((await papers.SourceAsync(season, application, staff.Aborted), version));
            }
        }
        if (page.NextCursor is { } next)
        {
            staff.Http.Response.Headers["Next-Cursor"] = next;
        }
        return sources.Count == 0
            ? TypedResults.NotFound()
            : TypedResults.File(
                Papers.MakeAll(document, sources, ChinaTime.DateOf(staff.Clock.Now), keys.Current),
                "application/pdf",
                "documents.pdf"
            );
    }

    private static ApplicationQuery WithPapersUnlessSaid(ApplicationQuery query) =>
        query.Stages.Count == 0 ? query with { Stages = WithPapers } : query;

    private static readonly Words UnknownPaper = new("没有这种打印材料。", "No such paper.");
}
