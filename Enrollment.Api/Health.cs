using Enrollment.Api.Access;
using Enrollment.Applications;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api;

/// <summary>Whether the process lives, and whether its store answers.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization(Policies.Anyone).WithTags("health");
        group.MapGet("/health", () => TypedResults.Ok(new HealthAnswer("live"))).WithName("Health");
        group.MapGet("/ready", ReadyAsync).WithName("Ready");
    }

    /// <summary>A store that can't be used answers as a problem, by way of its exception.</summary>
    private static async Task<Ok<HealthAnswer>> ReadyAsync(IApplicationStore store, CancellationToken cancellationToken)
    {
        await store.HighWaterAsync(cancellationToken);
        return TypedResults.Ok(new HealthAnswer("ready"));
    }
}

/// <param name="Status">"live" or "ready".</param>
public sealed record HealthAnswer(string Status);
