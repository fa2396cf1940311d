using Enrollment.Api;
using Enrollment.Api.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Functions.Web;

/// <summary>The API's own ASP.NET Core pipeline, as the embedded host has it, for the one trigger that takes requests.</summary>
public sealed class ApiPipeline(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> _pipeline = new(() => Build(services));

    /// <exception cref="InvalidOperationException">An endpoint has no policy.</exception>
    public void Prepare() => _ = _pipeline.Value;

    public Task RunAsync(HttpContext context)
    {
        // The worker routed the request to the trigger already: here it is routed once more, to its endpoint.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return _pipeline.Value(context);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseEnrollmentApi();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapEnrollmentApi();
            EndpointPolicies.Require(endpoints);
        });
        return app.Build();
    }
}
