using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Tests.Http;

/// <summary>Puts something before or behind what the host does with a request.</summary>
internal static class Interference
{
    /// <summary>Says which machine a request comes from, with <see cref="AddFarAway"/>.</summary>
    public const string Address = "X-Test-Address";

    /// <summary>Makes every request come from another machine.</summary>
    public static void AddFarAway(this IServiceCollection services) =>
        services.AddSingleton<IStartupFilter>(
            new Filter(context =>
                context.Connection.RemoteIpAddress = IPAddress.Parse(
                    context.Request.Headers[Address] is [{ } address] ? address : "203.0.113.7"
                )
            )
        );

    private sealed class Filter(Action<HttpContext> act) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        act(context);
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
