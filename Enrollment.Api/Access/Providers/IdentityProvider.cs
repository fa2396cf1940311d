using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Enrollment.Applications;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Enrollment.Api.Access.Providers;

/// <summary>
/// The issuer as a client sees it: where a browser is sent, and what it proves when it comes back. Authorization code
/// with PKCE; the token is checked for signature, issuer, audience, time and nonce, used once, and kept nowhere.
/// </summary>
internal sealed partial class IdentityProvider(
    IOptions<ProviderOptions> options,
    IHttpClientFactory clients,
    ServerClock clock,
    ILogger<IdentityProvider> logger
)
{
    public const string Client = "identity-provider";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ProviderOptions _options = options.Value;

    private readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>> _configuration = new(() =>
        new(
            $"{options.Value.Issuer!.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(clients.CreateClient(Client)) { RequireHttps = !options.Value.IsOnThisMachine }
        )
    );

    /// <summary>What stands on the button; null when no issuer is configured.</summary>
    public string? Name => _options.IsConfigured ? _options.Name : null;

    public async Task<string> AddressAsync(SignInTrip trip, string redirect, CancellationToken cancellationToken) =>
        QueryHelpers.AddQueryString(
            (await _configuration.Value.GetConfigurationAsync(cancellationToken)).AuthorizationEndpoint,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = _options.ClientId,
                ["response_type"] = "code",
                ["response_mode"] = "query",
                ["scope"] = _options.Scope,
                ["redirect_uri"] = redirect,
                ["state"] = trip.State,
                ["nonce"] = trip.Nonce,
                ["code_challenge"] = trip.Challenge,
                ["code_challenge_method"] = "S256",
            }
        );

    /// <summary>Who came back, or null when the issuer gives no token for the code, or one that does not hold.</summary>
    public async Task<ProvidedIdentity?> RedeemAsync(
        SignInTrip trip,
        string code,
        string redirect,
        CancellationToken cancellationToken
    )
    {
        var configuration = await _configuration.Value.GetConfigurationAsync(cancellationToken);
        if (await TokenAsync(configuration, trip, code, redirect, cancellationToken) is not { } token)
        {
            return null;
        }
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, ParametersOf(configuration));
        if (!result.IsValid)
        {
            TokenRefused(result.Exception?.GetType().Name);
            return null;
        }
        var identity = result.ClaimsIdentity;
        return identity.FindFirst("nonce")?.Value == trip.Nonce && identity.FindFirst("sub")?.Value is { } subject
            ? new(
                _options.Issuer!,
                subject,
                identity.FindFirst("preferred_username")?.Value ?? identity.FindFirst("email")?.Value ?? subject,
                identity.FindFirst("name")?.Value,
                [.. identity.FindAll(_options.RolesClaim).Select(claim => claim.Value)]
            )
            : null;
    }

    private async Task<string?> TokenAsync(
        OpenIdConnectConfiguration configuration,
        SignInTrip trip,
        string code,
        string redirect,
        CancellationToken cancellationToken
    )
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirect,
            ["client_id"] = _options.ClientId!,
            ["code_verifier"] = trip.Verifier,
        };
        if (_options.ClientSecret is { Length: > 0 } secret)
        {
            form["client_secret"] = secret;
        }
        using var client = clients.CreateClient(Client);
        using var content = new FormUrlEncodedContent(form);
        using var response = await client.PostAsync(new Uri(configuration.TokenEndpoint), content, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            CodeRefused((int)response.StatusCode);
            return null;
        }
        return (await response.Content.ReadFromJsonAsync<TokenAnswer>(cancellationToken))?.IdToken;
    }

    private TokenValidationParameters ParametersOf(OpenIdConnectConfiguration configuration) =>
        new()
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = _options.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            // By the server's clock, as everything else.
            LifetimeValidator = (notBefore, expires, _, _) =>
                expires is { } end
                && clock.Now < new DateTimeOffset(end, TimeSpan.Zero) + ClockSkew
                && (notBefore is not { } start || clock.Now > new DateTimeOffset(start, TimeSpan.Zero) - ClockSkew),
        };

    private sealed record TokenAnswer([property: JsonPropertyName("id_token")] string? IdToken);

    [LoggerMessage(LogLevel.Warning, "The identity provider answered {Status} to a code.")]
    private partial void CodeRefused(int status);

    [LoggerMessage(LogLevel.Warning, "A token of the identity provider does not hold: {Fault}.")]
    private partial void TokenRefused(string? fault);
}

/// <summary>Who the issuer says that somebody is.</summary>
internal sealed record ProvidedIdentity(
    string Issuer,
    string Subject,
    string UserName,
    string? Name,
    IReadOnlyList<string> Roles
);
