using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Operation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Access;

/// <summary>Staff sign in with user name and password; the printed link makes the first administrator (DESIGN §6).</summary>
public static class StaffSessions
{
    private const string Staff = "staff";

    public static void MapStaffSessions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/staff")
            .RequireAuthorization(Policies.Anyone)
            .RequireRateLimiting(AddressLimits.SignIn)
            .WithTags("session");
        group.MapPost("/session", SignInAsync).WithName("StaffSignIn");
        group.MapPost("/setup", SetUpAsync).WithName("StaffSetUp");
    }

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> SignInAsync(
        StaffSignInRequest request,
        StaffPasswords passwords,
        Sessions sessions,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        if (await passwords.CheckAsync(request.UserName, request.Password, cancellationToken) is not { } account)
        {
            Telemetry.SignedIn(Staff, isDone: false);
            return Problem.Of(ProblemCode.SignInFailed, context.Language());
        }
        Telemetry.SignedIn(Staff, isDone: true);
        await sessions.StartAsync(context, Session.SubjectOfStaff(account.Id), cancellationToken);
        return TypedResults.Ok(SessionAnswer.OfStaff(account));
    }

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> SetUpAsync(
        StaffSetUpRequest request,
        FirstAdministrator first,
        Sessions sessions,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var language = context.Language();
        if (StaffPasswords.Normalised(request.UserName).Length is 0 or > 50)
        {
            return Problem.BadValue("userName", UserNameLength.In(language), language);
        }
        if (request.Name.Trim().Length is 0 or > 50)
        {
            return Problem.BadValue("name", NameLength.In(language), language);
        }
        if (!StaffPasswords.IsAllowed(request.Password))
        {
            return Problem.BadValue("password", PasswordLength.In(language), language);
        }
        var account = await first.CreateAsync(
            request.Token,
            request.UserName,
            request.Name,
            request.Password,
            cancellationToken
        );
        if (account is null)
        {
            return Problem.Of(ProblemCode.SetupClosed, language);
        }
        await sessions.StartAsync(context, Session.SubjectOfStaff(account.Id), cancellationToken);
        return TypedResults.Ok(SessionAnswer.OfStaff(account));
    }

    private static readonly Words UserNameLength = new("用户名须为1至50个字符。", "1 to 50 characters.");

    private static readonly Words NameLength = new("姓名须为1至50个字符。", "1 to 50 characters.");

    /// <summary>Public for those who set passwords elsewhere.</summary>
    public static readonly Words PasswordLength = new(
        $"密码须为{StaffPasswords.MinLength}至{StaffPasswords.MaxLength}个字符。",
        $"{StaffPasswords.MinLength} to {StaffPasswords.MaxLength} characters."
    );
}

public sealed record StaffSignInRequest(string UserName, string Password);

public sealed record StaffSetUpRequest(string Token, string UserName, string Name, string Password);
