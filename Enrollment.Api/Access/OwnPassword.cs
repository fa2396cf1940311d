using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Access;

/// <summary>Staff change their own password: the one that an administrator has read out is nobody's secret.</summary>
internal static class OwnPassword
{
    public static void MapOwnPassword(this IEndpointRouteBuilder api) =>
        api.MapPut("/staff/password", ChangeAsync)
            .RequireAuthorization(Policies.Staff)
            .RequireRateLimiting(AddressLimits.SignIn)
            .WithTags("session")
            .WithName("StaffChangePassword");

    /// <summary>Every session of the account ends, but for a new one of whoever changed it.</summary>
    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> ChangeAsync(
        PasswordChangeRequest body,
        Caller caller,
        IStaffStore store,
        ISessionStore sessionStore,
        IJournal journal,
        ServerClock clock,
        StaffPasswords passwords,
        Sessions sessions,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (!StaffPasswords.IsAllowed(body.New))
        {
            return Problem.BadValue("new", StaffSessions.PasswordLength.In(caller.Language), caller.Language);
        }
        var known = await store.FindAsync(caller.Staff.Id, cancellationToken);
        if (
            known is null
            || await passwords.CheckAsync(known.UserName, body.Current, cancellationToken) is not { } account
        )
        {
            return Problem.Of(ProblemCode.WrongPassword, caller.Language);
        }
        await journal.AppendAsync(
            new(clock.Now, caller.Staff, JournalAct.StaffAccountChanged, account.UserName, "own password"),
            cancellationToken
        );
        account = account with { PasswordHash = passwords.Hash(account, body.New) };
        await store.SaveAsync(account, cancellationToken);
        var subject = Session.SubjectOfStaff(account.Id);
        await sessionStore.EndSessionsOfAsync(subject, cancellationToken);
        await sessions.StartAsync(context, subject, cancellationToken);
        return TypedResults.Ok(SessionAnswer.OfStaff(account));
    }
}

public sealed record PasswordChangeRequest(string Current, string New);
