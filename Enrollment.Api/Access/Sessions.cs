using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Enrollment.Access;
using Enrollment.Applications;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Api.Access;

/// <summary>
/// Opaque sessions (DESIGN §6): a random 256-bit token in a cookie, of which the store knows only the hash; two hours,
/// sliding, and twelve at most; a fresh token at each sign-in.
/// </summary>
public sealed class Sessions(ISessionStore store, ServerClock clock)
{
    /// <summary>Its name on this machine; elsewhere with <see cref="HostPrefix"/> before it.</summary>
    public const string Cookie = "enrollment-session";

    /// <summary>Browsers take such a cookie only over https and from this very host: no neighbouring site can plant one.</summary>
    public const string HostPrefix = "__Host-";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    /// <summary>A working day: then one signs in again, however busy one was (OWASP ASVS 5.0.0, 7.3.2).</summary>
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(12);

    /// <summary>How much of a lifetime may pass before it is written again.</summary>
    private static readonly TimeSpan ExtendEvery = TimeSpan.FromMinutes(1);

    public async Task StartAsync(HttpContext context, string subject, CancellationToken cancellationToken)
    {
        if (TokenOf(context) is { } before)
        {
            await store.EndSessionAsync(HashOf(before), cancellationToken);
        }
        var token = NewToken();
        var now = clock.Now;
        await store.AddSessionAsync(new(HashOf(token), subject, now, now + Lifetime), cancellationToken);
        context.Response.Cookies.Append(NameOf(context), token, CookieOptions(context));
    }

    /// <summary>The session of the request's cookie, extended; null when there is none in force.</summary>
    public async Task<Session?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (TokenOf(context) is not { } token)
        {
            return null;
        }
        var now = clock.Now;
        var session = await store.FindSessionAsync(HashOf(token), now, cancellationToken);
        if (
            session is not null
            && EndOf(session, now) is var end
            && session.ExpiresAt < end
            && session.ExpiresAt <= now + Lifetime - ExtendEvery
        )
        {
            await store.ExtendSessionAsync(session.TokenHash, end, cancellationToken);
        }
        return session;
    }

    private static DateTimeOffset EndOf(Session session, DateTimeOffset now)
    {
        var (sliding, last) = (now + Lifetime, session.StartedAt + LongestLifetime);
        return sliding < last ? sliding : last;
    }

    public async Task EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (TokenOf(context) is { } token)
        {
            await store.EndSessionAsync(HashOf(token), cancellationToken);
            context.Response.Cookies.Delete(NameOf(context), CookieOptions(context));
        }
    }

    /// <summary>256 random bits, for cookies and links.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    internal static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>What the cookie says, true or not.</summary>
    internal static string? TokenOf(HttpContext context) =>
        context.Request.Cookies[NameOf(context)] is { Length: > 0 and < 100 } token ? token : null;

    private static string NameOf(HttpContext context) =>
        IsLocal(context.Request.Host.Host) ? Cookie : HostPrefix + Cookie;

    private static CookieOptions CookieOptions(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            Secure = !IsLocal(context.Request.Host.Host),
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        };

    /// <summary>Browsers keep no Secure cookie of http://127.0.0.1, which is where the embedded host is tried out.</summary>
    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
