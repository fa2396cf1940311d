using Enrollment.Collections;

namespace Enrollment.Materials;

/// <summary>What an image is inspected for: where it lies, by which standards, and what else is known.</summary>
public sealed record InspectionRequest
{
    public required Slot Slot { get; init; }

    /// <summary>The page that the candidate says it shows; a stamped copy may be grey (R9).</summary>
    public Page? Page { get; init; }

    public required ImageStandards Standards { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>在线验证码 as the candidate typed it, compared with the one in the QR code.</summary>
    public string? VerificationCode { get; init; }

    /// <summary>有效期至 as the candidate typed it.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The season's last on-site day, which online verification must reach (R9).</summary>
    public DateOnly? LastOnSiteDay { get; init; }

    /// <summary>The application's other images, to notice one that is uploaded twice.</summary>
    public ValueList<KnownImage> Others { get; init; } = [];
}

/// <summary>Another image of the same application.</summary>
/// <param name="Name">What the candidate knows it by, for the finding's words: its slot's name.</param>
/// <param name="Sha256">Of the original's bytes, in hexadecimal.</param>
public sealed record KnownImage(string Name, string Sha256);
