namespace Enrollment.Documents;

/// <summary>What stands on a 《介绍信和党员关系证明信》 (R11), as printed.</summary>
public sealed record IntroductionLetterContent
{
    public required string BranchName { get; init; }

    /// <summary>The letter's body, its placeholders filled.</summary>
    public required string Introduction { get; init; }

    /// <summary>The body of the second half; null for one who is no member, whose letter has none.</summary>
    public required string? PartyMembership { get; init; }

    public required int ValidDays { get; init; }
}
