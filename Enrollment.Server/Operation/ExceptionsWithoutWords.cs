using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Enrollment.Server.Operation;

/// <summary>Exports of an exception its type and where it was thrown, not its message, which may hold what a person wrote.</summary>
internal sealed class ExceptionsWithoutWords : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } exception)
        {
            return;
        }
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", exception.GetType().FullName),
            new("exception.stacktrace", exception.StackTrace),
        ];
        data.Exception = null;
    }
}
