namespace Enrollment.Materials;

/// <summary>What an image is inspected for: where it lies, by which standards, and what else is known.</summary>
public sealed record InspectionRequest
{
    public required Slot Slot { get; init; }

    /// <summary>The page that the candidate says it shows; a stamped copy may be grey (R9).</summary>
    public Page? Page { get; init; }

    public required ImageStandards Standards { get; init; }

    public required DateTimeOffset Now { get; init; }
}
