using Enrollment.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Enrollment.Api;

/// <summary>
/// Refuses a body that is too large: by its stated length before a byte is read, and otherwise while it arrives. The
/// limit is the endpoint's own (<see cref="BodyLimit"/>), or that of JSON.
/// </summary>
public sealed class BodyLimits(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var limit = BodyLimit.Of(context.GetEndpoint());
        if (context.Request.ContentLength > limit)
        {
            return Problem.WriteAsync(context, ProblemCode.BodyTooLarge, $"{limit / BodyLimit.Megabyte} MB");
        }
        // A stated length has been judged; the server may then read off what it need not keep, so that a client
        // which sends first and listens later still gets the answer.
        if (
            context.Request.ContentLength is null
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature
        )
        {
            feature.MaxRequestBodySize = limit;
        }
        return next(context);
    }
}

/// <summary>
/// The largest body that an endpoint takes, in bytes. Not the framework's own metadata, which would have the server hang
/// up on a client that is still sending.
/// </summary>
public sealed class BodyLimit(long bytes)
{
    public const long Megabyte = 1024 * 1024;

    public const long Json = Megabyte;

    public const long Image = Materials.ImageIntake.MaxBytes;

    public const long Import = 5 * Megabyte;

    /// <summary>What a server may read at all, off the wire and into nothing.</summary>
    public const long ServerWide = 64 * Megabyte;

    public long Bytes => bytes;

    internal static long Of(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? Json;
}
