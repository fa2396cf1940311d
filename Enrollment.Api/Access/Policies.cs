using Enrollment.Access;
using Enrollment.Materials;
using Microsoft.AspNetCore.Authorization;

namespace Enrollment.Api.Access;

/// <summary>Who an endpoint is for. Every endpoint names one of these (<see cref="EndpointPolicies"/>).</summary>
public static class Policies
{
    public const string Anyone = "anyone";

    /// <summary>考生, for their own application only.</summary>
    public const string Candidate = "candidate";

    /// <summary>Any role.</summary>
    public const string Staff = "staff";

    /// <summary>审核员</summary>
    public const string Reviewer = "reviewer";

    /// <summary>现场工作人员</summary>
    public const string Desk = "desk";

    /// <summary>管理员</summary>
    public const string Admin = "admin";

    /// <summary>对账: the desk, and the administrator who answers for it.</summary>
    public const string Money = "money";

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Anyone, policy => policy.RequireAssertion(_ => true));
        options.AddPolicy(Candidate, policy => policy.RequireClaim(SessionClaims.Application));
        options.AddPolicy(Staff, policy => policy.RequireClaim(SessionClaims.Role));
        options.AddPolicy(Reviewer, policy => policy.RequireClaim(SessionClaims.Role, WireName.Of(Role.Reviewer)));
        options.AddPolicy(Desk, policy => policy.RequireClaim(SessionClaims.Role, WireName.Of(Role.Desk)));
        options.AddPolicy(Admin, policy => policy.RequireClaim(SessionClaims.Role, WireName.Of(Role.Admin)));
        options.AddPolicy(
            Money,
            policy => policy.RequireClaim(SessionClaims.Role, WireName.Of(Role.Desk), WireName.Of(Role.Admin))
        );
    }
}
