using Enrollment.Access;
using Enrollment.Api.Operation;
using Enrollment.Materials;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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

    /// <summary>运维: the administrator, or whoever comes in by the port on this machine that is set for it.</summary>
    public const string Operator = "operator";

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
        options.AddPolicy(
            Operator,
            policy =>
                policy.RequireAssertion(context =>
                    context.User.HasClaim(SessionClaims.Role, WireName.Of(Role.Admin))
                    || context.Resource is HttpContext http && IsByMetricsPort(http)
                )
        );
    }

    /// <summary>A proxy forwards to another port, so that no header makes a caller from outside look like this.</summary>
    private static bool IsByMetricsPort(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<OperationOptions>>().Value.MetricsPort is { } port
        && http.Connection.LocalPort == port;
}
