using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Materials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Candidates;

/// <summary>Uploads (R7–R9): open one, send its bytes, read the verdict, look at it, explain it or take it away.</summary>
internal static class MaterialEndpoints
{
    public static void MapMaterials(this IEndpointRouteBuilder group)
    {
        group.MapGet("/materials/findings", FindingsAsync).WithName("FindingsGuide");
        group.MapPost("/materials/{slot}/uploads", OpenAsync).WithName("OpenUpload");
        var image = group.MapGroup("/materials/{slot}/{imageId}");
        image
            .MapPut("/content", ReceiveAsync)
            .WithMetadata(new BodyLimit(BodyLimit.Image))
            .RequireRateLimiting(AddressLimits.Uploads)
            .WithName("SendImage");
        image.MapGet("/content", ContentAsync).WithName("ImageContent");
        image.MapGet("", GetAsync).WithName("Image");
        image.MapDelete("", RemoveAsync).WithName("RemoveImage");
        image.MapPut("/explanation", ExplainAsync).WithName("ExplainImage");
    }

    private static async Task<Results<Ok<FindingsGuide>, NotFound>> FindingsAsync(
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await own.FindAsync(caller, cancellationToken) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        var season = await own.SeasonAsync(application, cancellationToken);
        return TypedResults.Ok(FindingsGuide.Of(season.ImageStandards, caller.Language));
    }

    private static async Task<Results<Created<UploadAnswer>, NotFound, ProblemHttpResult>> OpenAsync(
        string slot,
        UploadRequest request,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!Materials.Slots.TryParse(slot, out var known))
        {
            return UnknownSlot(slot, caller);
        }
        var open = new Command.OpenUpload(known, request.Page, request.EntryId, request.FileName);
        return await own.HandleAsync(caller, open, cancellationToken) switch
        {
            Handled.Done done => Opened(done.Events.OfType<Event.UploadOpened>().Single()),
            Handled.Refused refused => Problem.Of(refused.Refusal, caller.Language),
            _ => TypedResults.NotFound(),
        };
    }

    private static Created<UploadAnswer> Opened(Event.UploadOpened opened)
    {
        var url = ImageView.ContentUrlOf(opened.Slot, opened.Image);
        return TypedResults.Created(url, new UploadAnswer(opened.Image, url));
    }

    /// <summary>The body is the file as it is; the answer is the image with its verdict.</summary>
    private static async Task<Results<Ok<ImageView>, NotFound, ProblemHttpResult>> ReceiveAsync(
        string slot,
        string imageId,
        OwnApplication own,
        ImageUploads uploads,
        Caller caller,
        HttpContext context
    )
    {
        var (image, problem) = await FindAsync(slot, imageId, own, caller, context.RequestAborted);
        if (image is null)
        {
            return problem!;
        }
        var handled = await uploads.ReceiveAsync(caller.Candidate, image.Id, context.Request, context.RequestAborted);
        return handled.ToResult(
            caller.Language,
            after => ImageView.Of(after.Application.FindImage(image.Id)!, caller.Language)
        );
    }

    private static async Task<Results<Ok<ImageView>, ProblemHttpResult>> GetAsync(
        string slot,
        string imageId,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (image, problem) = await FindAsync(slot, imageId, own, caller, cancellationToken);
        return image is null ? problem! : TypedResults.Ok(ImageView.Of(image, caller.Language));
    }

    /// <param name="size">thumbnail or review for a copy to look at, upright and without metadata; the original without it.</param>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ContentAsync(
        string slot,
        string imageId,
        string? size,
        OwnApplication own,
        DisplayCopies copies,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (image, problem) = await FindAsync(slot, imageId, own, caller, cancellationToken);
        if (image is null)
        {
            return problem!;
        }
        return
            image.ReceivedAt is not null
            && await copies.ReadAsync(caller.Candidate, image.Id, size, cancellationToken) is { } bytes
            ? TypedResults.Bytes(bytes, "image/jpeg")
            : Problem.Of(new Refusal(RefusalCode.ImageUnknown), caller.Language);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        string slot,
        string imageId,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (image, problem) = await FindAsync(slot, imageId, own, caller, cancellationToken);
        if (image is null)
        {
            return problem!;
        }
        return await own.HandleAsync(caller, new Command.RemoveImage(image.Id), cancellationToken) switch
        {
            Handled.Done => TypedResults.NoContent(),
            Handled.Refused refused => Problem.Of(refused.Refusal, caller.Language),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<Ok<ImageView>, NotFound, ProblemHttpResult>> ExplainAsync(
        string slot,
        string imageId,
        ExplanationRequest request,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (image, problem) = await FindAsync(slot, imageId, own, caller, cancellationToken);
        if (image is null)
        {
            return problem!;
        }
        var explain = new Command.ExplainImage(image.Id, request.Explanation);
        var handled = await own.HandleAsync(caller, explain, cancellationToken);
        return handled.ToResult(
            caller.Language,
            after => ImageView.Of(after.Application.FindImage(image.Id)!, caller.Language)
        );
    }

    /// <summary>An image of the candidate's own, in the slot of its address; anything else is not there.</summary>
    private static async Task<(Image? Image, ProblemHttpResult? Problem)> FindAsync(
        string slot,
        string imageId,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!Materials.Slots.TryParse(slot, out var known))
        {
            return (null, UnknownSlot(slot, caller));
        }
        var stored = await own.FindAsync(caller, cancellationToken);
        return
            ImageId.TryParse(imageId, null, out var id)
            && stored?.Application.FindImage(id) is { } image
            && image.Slot == known
            ? (image, null)
            : (null, Problem.Of(new Refusal(RefusalCode.ImageUnknown), caller.Language));
    }

    private static ProblemHttpResult UnknownSlot(string slot, Caller caller) =>
        Problem.Of(ProblemCode.UnknownSlot, caller.Language, slot);
}

/// <param name="Page">Which page the image shows.</param>
/// <param name="EntryId">For diplomas: the education entry that it belongs to.</param>
/// <param name="FileName">The candidate's own name for it.</param>
public sealed record UploadRequest(Page Page, string? EntryId = null, string? FileName = null);

/// <param name="UploadUrl">Where the bytes are PUT.</param>
public sealed record UploadAnswer(ImageId ImageId, string UploadUrl);

/// <param name="Explanation">Why an image with warnings is kept.</param>
public sealed record ExplanationRequest(string Explanation);
