using System.Net.Mime;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Server.Pages;

/// <summary>
/// The candidate's and the staff's pages, as <c>static-web</c> builds them. What is no file is an address inside one of
/// the two front ends, and gets that front end's page; an address under <c>/api</c> never does.
/// </summary>
internal static class WebPages
{
    private const string Compressed = ".br";

    /// <summary>Beside the pages: what is shown at <c>/</c> where no front end was built.</summary>
    private const string Unbuilt = "/unbuilt.html";

    /// <param name="folder">Where the built pages lie.</param>
    public static void UseWebPages(this WebApplication app, string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        var built = Path.GetFullPath(folder, AppContext.BaseDirectory);
        var files = Directory.Exists(built)
            ? new CompositeFileProvider(new PhysicalFileProvider(built), app.Environment.WebRootFileProvider)
            : app.Environment.WebRootFileProvider;
        app.Use(
            (context, next) =>
            {
                if (IsForPages(context.Request))
                {
                    context.Request.Path = FileFor(context.Request, files);
                }
                return next(context);
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = files,
                ServeUnknownFileTypes = true,
                OnPrepareResponse = answer => Describe(answer.Context, types),
            }
        );
    }

    private static bool IsForPages(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static PathString FileFor(HttpRequest request, IFileProvider files)
    {
        var path = Path.HasExtension(request.Path.Value) ? request.Path : PageFor(request.Path, files);
        var compressed = path + Compressed;
        return AcceptsBrotli(request) && files.GetFileInfo(compressed).Exists ? compressed : path;
    }

    private static PathString PageFor(PathString address, IFileProvider files)
    {
        var page = address.StartsWithSegments("/staff", StringComparison.Ordinal) ? "/staff/index.html" : "/index.html";
        return files.GetFileInfo(page).Exists ? page : Unbuilt;
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptEncoding.Any(one =>
                one.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && one.Quality is not 0
            );

    /// <summary>Names with a hash in them never change; a page is asked for anew each time, and is small.</summary>
    private static void Describe(HttpContext context, FileExtensionContentTypeProvider types)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path;
        headers.CacheControl = path.StartsWithSegments("/assets", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var name = path.Value!;
        if (name.EndsWith(Compressed, StringComparison.Ordinal))
        {
            headers.ContentEncoding = "br";
            name = name[..^Compressed.Length];
        }
        var type = types.TryGetContentType(name, out var known) ? known : MediaTypeNames.Application.Octet;
        context.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal)
            ? $"{type}; charset=utf-8"
            : type;
    }
}
