using System.ComponentModel.DataAnnotations;

namespace Enrollment.Api.Access.Providers;

/// <summary>
/// Settings of section <c>Access:Provider</c>: the OpenID Connect issuer (统一身份认证) by which staff sign in beside their
/// own accounts. Nothing set: no such sign-in.
/// </summary>
public sealed class ProviderOptions : IValidatableObject
{
    public const string Section = "Access:Provider";

    /// <summary>Where the issuer is, as its tokens say: "https://login.microsoftonline.com/{tenant}/v2.0".</summary>
    public string? Issuer { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>On the button.</summary>
    public string Name { get; init; } = "统一身份认证";

    public string Scope { get; init; } = "openid profile";

    /// <summary>The claim that lists a person's roles: reviewer, desk, admin (Entra ID: app roles).</summary>
    public string RolesClaim { get; init; } = "roles";

    public bool IsConfigured => !string.IsNullOrEmpty(Issuer);

    internal bool IsOnThisMachine => Uri.TryCreate(Issuer, UriKind.Absolute, out var uri) && uri.IsLoopback;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsConfigured)
        {
            yield break;
        }
        if (
            !Uri.TryCreate(Issuer, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        )
        {
            yield return new("Access:Provider:Issuer must be an https address.", [nameof(Issuer)]);
        }
        if (string.IsNullOrEmpty(ClientId))
        {
            yield return new("Access:Provider:ClientId is missing.", [nameof(ClientId)]);
        }
    }
}
