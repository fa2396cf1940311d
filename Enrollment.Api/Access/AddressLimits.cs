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
/// Limits by address and session, in memory, so that a flood from one costs the others nothing. Limits by phone and
/// account are the store's (R1). A request from this machine is a reverse proxy's that forwards no addresses, or the
/// operator's: everybody behind it would share one limit.
/// </summary>
internal static class AddressLimits
{
    /// <summary>Uploads that one session has under way at once; more wait.</summary>
    public const string Uploads = "uploads";

    public const string SignIn = "sign-in";

    /// <summary>Notifications of providers: far more than they send, far fewer than a flood.</summary>
    public const string Notices = "notices";

    private const int NoticesPerMinute = 600;

    /// <summary>As many as a browser sends at once.</summary>
    private const int UploadsAtOnce = 6;

    private const int UploadsWaiting = 24;

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
        options.AddPolicy(SignIn, context => PartitionOf(context, OptionsOf(context).SignInsPerMinute));
        options.AddPolicy(Notices, context => PartitionOf(context, NoticesPerMinute));
        options.AddPolicy(
            Uploads,
            context =>
                RateLimitPartition.GetConcurrencyLimiter(
                    Sessions.TokenOf(context) ?? "",
                    _ => new ConcurrencyLimiterOptions { PermitLimit = UploadsAtOnce, QueueLimit = UploadsWaiting }
                )
        );
        // The address first: who makes up sessions is stopped there.
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                IsOfThisMachine(context, out var address)
                    ? RateLimitPartition.GetNoLimiter("this machine")
                    : BucketOf(NetworkOf(address), OptionsOf(context).RequestsPerSecondOfAnAddress)
            ),
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                IsOfThisMachine(context, out _) || Sessions.TokenOf(context) is not { } token
                    ? RateLimitPartition.GetNoLimiter("no session")
                    : BucketOf(token, OptionsOf(context).RequestsPerSecondOfASession)
            )
        );
    }

    private static AccessOptions OptionsOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;

    /// <summary>A page asks for much at once and then for little: ten seconds' worth may come together.</summary>
    private static RateLimitPartition<string> BucketOf(string key, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(
            key,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 10 * perSecond,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }
        );

    private static bool IsOfThisMachine(HttpContext context, out IPAddress address)
    {
        address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return IPAddress.IsLoopback(address);
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, int limit)
    {
        if (IsOfThisMachine(context, out var address))
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
