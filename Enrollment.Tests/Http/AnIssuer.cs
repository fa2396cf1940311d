using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Tests.Http;

/// <summary>An OpenID Connect issuer on a port of its own, with one person who always agrees.</summary>
internal sealed class AnIssuer : IAsyncDisposable
{
    public const string ClientId = "enrollment";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, JsonObject> _codes = new();
    private readonly WebApplication _app;

    private AnIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", (Delegate)Configuration);
        _app.MapGet("/keys", (Delegate)Keys);
        _app.MapGet("/authorize", (Delegate)Authorize);
        _app.MapPost("/token", (Delegate)TokenAsync);
    }

    public string Address => _app.Urls.First();

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    public string Subject { get; set; } = "somebody";

    public string[] Roles { get; set; } = ["reviewer"];

    /// <summary>Has the last word on what the token says.</summary>
    public Action<JsonObject> Changing { get; set; } = _ => { };

    public static async Task<AnIssuer> StartAsync(DateTimeOffset now)
    {
        var issuer = new AnIssuer { Now = now };
        await issuer._app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Configuration() =>
        Results.Json(
            new
            {
                issuer = Address,
                authorization_endpoint = $"{Address}/authorize",
                token_endpoint = $"{Address}/token",
                jwks_uri = $"{Address}/keys",
            }
        );

    private IResult Keys()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        kid = "k1",
                        n = Base64UrlEncoder.Encode(parameters.Modulus!),
                        e = Base64UrlEncoder.Encode(parameters.Exponent!),
                    },
                },
            }
        );
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new()
        {
            ["nonce"] = query["nonce"].ToString(),
            ["challenge"] = query["code_challenge"].ToString(),
        };
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                query["redirect_uri"]!,
                new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }
            )
        );
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (
            !_codes.TryRemove(form["code"].ToString(), out var asked)
            || Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"]!)))
                != asked["challenge"]!.GetValue<string>()
        )
        {
            return Results.BadRequest();
        }
        var claims = new JsonObject
        {
            ["iss"] = Address,
            ["aud"] = ClientId,
            ["sub"] = Subject,
            ["nonce"] = asked["nonce"]!.GetValue<string>(),
            ["name"] = "孙统一",
            ["preferred_username"] = "sun@example.cn",
            ["roles"] = new JsonArray([.. Roles.Select(role => (JsonNode)role)]),
            ["nbf"] = Now.ToUnixTimeSeconds(),
            ["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        Changing(claims);
        var credentials = new SigningCredentials(
            new RsaSecurityKey(_key) { KeyId = "k1" },
            SecurityAlgorithms.RsaSha256
        );
        return Results.Json(
            new
            {
                token_type = "Bearer",
                id_token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
                    claims.ToJsonString(),
                    credentials
                ),
            }
        );
    }
}
