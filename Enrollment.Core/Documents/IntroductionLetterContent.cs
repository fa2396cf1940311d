namespace Enrollment.Documents;

/// <summary>What stands on a 《介绍信和党员关系证明信》 (R11), as printed.</summary>
public sealed record IntroductionLetterContent
{
    public required string BranchName { get; init; }

    /// <summary>The letter's body, its placeholders filled.</summary>
    public required string Introduction { get; init; }

    /// <summary>Signs the first half (落款).</summary>
    public required string Employer { get; init; }

    /// <summary>The body of the second half; null for one who is no member, whose letter has none.</summary>
    public required string? PartyMembership { get; init; }

    /// <summary>Signs the second half.</summary>
    public required string PartyBranch { get; init; }

    public required int ValidDays { get; init; }
}
