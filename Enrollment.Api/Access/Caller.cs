using System.Security.Claims;
using Enrollment.Access;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Api.Access;

/// <summary>Who asks, by their session. A parameter of this type is enough; the policy has said which of the two it is.</summary>
public sealed class Caller
{
    private readonly ClaimsPrincipal _principal;

    private Caller(HttpContext context) => (_principal, Language) = (context.User, context.Language());

    /// <summary>The language of the answer.</summary>
    public Language Language { get; }

    /// <summary>The candidate's own application, the only one that they reach.</summary>
    public ApplicationId Candidate => ApplicationId.Parse(Claim(SessionClaims.Application));

    public Actor.Staff Staff => new(Claim(SessionClaims.Staff), Claim(SessionClaims.Name));

    public ValueList<Role> Roles =>
        [
            .. _principal
                .FindAll(SessionClaims.Role)
                .Select(claim => WireName.TryParse<Role>(claim.Value, out var role) ? role : (Role?)null)
                .OfType<Role>(),
        ];

    public bool IsCandidate => _principal.HasClaim(claim => claim.Type == SessionClaims.Application);

    public bool IsStaff => _principal.HasClaim(claim => claim.Type == SessionClaims.Staff);

    public static Caller Of(HttpContext context) => new(context);

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult<Caller?>(Of(context));

    private string Claim(string type) =>
        _principal.FindFirstValue(type) ?? throw new InvalidOperationException($"The session has no {type}.");
}

/// <summary>What a session's principal carries.</summary>
internal static class SessionClaims
{
    public const string Application = "application";

    public const string Staff = "staff";

    public const string Name = "name";

    public const string Role = "role";
}
