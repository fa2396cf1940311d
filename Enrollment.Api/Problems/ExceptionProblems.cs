using System.Text.Json;
using Enrollment.Applications;
using Enrollment.Operation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
                return Problem.WriteAsync(
                    context,
                    ProblemCode.BodyTooLarge,
                    $"{BodyLimit.Of(EndpointOf(context)) / BodyLimit.Megabyte} MB"
                );
            case BadHttpRequestException { InnerException: JsonException json }:
                return Problem.WriteAsync(context, JsonProblem.Of(json, context.Language()));
            case BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType }:
                return Problem.WriteAsync(context, ProblemCode.UnsupportedMediaType);
            case BadHttpRequestException:
                return Problem.WriteAsync(context, ProblemCode.BadRequest);
            case StoreUnavailableException fault:
                Telemetry.StoreFailed(fault.Fault.ToString());
                LogStore(logger, fault.Fault, exception.StackTrace);
                return Problem.WriteAsync(context, ProblemCode.StoreUnavailable);
            default:
                LogBug(logger, context.Request.Method, RouteOf(context), TypesOf(exception), exception.StackTrace);
                return Problem.WriteAsync(context, ProblemCode.InternalError);
        }
    }

    private static string RouteOf(HttpContext context) =>
        (EndpointOf(context) as RouteEndpoint)?.RoutePattern.RawText ?? "";

    /// <summary>The exception's answer is not the endpoint's: the context has forgotten it.</summary>
    private static Endpoint? EndpointOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    private static string TypesOf(Exception exception) =>
        exception.InnerException is { } inner
            ? $"{exception.GetType().FullName} < {TypesOf(inner)}"
            : exception.GetType().FullName ?? "";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed: {Types}\n{Stack}")]
    private static partial void LogBug(ILogger logger, string method, string route, string types, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store can't be used ({Fault})\n{Stack}")]
    private static partial void LogStore(ILogger logger, StoreFault fault, string? stack);
}
