using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Candidates;

/// <summary>The candidate's own application: the page, consents, submission, withdrawal, timeline.</summary>
public static class ApplicationEndpoints
{
    public static void MapApplication(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/application").RequireAuthorization(Policies.Candidate).WithTags("application");
        group.MapGet("", GetAsync).WithName("Application");
        group.MapPost("/consents", ConsentAsync).WithName("GiveConsents");
        group.MapPost("/submission", SubmitAsync).WithName("Submit");
        group.MapPost("/withdrawal", WithdrawAsync).WithName("Withdraw");
        group.MapGet("/timeline", TimelineAsync).WithName("Timeline");
        group.MapForm();
        group.MapMaterials();
        group.MapDocuments();
        group.MapOwnData();
    }

    /// <summary>Opening the page is evidence that the text was received, for those who are waited for (R2, R10).</summary>
    private static async Task<Results<Ok<CandidatePage>, NotFound, ProblemHttpResult>> GetAsync(
        OwnApplication own,
        Caller caller,
        HttpContext context
    )
    {
        var answer = await own.DoAsync(caller, new Command.Appear(), context.RequestAborted);
        if (answer.Result is Ok<CandidatePage> { Value: { } page })
        {
            context.Response.Headers.ETag = FormEndpoints.ETagOf(page.Form.Revision);
        }
        return answer;
    }

    private static Task<Results<Ok<CandidatePage>, NotFound, ProblemHttpResult>> ConsentAsync(
        ConsentRequest request,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    ) => own.DoAsync(caller, new Command.GiveConsent(request.Kinds), cancellationToken);

    private static async Task<Results<Ok<CandidatePage>, NotFound, ProblemHttpResult>> SubmitAsync(
        SubmissionRequest request,
        OwnApplication own,
        ImageUploads uploads,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        await uploads.FinishAsync(caller.Candidate, cancellationToken);
        return await own.DoAsync(caller, new Command.Submit(request.Commitment), cancellationToken);
    }

    private static Task<Results<Ok<CandidatePage>, NotFound, ProblemHttpResult>> WithdrawAsync(
        WithdrawalRequest request,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    ) => own.DoAsync(caller, new Command.Withdraw(request.Reason), cancellationToken);

    /// <summary>What happened, oldest first; what the office does among itself is not part of it.</summary>
    private static async Task<Ok<ValueList<TimelineEntry>>> TimelineAsync(
        IApplicationStore store,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var events = await store.ReadEventsAsync(caller.Candidate, cancellationToken);
        return TypedResults.Ok(
            events
                .Where(one => !IsInternal(one.Event))
                .Select(one => TimelineEntry.Of(one, caller.Language))
                .ToValueList()
        );
    }

    internal static bool IsInternal(Event happened) =>
        happened is Event.NoteAdded or Event.Claimed or Event.Released or Event.Marked or Event.VerifiedOnline;
}

public sealed record ConsentRequest(ValueList<ConsentKind> Kinds);

/// <param name="Commitment">承诺 is ticked.</param>
public sealed record SubmissionRequest(bool Commitment);

public sealed record WithdrawalRequest(string Reason);

/// <param name="By">考生, 工作人员 or 系统: candidates read no names of staff.</param>
public sealed record TimelineEntry(DateTimeOffset At, string By, string Words)
{
    internal static TimelineEntry Of(Happened happened, Language language) =>
        new(happened.At, ActorOf(happened.By).In(language), EventWords.Of(happened, language));

    private static Words ActorOf(Actor actor) =>
        actor switch
        {
            Actor.Candidate => new("考生", "candidate"),
            Actor.Staff => new("工作人员", "staff"),
            _ => new("系统", "system"),
        };
}
