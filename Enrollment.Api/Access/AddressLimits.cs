using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Enrollment.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Access;

/// <summary>
/// Limits on sign-ins by address, in memory. Limits by phone and account are the store's (R1). A request from this
/// machine is a reverse proxy's that forwards no addresses, or the operator's: everybody behind it would share one limit.
/// </summary>
internal static class AddressLimits
{
    public const string SignIn = "sign-in";

    /// <summary>Notifications of providers: far more than they send, far fewer than a flood.</summary>
    public const string Notices = "notices";

    private const int NoticesPerMinute = 600;

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = static async (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                    CultureInfo.InvariantCulture
                );
            }
            await Problem.WriteAsync(rejected.HttpContext, ProblemCode.TooManyRequests);
        };
        options.AddPolicy(
            SignIn,
            context =>
                PartitionOf(
                    context,
                    context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.SignInsPerMinute
                )
        );
        options.AddPolicy(Notices, context => PartitionOf(context, NoticesPerMinute));
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, int limit)
    {
        if (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        {
            return RateLimitPartition.GetNoLimiter("this machine");
        }
        return RateLimitPartition.GetFixedWindowLimiter(
            NetworkOf(address),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) }
        );
    }

    /// <summary>An IPv6 subscriber has a whole /64.</summary>
    private static string NetworkOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
