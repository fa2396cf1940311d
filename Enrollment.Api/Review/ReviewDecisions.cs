using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Review;

/// <summary>What a reviewer does with an application (R9, R10); each act answers with what it is then.</summary>
internal static class ReviewDecisions
{
    public static void MapReviewDecisions(this IEndpointRouteBuilder one)
    {
        one.MapPut(
                "/claim",
                (ApplicationId id, [AsParameters] StaffCommands staff) => Do(id, new Command.ClaimReview(), staff)
            )
            .WithName("ReviewClaim");
        one.MapDelete(
                "/claim",
                (ApplicationId id, [AsParameters] StaffCommands staff) => Do(id, new Command.ReleaseReview(), staff)
            )
            .WithName("ReviewRelease");
        one.MapPut(
                "/marks",
                (ApplicationId id, MarksRequest body, [AsParameters] StaffCommands staff) =>
                    Do(id, new Command.MarkParts(body.Marks), staff)
            )
            .WithName("ReviewMark");
        one.MapPost(
                "/notes",
                (ApplicationId id, NoteRequest body, [AsParameters] StaffCommands staff) =>
                    Do(id, new Command.AddNote(body.Text), staff)
            )
            .WithName("ReviewNote");
        one.MapPut(
                "/online-verification",
                (ApplicationId id, OnlineVerification body, [AsParameters] StaffCommands staff) =>
                    Do(id, new Command.RecordOnlineVerification(body), staff)
            )
            .WithName("ReviewVerifyOnline");
        one.MapPost(
                "/images/{image}/override",
                (ApplicationId id, ImageId image, OverrideRequest body, [AsParameters] StaffCommands staff) =>
                    Do(id, new Command.OverruleFinding(image, body.Code, body.Reason), staff)
            )
            .WithName("ReviewOverrule");
        one.MapPost(
                "/approval",
                (ApplicationId id, [AsParameters] StaffCommands staff) => Do(id, new Command.Approve(), staff)
            )
            .WithName("ReviewApprove");
        one.MapPost(
                "/return",
                (ApplicationId id, OptionalReasonRequest body, [AsParameters] StaffCommands staff) =>
                    Do(id, new Command.Return(body.Reason), staff)
            )
            .WithName("ReviewReturn");
        one.MapPost(
                "/rejection",
                (ApplicationId id, ReasonRequest body, [AsParameters] StaffCommands staff) =>
                    Do(id, new Command.Reject(body.Reason), staff)
            )
            .WithName("ReviewReject");
    }

    private static Task<Results<Ok<ReviewedApplication>, NotFound, ProblemHttpResult>> Do(
        ApplicationId id,
        Command command,
        StaffCommands staff
    ) => staff.DoAsync(id, command, Show);

    private static ReviewedApplication Show(Season season, Application application, StaffCommands staff) =>
        ReviewedApplication.Of(season, application, staff.By, staff.Clock.Now, staff.Language);
}

public sealed record MarksRequest(ValueList<Mark> Marks);

public sealed record NoteRequest(string Text);

public sealed record OverrideRequest(FindingCode Code, string Reason);
