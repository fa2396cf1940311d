using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

using Answer = Results<Ok<DeskApplication>, NotFound, ProblemHttpResult>;

/// <summary>The eleven rows, whether they pass, and what is given back (R12).</summary>
internal static class OriginalsEndpoints
{
    public static void MapOriginals(this IEndpointRouteBuilder one)
    {
        one.MapPut("/originals", CheckAsync).WithName("DeskCheckOriginals");
        one.MapPost("/originals/{item}/return", GiveBackAsync).WithName("DeskGiveBackOriginal");
        one.MapPost("/verification", VerifyAsync).WithName("DeskVerify");
        one.MapDelete("/verification", TakeBackAsync).WithName("DeskTakeBackVerification");
        one.MapPost("/rejection", RejectAsync).WithName("DeskReject");
    }

    private static Task<Answer> CheckAsync(
        ApplicationId id,
        OriginalsRequest body,
        [AsParameters] StaffCommands staff
    ) => staff.DoAsync(id, new Command.CheckOriginals(body.Checks), DeskEndpoints.Show);

    private static async Task<Answer> GiveBackAsync(
        ApplicationId id,
        string item,
        GiveBackRequest body,
        [AsParameters] StaffCommands staff
    ) =>
        WireName.TryParse<OriginalItem>(item, out var original)
            ? await staff.DoAsync(id, new Command.GiveBackOriginal(original, body.ReturnedTo), DeskEndpoints.Show)
            : TypedResults.NotFound();

    private static Task<Answer> VerifyAsync(ApplicationId id, [AsParameters] StaffCommands staff) =>
        staff.DoAsync(id, new Command.VerifyOriginals(), DeskEndpoints.Show);

    /// <param name="reason">Why it is taken back; in the address, because a DELETE has no body.</param>
    private static Task<Answer> TakeBackAsync(
        ApplicationId id,
        [FromQuery] string? reason,
        [AsParameters] StaffCommands staff
    ) => staff.DoAsync(id, new Command.TakeBackVerification(reason ?? ""), DeskEndpoints.Show);

    /// <summary>现场不通过: what lies on the desk is not what was approved.</summary>
    private static Task<Answer> RejectAsync(ApplicationId id, ReasonRequest body, [AsParameters] StaffCommands staff) =>
        staff.DoAsync(id, new Command.Reject(body.Reason), DeskEndpoints.Show);
}

public sealed record OriginalsRequest(ValueList<OriginalCheck> Checks);

/// <param name="ReturnedTo">Who took it.</param>
public sealed record GiveBackRequest(string ReturnedTo);
