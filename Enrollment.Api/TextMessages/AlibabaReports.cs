using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Enrollment.Api.Access;
using Enrollment.Collections;
using Enrollment.TextMessages;
using Enrollment.TextMessages.Alibaba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Api.TextMessages;

/// <summary>
/// Delivery reports (SmsReport) as Alibaba Cloud SMS pushes them: not signed, so that a secret in the address guards them
/// (R15). Anything but code 0 has them sent again.
/// </summary>
internal static class AlibabaReports
{
    public static void MapTextReports(this IEndpointRouteBuilder api) =>
        api.MapPost("/text-messages/reports/alibaba/{key}", ReceiveAsync)
            .RequireAuthorization(Policies.Anyone)
            .RequireRateLimiting(AddressLimits.Notices)
            .WithMetadata(new CalledByProviders())
            // Its form is the service's, and its address a secret: no part of what clients are told.
            .ExcludeFromDescription();

    private static async Task<Results<Ok<ReportAnswer>, NotFound>> ReceiveAsync(
        string key,
        ValueList<AlibabaReport> reports,
        IServiceProvider services,
        TextReports log
    )
    {
        if (services.GetService<AlibabaSmsOptions>()?.ReportKey is not { } expected || !IsSame(key, expected))
        {
            return TypedResults.NotFound();
        }
        foreach (var report in reports)
        {
            // One that is not ours is taken all the same: telling it again changes nothing.
            await log.ApplyAsync(
                report.BizId,
                report.Success ? TextState.Delivered : TextState.Failed,
                report.Success ? null : report.ErrCode,
                CancellationToken.None
            );
        }
        return TypedResults.Ok(new ReportAnswer(0, "成功"));
    }

    private static bool IsSame(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)),
            SHA256.HashData(Encoding.UTF8.GetBytes(expected))
        );
}

/// <remarks>It tells more than is needed here, and may tell more still one day.</remarks>
/// <param name="BizId">What the gateway called the message when it took it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record AlibabaReport(
    [property: JsonPropertyName("biz_id")] string BizId,
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("err_code")] string? ErrCode = null
);

/// <summary>What the service wants to hear.</summary>
internal sealed record ReportAnswer(int Code, string Msg);
