using System.ComponentModel.DataAnnotations;

namespace Enrollment.Azure.TextMessages;

/// <summary>Azure Communication Services as text gateway. It can't send to the Chinese mainland (docs/deploy.md).</summary>
public sealed class CommunicationSmsOptions
{
    public const string Section = "TextMessages:Azure";

    /// <summary>The resource's address: https://NAME.communication.azure.com.</summary>
    [Required(ErrorMessage = "TextMessages:Azure:Endpoint must name the Communication Services resource.")]
    public Uri? Endpoint { get; init; }

    /// <summary>The number, or short code, that messages come from.</summary>
    [Required(ErrorMessage = "TextMessages:Azure:From must name the number that messages come from.")]
    public string From { get; init; } = "";

    /// <summary>The client id of a user-assigned managed identity; null for whichever the process has.</summary>
    public string? IdentityClientId { get; init; }
}
