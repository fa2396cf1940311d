using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Enrollment.Server;

/// <summary>
/// Behind a reverse proxy the connection's address is the proxy's, and its scheme http. What the proxy says of the caller is
/// believed only of the proxies that are named (<c>Server:TrustedProxies</c>): anybody can send such headers.
/// </summary>
internal static class TrustedProxies
{
    /// <exception cref="ValidationException">An entry is neither an address nor a network.</exception>
    public static void UseTrustedProxies(this IApplicationBuilder app, IReadOnlyList<string> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions
        {
            // Not the host: a proxy that does not set it would hand on what the caller wrote there.
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new ValidationException(
                    $"Server:TrustedProxies: {proxy} is neither an address nor a network such as 10.0.0.0/8."
                );
            }
        }
        app.UseForwardedHeaders(options);
    }
}
