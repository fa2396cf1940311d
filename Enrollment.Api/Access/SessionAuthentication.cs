using System.Security.Claims;
using System.Text.Encodings.Web;
using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Materials;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Access;

/// <summary>Turns the session's cookie into a principal. Roles are read from the account each time: one taken away is gone at once.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessions sessions,
    IStaffStore staff
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    private const string OfCandidate = "candidate:";

    private const string OfStaff = "staff:";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var session = await sessions.FindAsync(Context, Context.RequestAborted);
        var claims = session?.Subject switch
        {
            null => null,
            var subject when subject.StartsWith(OfCandidate, StringComparison.Ordinal) => Candidate(
                subject[OfCandidate.Length..]
            ),
            var subject when subject.StartsWith(OfStaff, StringComparison.Ordinal) => await StaffAsync(
                subject[OfStaff.Length..]
            ),
            _ => null,
        };
        return claims is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problem.WriteAsync(Context, ProblemCode.NotSignedIn);

    /// <summary>A candidate gets 404 for whatever is not theirs.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problem.WriteAsync(Context, Caller.Of(Context).IsCandidate ? ProblemCode.NotFound : ProblemCode.NotPermitted);

    private static List<Claim> Candidate(string application) => [new(SessionClaims.Application, application)];

    private async Task<List<Claim>?> StaffAsync(string id) =>
        await staff.FindAsync(id, Context.RequestAborted) is { IsDisabled: false } account
            ?
            [
                new(SessionClaims.Staff, account.Id),
                new(SessionClaims.Name, account.Name),
                .. account.Roles.Select(role => new Claim(SessionClaims.Role, WireName.Of(role))),
            ]
            : null;
}
