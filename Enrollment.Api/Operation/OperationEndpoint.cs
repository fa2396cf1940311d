using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Operation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Operation;

/// <summary>运行状况: how the system stands, and what calls for somebody.</summary>
internal static class OperationEndpoint
{
    public static void MapOperation(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/operation", GetAsync).WithName("AdminOperation");

    private static async Task<Ok<OperationAnswer>> GetAsync(
        OperationWatch watch,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        var readings = await watch.LookAsync(cancellationToken);
        return TypedResults.Ok(
            new OperationAnswer(
                [.. watch.AlarmsOf(readings).Select(alarm => RaisedAlarm.Of(alarm, language))],
                readings,
                [
                    .. readings.Stages.Select(one => new StageInWords(
                        StageWords.Of(one.Stage, language),
                        one.Applications
                    )),
                ]
            )
        );
    }
}

/// <param name="Alarms">The most urgent first; empty when all is well.</param>
public sealed record OperationAnswer(
    ValueList<RaisedAlarm> Alarms,
    Readings Readings,
    ValueList<StageInWords> StagesInWords
);

public sealed record StageInWords(string Stage, int Applications);

/// <param name="Measured">The number that raised it.</param>
public sealed record RaisedAlarm(AlarmCode Code, string Measured, string Title, string Meaning, string Advice)
{
    internal static RaisedAlarm Of(Alarm alarm, Language language) =>
        new(
            alarm.Code,
            alarm.Measured,
            AlarmWords.TitleOf(alarm.Code).In(language),
            AlarmWords.MeaningOf(alarm.Code).In(language),
            AlarmWords.AdviceOf(alarm.Code).In(language)
        );
}
