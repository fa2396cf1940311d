using Microsoft.AspNetCore.Http;

namespace Enrollment.Api;

/// <summary>What every answer says to the browser: run only our own scripts, sit in nobody's frame, keep nothing of /api.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The reference page starts with a script and styles of its own.</summary>
    private const string ReferencePolicy = Policy + "; script-src 'self' 'unsafe-inline'; worker-src 'self' blob:";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an exception's answer begins with cleared headers.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        headers.ContentSecurityPolicy = path.StartsWithSegments("/api/docs", StringComparison.Ordinal)
            ? ReferencePolicy
            : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }
}
