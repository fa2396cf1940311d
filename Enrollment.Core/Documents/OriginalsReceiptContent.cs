using Enrollment.Collections;

namespace Enrollment.Documents;

/// <summary>What stands on an 原件收存凭证 (R12): the originals that the branch keeps for now.</summary>
public sealed record OriginalsReceiptContent
{
    public required string BranchName { get; init; }

    public required int Year { get; init; }

    public required string Name { get; init; }

    public required string IdentityNumber { get; init; }

    public required ValueList<KeptOriginal> Originals { get; init; }
}

/// <summary>One kept original: what it is, how many, who took it, and when, as printed.</summary>
public sealed record KeptOriginal(string Name, int Copies, string ReceivedBy, string ReceivedAt);
