using Enrollment.Collections;

namespace Enrollment.Documents;

/// <summary>What stands on a candidate's own 现场报名材料清单 (R11, R12), as printed.</summary>
public sealed record OnSiteListContent
{
    public required string BranchName { get; init; }

    public required int Year { get; init; }

    public required string Name { get; init; }

    public required string Programme { get; init; }

    public required string Time { get; init; }

    public required string Place { get; init; }

    public required string Fee { get; init; }

    /// <summary>The guide's eleven rows, each with what it means for this candidate.</summary>
    public required ValueList<OnSiteRow> Rows { get; init; }
}

/// <summary>One row of the guide's section 七: the paper, what this candidate does about it, and where it stays.</summary>
public sealed record OnSiteRow(string Name, string Advice, OnSiteFate Fate);

/// <summary>The guide's two columns 考生 and 分院.</summary>
public enum OnSiteFate
{
    /// <summary>考生带回</summary>
    TakenBack,

    /// <summary>分院留存</summary>
    Kept,

    /// <summary>免交: waived by the guide's note.</summary>
    Waived,

    /// <summary>不适用: this candidate has no such paper.</summary>
    NotConcerned,
}
