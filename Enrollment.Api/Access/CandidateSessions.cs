using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Operation;
using Enrollment.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Access;

/// <summary>Candidates sign in with their phone and a code that is sent to it (R1); who am I, and signing out.</summary>
public static class CandidateSessions
{
    private const string Candidate = "candidate";

    public static void MapCandidateSessions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").RequireAuthorization(Policies.Anyone).WithTags("session");
        group.MapPost("/code", SendCodeAsync).RequireRateLimiting(AddressLimits.SignIn).WithName("SendSignInCode");
        group.MapPost("", SignInAsync).RequireRateLimiting(AddressLimits.SignIn).WithName("SignIn");
        group.MapGet("", WhoAmI).WithName("WhoAmI");
        group.MapDelete("", SignOutAsync).WithName("SignOut");
    }

    /// <summary>
    /// The same answer, limits and work whether the phone is known or not: which of them it is is looked up after the
    /// answer (<see cref="SignInTexts"/>).
    /// </summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> SendCodeAsync(
        CodeRequest request,
        ISessionStore sessions,
        SignInTexts texts,
        ServerClock clock,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var language = context.Language();
        if (!PhoneNumber.TryParse(request.Phone, null, out var phone))
        {
            return Problem.BadValue("phone", PhoneMalformed.In(language), language);
        }
        switch (await sessions.GrantCodeAsync(phone.Value, clock.Now, cancellationToken))
        {
            case CodeGrant.TooSoon:
                return Problem.Of(ProblemCode.CodeTooSoon, language);
            case CodeGrant.TooMany:
                return Problem.Of(ProblemCode.CodeTooMany, language);
            case CodeGrant.Granted:
                break;
        }
        texts.Send(phone);
        return TypedResults.Accepted((string?)null);
    }

    private static readonly Words PhoneMalformed = new("请填写11位手机号。", "Please enter a mainland mobile number.");

    /// <summary>The sign-in is evidence that the confirmation text was received (R2), so it counts as appearing.</summary>
    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> SignInAsync(
        SignInRequest request,
        SignInCodes codes,
        IApplicationStore store,
        CommandHandler commands,
        Sessions sessions,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var isRight =
            PhoneNumber.TryParse(request.Phone, null, out var phone)
            && request.Code.Length <= 16
            && await codes.TryAsync(phone, request.Code.Trim(), cancellationToken) is CodeTry.Right right
                ? right.Application
                : (ApplicationId?)null;
        if (
            isRight is not { } id
            || !await IsStillTheirsAsync(store, id, phone!, cancellationToken)
            || await commands.HandleAsync(id, new Command.Appear(), new Actor.Candidate(), cancellationToken)
                is not Handled.Done done
        )
        {
            Telemetry.SignedIn(Candidate, isDone: false);
            return Problem.Of(ProblemCode.SignInFailed, context.Language());
        }
        Telemetry.SignedIn(Candidate, isDone: true);
        await sessions.StartAsync(context, Session.SubjectOf(id), cancellationToken);
        return TypedResults.Ok(SessionAnswer.OfCandidate(done.After.Application));
    }

    /// <summary>A code that went to a wrong number dies with the correction of the number.</summary>
    private static async Task<bool> IsStillTheirsAsync(
        IApplicationStore store,
        ApplicationId id,
        PhoneNumber phone,
        CancellationToken cancellationToken
    ) => await store.FindAsync(id, cancellationToken) is { Application.Account: { } account } && account.Phone == phone;

    /// <summary>Nobody is an answer too (204): every page asks this first.</summary>
    private static async Task<Results<Ok<SessionAnswer>, NoContent>> WhoAmI(
        Caller caller,
        IApplicationStore store,
        CancellationToken cancellationToken
    )
    {
        if (caller.IsStaff)
        {
            return TypedResults.Ok(SessionAnswer.OfStaff(caller));
        }
        return caller.IsCandidate && await store.FindAsync(caller.Candidate, cancellationToken) is { } stored
            ? TypedResults.Ok(SessionAnswer.OfCandidate(stored.Application))
            : TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutAsync(
        Sessions sessions,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        await sessions.EndAsync(context, cancellationToken);
        return TypedResults.NoContent();
    }
}

public sealed record CodeRequest(string Phone);

public sealed record SignInRequest(string Phone, string Code);
