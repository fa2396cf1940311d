using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Enrollment.Api.Access;

/// <summary>Candidates sign in with their phone and a code that is sent to it (R1); who am I, and signing out.</summary>
public static partial class CandidateSessions
{
    public static void MapCandidateSessions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").RequireAuthorization(Policies.Anyone).WithTags("session");
        group.MapPost("/code", SendCodeAsync).RequireRateLimiting(AddressLimits.SignIn).WithName("SendSignInCode");
        group.MapPost("", SignInAsync).RequireRateLimiting(AddressLimits.SignIn).WithName("SignIn");
        group.MapGet("", WhoAmI).WithName("WhoAmI");
        group.MapDelete("", SignOutAsync).WithName("SignOut");
    }

    /// <summary>The same answer, limits and writing whether the phone is known or not.</summary>
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
        await texts.SendAsync(phone, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static readonly Words PhoneMalformed = new("请填写11位手机号。", "Please enter a mainland mobile number.");

    /// <summary>The sign-in is evidence that the confirmation text was received (R2), so it counts as appearing.</summary>
    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> SignInAsync(
        SignInRequest request,
        SignInCodes codes,
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
            || await commands.HandleAsync(id, new Command.Appear(), new Actor.Candidate(), cancellationToken)
                is not Handled.Done done
        )
        {
            return Problem.Of(ProblemCode.SignInFailed, context.Language());
        }
        await sessions.StartAsync(context, Session.SubjectOf(id), cancellationToken);
        return TypedResults.Ok(SessionAnswer.OfCandidate(done.After.Application));
    }

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

/// <summary>Sends sign-in codes by text message.</summary>
internal sealed partial class SignInTexts(
    ISeasonStore seasons,
    IApplicationIndex index,
    SignInCodes codes,
    TextSender sender,
    ServerClock clock,
    ILogger<SignInTexts> logger
)
{
    public async Task SendAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        var season = await seasons.CurrentAsync(cancellationToken);
        var known = season is null ? null : await index.FindByPhoneAsync(season.Id, phone, cancellationToken);
        // For an unknown phone a code is kept that nobody gets and that leads nowhere: the store has the same work.
        var code = await codes.IssueAsync(known ?? ApplicationId.New(clock.Now), phone, cancellationToken);
        if (season is null || known is not { } application)
        {
            return;
        }
        try
        {
            var draft = new TextDraft(
                Guid.NewGuid().ToString("N"),
                TextTemplate.SignInCode,
                [new("code", code)],
                clock.Now
            );
            await sender.SendAsync(season, application, phone, draft, cancellationToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException or IOException)
        {
            // The answer stays the same; the message stands unfinished in the staff's list.
            LogNotSent(logger, fault.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in code could not be handed over ({Fault})")]
    private static partial void LogNotSent(ILogger logger, string fault);
}

public sealed record CodeRequest(string Phone);

public sealed record SignInRequest(string Phone, string Code);
