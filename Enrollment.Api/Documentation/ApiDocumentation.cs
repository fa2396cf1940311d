using Enrollment.Api.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace Enrollment.Api.Documentation;

/// <summary>The OpenAPI document at <c>/api/openapi.json</c> and its reference page at <c>/api/docs</c>, both without the internet.</summary>
internal static class ApiDocumentation
{
    public static void AddApiDocumentation(this IServiceCollection services) =>
        services.AddOpenApi(ApiSchemas.Configure);

    public static void MapApiDocumentation(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization(Policies.Anyone).ExcludeFromDescription();
        group.MapOpenApi("/openapi.json");
        group.MapScalarApiReference(
            "/docs",
            options =>
                options
                    .WithTitle("Enrollment API")
                    .WithOpenApiRoutePattern("/api/openapi.json")
                    .DisableDefaultFonts()
                    .DisableTelemetry()
        );
    }
}
