using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Api.Problems;

/// <summary>
/// Exceptions as problems: a body that can't be read is the caller's, a store that can't be used is the operator's, and
/// anything else is a bug, of which the caller learns nothing and the log everything but its message, which may hold
/// what a person wrote.
/// </summary>
internal sealed partial class ExceptionProblems(ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext context,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            return true;
        }
        await WriteAsync(context, exception);
        return true;
    }

    private Task WriteAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.MaxRequestBodySize;
                return Problem.WriteAsync(
                    context,
                    ProblemCode.BodyTooLarge,
                    $"{(limit ?? BodyLimit.Json) / BodyLimit.Megabyte} MB"
                );
            case BadHttpRequestException { InnerException: JsonException json }:
                return Problem.WriteAsync(context, JsonProblem.Of(json, context.Language()));
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return Problem.WriteAsync(context, ProblemCode.UnsupportedMediaType);
            case BadHttpRequestException:
                return Problem.WriteAsync(context, ProblemCode.BadRequest);
            default:
                LogBug(logger, context.Request.Method, RouteOf(context), TypesOf(exception), exception.StackTrace);
                return Problem.WriteAsync(context, ProblemCode.InternalError);
        }
    }

    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "";

    private static string TypesOf(Exception exception) =>
        exception.InnerException is { } inner
            ? $"{exception.GetType().FullName} < {TypesOf(inner)}"
            : exception.GetType().FullName ?? "";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed: {Types}\n{Stack}")]
    private static partial void LogBug(ILogger logger, string method, string route, string types, string? stack);
}
