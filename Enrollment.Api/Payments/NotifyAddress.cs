using Enrollment.Api.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Payments;

/// <summary>
/// Where providers notify: the system's public origin. Without one, which only a simulator on this machine allows, the
/// server's own address.
/// </summary>
internal sealed class NotifyAddress(IOptions<AccessOptions> access, IServiceProvider services)
{
    private const string Fallback = "http://localhost";

    public Uri Of(string provider) =>
        new(new Uri(access.Value.PublicOrigin ?? OwnAddress), $"/api/payments/{provider}/notify");

    /// <summary>A provider of the world notifies over TLS only (WeChat), and can't reach what has no name.</summary>
    public static string? FaultOf(AccessOptions access, Uri provider) =>
        provider.IsLoopback || access.PublicOrigin?.StartsWith("https://", StringComparison.Ordinal) == true
            ? null
            : $"{AccessOptions.Section}:{nameof(AccessOptions.PublicOrigin)} must be set, with https, for notifications.";

    private string OwnAddress =>
        services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Fallback;
}
