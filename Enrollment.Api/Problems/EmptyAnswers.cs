using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Api.Problems;

/// <summary>Gives an error without a body (an unknown route, a wrong method) the problem that it is.</summary>
internal static class EmptyAnswers
{
    public static Task WriteAsync(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Problem.WriteAsync(context, CodeOf(context.Response.StatusCode))
            : Task.CompletedTask;
    }

    private static ProblemCode CodeOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => ProblemCode.NotSignedIn,
            StatusCodes.Status403Forbidden => ProblemCode.NotPermitted,
            StatusCodes.Status404NotFound => ProblemCode.NotFound,
            StatusCodes.Status405MethodNotAllowed => ProblemCode.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => ProblemCode.BodyTooLarge,
            StatusCodes.Status415UnsupportedMediaType => ProblemCode.UnsupportedMediaType,
            StatusCodes.Status429TooManyRequests => ProblemCode.TooManyRequests,
            >= 500 => ProblemCode.InternalError,
            _ => ProblemCode.BadRequest,
        };
}
