using Enrollment.Api.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Enrollment.Api;

/// <summary>What every answer says to the browser: run only our own scripts, sit in nobody's frame, keep nothing of /api.</summary>
public sealed class SecurityHeaders(RequestDelegate next, IOptions<AccessOptions> options)
{
    /// <summary>A year; for this host alone, since its neighbours are not ours.</summary>
    private const string HttpsOnly = "max-age=31536000";

    /// <summary>The camera takes pictures of papers and reads codes at the desk; nothing here asks for the others.</summary>
    private const string NoDevices =
        "accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        + "midi=(), payment=(), serial=(), usb=()";

    private readonly bool _isPublishedByHttps =
        options.Value.PublicOrigin?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// No script and no style element but our own files. Style attributes are let in because Element Plus measures and
    /// places with them, and WebAssembly because the QR reader in the browser is made of it.
    /// </summary>
    private const string Policy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data: blob:; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
        + "frame-ancestors 'none'";

    /// <summary>The reference page starts with a script and styles of its own.</summary>
    private const string ReferencePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

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

    private void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        headers.ContentSecurityPolicy = path.StartsWithSegments("/api/docs", StringComparison.OrdinalIgnoreCase)
            ? ReferencePolicy
            : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = NoDevices;
        if (_isPublishedByHttps || context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = HttpsOnly;
        }
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            headers.CacheControl = "no-store";
        }
    }
}
