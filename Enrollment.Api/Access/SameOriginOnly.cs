using Enrollment.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Access;

/// <summary>
/// Refuses changes that another site's page asks for (DESIGN §6): the browser must say the same origin, or name our own.
/// </summary>
public sealed class SameOriginOnly(RequestDelegate next, IOptions<AccessOptions> options)
{
    private readonly string? _publicOrigin = options.Value.PublicOrigin?.TrimEnd('/');

    public Task InvokeAsync(HttpContext context) =>
        IsHarmless(context) || IsSameOrigin(context.Request)
            ? next(context)
            : Problem.WriteAsync(context, ProblemCode.CrossSite);

    private static bool IsHarmless(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        || HttpMethods.IsHead(context.Request.Method)
        || HttpMethods.IsOptions(context.Request.Method)
        || context.GetEndpoint() is not { Metadata: var metadata }
        || metadata.GetMetadata<CalledByProviders>() is not null;

    private bool IsSameOrigin(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] == "same-origin"
        || string.Equals(
            request.Headers.Origin,
            _publicOrigin ?? $"{request.Scheme}://{request.Host}",
            StringComparison.OrdinalIgnoreCase
        );
}

/// <summary>Marks the endpoints that payment and text providers call; their own signatures guard them.</summary>
public sealed class CalledByProviders;
