using Enrollment.Tests.Builders;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Tests.Http;

[Collection(StaffApiTests.Name)]
public sealed class StaffRolesTests(StaffHost host)
{
    [Fact]
    public async Task Each_group_is_for_its_role_and_nobody_else()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var callers = new (string Prefix, StaffClient Allowed)[]
        {
            ("/api/review", await api.AsAsync(Somebody.Reviewer)),
            ("/api/desk", await api.AsAsync(Somebody.Clerk)),
            ("/api/admin", await api.AsAsync(StaffApi.Administrator)),
        };
        var endpoints = api.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint =>
                (
                    Path: Filled(endpoint),
                    Method: new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET")
                )
            )
            .ToList();

        foreach (var (prefix, _) in callers)
        {
            var own = endpoints.FindAll(endpoint => endpoint.Path.StartsWith(prefix, StringComparison.Ordinal));
            Assert.NotEmpty(own);
            foreach (var (path, method) in own)
            {
                Assert.Equal("not-signed-in", await api.AsNobody().RefusedAsync(method, path));
                Assert.Equal("not-found", await (await api.AsCandidateAsync()).RefusedAsync(method, path));
                // 对账 is the administrator's as well.
                var isShared = path.StartsWith("/api/desk/reconciliation", StringComparison.Ordinal);
                foreach (
                    var (_, other) in callers.Where(caller =>
                        caller.Prefix != prefix && !(isShared && caller.Prefix == "/api/admin")
                    )
                )
                {
                    Assert.Equal("not-permitted", await other.RefusedAsync(method, path));
                }
            }
        }
    }

    private static string Filled(RouteEndpoint endpoint) =>
        "/"
        + string.Concat(
            endpoint.RoutePattern.PathSegments.Select(
                (segment, i) =>
                    (i > 0 ? "/" : "")
                    + string.Concat(
                        segment.Parts.Select(part =>
                            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal
                                ? literal.Content
                            : part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator
                                ? separator.Content
                            : StaffClient.One
                        )
                    )
            )
        );
}
