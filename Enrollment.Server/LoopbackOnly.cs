using System.Net;

namespace Enrollment.Server;

/// <summary>Holds a server whose sign-ins lie open (the demo's) to this machine.</summary>
internal static class LoopbackOnly
{
    /// <exception cref="InvalidOperationException">An address that others could reach.</exception>
    public static void Require(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var host = BindingAddress.Parse(url).Host.Trim('[', ']');
            if (host != "localhost" && !(IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
            {
                throw new InvalidOperationException($"The demo listens on this machine only, not on {url}.");
            }
        }
    }
}
