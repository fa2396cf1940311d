using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Access;

/// <summary>Holds every endpoint to a policy: a host with one that has none refuses to start.</summary>
public static class EndpointPolicies
{
    /// <summary>
    /// Call it when everything is mapped. A group makes its endpoints anew for everybody who asks, which is most of what a
    /// start costs: those that were looked at here are the ones that are served.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names the endpoints that anybody could reach by oversight.</exception>
    public static void Require(IEndpointRouteBuilder app)
    {
        var endpoints = app.DataSources.SelectMany(source => source.Endpoints).ToList();
        var open = endpoints.Where(endpoint => !HasPolicy(endpoint)).Select(endpoint => endpoint.DisplayName).ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"No policy is set on: {string.Join("; ", open)}");
        }
        app.DataSources.Clear();
        app.DataSources.Add(new DefaultEndpointDataSource(endpoints));
    }

    private static bool HasPolicy(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is not null);
}
