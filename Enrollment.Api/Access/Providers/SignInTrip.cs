using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Enrollment.Api.Access.Providers;

/// <summary>
/// What a browser takes along to the issuer and must bring back: kept in a cookie of its own for ten minutes, read once.
/// </summary>
/// <param name="State">Comes back in the address: the answer is to this browser's question.</param>
/// <param name="Nonce">Comes back in the token.</param>
/// <param name="Verifier">Proves to the issuer that who asked is who redeems (PKCE).</param>
internal sealed record SignInTrip(string State, string Nonce, string Verifier)
{
    private const string Cookie = "enrollment-provider";

    private const string Path = "/api/staff";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static SignInTrip Begin(HttpContext context)
    {
        var trip = new SignInTrip(Sessions.NewToken(), Sessions.NewToken(), Sessions.NewToken());
        context.Response.Cookies.Append(
            Cookie,
            $"{trip.State}.{trip.Nonce}.{trip.Verifier}",
            // Lax: the way back begins on the issuer's site.
            new()
            {
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                SameSite = SameSiteMode.Lax,
                Path = Path,
                MaxAge = Lifetime,
                IsEssential = true,
            }
        );
        return trip;
    }

    /// <summary>The trip that this browser began, if the answer is to it.</summary>
    public static SignInTrip? End(HttpContext context, string? state)
    {
        var kept = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, new() { Path = Path });
        return
            kept?.Split('.') is [var known, var nonce, var verifier]
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(known),
                Encoding.UTF8.GetBytes(state ?? "")
            )
            ? new(known, nonce, verifier)
            : null;
    }
}
