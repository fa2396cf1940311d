using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Retention;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>保存期满的个人信息 (R16): who would be deleted, and the deletion, which the administrator confirms by that number.</summary>
internal static class RetentionEndpoints
{
    /// <summary>What one request deletes at most: it answers in time on any store, and the page asks again.</summary>
    private const int AtOnce = 100;

    public static void MapRetention(this IEndpointRouteBuilder admin) =>
        admin.MapPost("/retention", EraseAsync).WithName("AdminRetention");

    private static async Task<Results<Ok<RetentionAnswer>, ProblemHttpResult>> EraseAsync(
        bool dryRun,
        RetentionRequest body,
        RetentionJob job,
        [AsParameters] StaffCommands staff
    )
    {
        var report = await job.LookAsync(staff.Aborted);
        if (dryRun)
        {
            return TypedResults.Ok(new RetentionAnswer(true, 0, report));
        }
        if (body.Expected != report.Due)
        {
            return Problem.BadValue("expected", NotTheNumber(report.Due).In(staff.Language), staff.Language);
        }
        var erased = await job.EraseAsync(staff.By, AtOnce, staff.Aborted);
        return TypedResults.Ok(new RetentionAnswer(false, erased, await job.LookAsync(staff.Aborted)));
    }

    private static Words NotTheNumber(int due) =>
        new(
            $"现在应删除的是{due}人，与您确认的人数不同，请重新查看。",
            $"{due} are due now, not the number that you confirmed."
        );
}

/// <param name="Expected">How many the administrator was shown and agrees to; of no matter for a dry run.</param>
public sealed record RetentionRequest(int Expected);

/// <param name="Erased">How many this request deleted; those that are left stand in the report.</param>
public sealed record RetentionAnswer(bool IsDryRun, int Erased, RetentionReport Report);
