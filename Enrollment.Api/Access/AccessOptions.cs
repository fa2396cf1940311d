using System.ComponentModel.DataAnnotations;

namespace Enrollment.Api.Access;

/// <summary>Settings of section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Where people reach the system, such as "https://baoming.example.cn"; the request's own address when nothing is set.</summary>
    [RegularExpression(
        "https?://[^/]+/?",
        ErrorMessage = "Access:PublicOrigin must be an origin, such as https://baoming.example.cn."
    )]
    public string? PublicOrigin { get; init; }

    /// <summary>Sign-in requests that one address may make in a minute.</summary>
    [Range(1, 100_000, ErrorMessage = "Access:SignInsPerMinute must lie between 1 and 100000.")]
    public int SignInsPerMinute { get; init; } = 60;

    /// <summary>In the mean; an office behind one address has many people in it.</summary>
    [Range(1, 100_000, ErrorMessage = "Access:RequestsPerSecondOfAnAddress must lie between 1 and 100000.")]
    public int RequestsPerSecondOfAnAddress { get; init; } = 200;

    /// <summary>In the mean; what one person's pages ask for.</summary>
    [Range(1, 100_000, ErrorMessage = "Access:RequestsPerSecondOfASession must lie between 1 and 100000.")]
    public int RequestsPerSecondOfASession { get; init; } = 30;
}
