using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Materials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Access.Providers;

/// <summary>Staff sign in by an OpenID Connect issuer, whose token is exchanged once for a session (DESIGN §6).</summary>
internal static class ProviderSessions
{
    private const string Page = "/staff";

    private const string CallbackPath = "/api/staff/provider-sign-in/callback";

    public static void MapProviderSessions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/staff")
            .RequireAuthorization(Policies.Anyone)
            .RequireRateLimiting(AddressLimits.SignIn)
            .WithTags("session");
        group.MapGet("/sign-in", ChoicesAsync).WithName("StaffSignInChoices");
        group.MapGet("/provider-sign-in", LeaveAsync).WithName("StaffProviderSignIn");
        group.MapGet("/provider-sign-in/callback", ReturnAsync).WithName("StaffProviderCallback");
    }

    private static async Task<Ok<SignInChoices>> ChoicesAsync(
        IdentityProvider provider,
        FirstAdministrator first,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(new SignInChoices(provider.Name, await first.TokenAsync(cancellationToken) is not null));

    /// <summary>Sends the browser to the issuer.</summary>
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> LeaveAsync(
        IdentityProvider provider,
        IOptions<AccessOptions> options,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        provider.Name is null
            ? Problem.Of(ProblemCode.NotFound, context.Language())
            : TypedResults.Redirect(
                await provider.AddressAsync(
                    SignInTrip.Begin(context),
                    RedirectOf(context, options.Value),
                    cancellationToken
                )
            );

    /// <summary>Where the issuer sends it back to: with a session to the staff's page, without one to its sign-in.</summary>
    private static async Task<RedirectHttpResult> ReturnAsync(
        string? code,
        string? state,
        IdentityProvider provider,
        ProvidedAccounts accounts,
        Sessions sessions,
        IOptions<AccessOptions> options,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var redirect = RedirectOf(context, options.Value);
        if (
            provider.Name is not null
            && SignInTrip.End(context, state) is { } trip
            && code is not null
            && await provider.RedeemAsync(trip, code, redirect, cancellationToken) is { } identity
            && await accounts.OfAsync(identity, cancellationToken) is { } account
        )
        {
            await sessions.StartAsync(context, Session.SubjectOfStaff(account.Id), cancellationToken);
            return TypedResults.Redirect(Page);
        }
        return TypedResults.Redirect($"{Page}?problem={WireName.Of(ProblemCode.ProviderSignInFailed)}");
    }

    private static string RedirectOf(HttpContext context, AccessOptions options) =>
        (options.PublicOrigin?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}") + CallbackPath;
}

/// <summary>How staff can sign in here.</summary>
/// <param name="Provider">What to call the identity provider; null when none is configured.</param>
/// <param name="NeedsSetup">There is no administrator yet: the printed link makes the first.</param>
public sealed record SignInChoices(string? Provider, bool NeedsSetup);
