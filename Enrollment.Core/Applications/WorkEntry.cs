using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// One line of the work history (工作简历, R5), month precision, both ends included. Each entry starts in the month in
/// which its predecessor ends, or the next; the last one lasts until now.
/// </summary>
public sealed record WorkEntry
{
    public WorkKind Kind { get; init; }

    /// <summary>Null only while it is not filled in yet.</summary>
    public YearMonth? From { get; init; }

    /// <summary>Null: 至今.</summary>
    public YearMonth? To { get; init; }

    /// <summary>单位（学校、部队）</summary>
    public string? Place { get; init; }

    /// <summary>职务; not needed for 待业 and 脱产学习.</summary>
    public string? Post { get; init; }

    /// <summary>其间: lines that overlap this entry only.</summary>
    public ValueList<WorkSideLine> During { get; init; } = [];
}

/// <summary>
/// （其间：2018.9–2021.6，**大学在职研究生学习）: inside its entry. The start and the text are null only while they are
/// not filled in yet; an end that is null is 至今.
/// </summary>
public sealed record WorkSideLine(YearMonth? From, YearMonth? To, string? Text);

/// <summary>What a period of the work history was.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkKind>))]
public enum WorkKind
{
    /// <summary>工作</summary>
    [JsonStringEnumMemberName("work")]
    Work,

    /// <summary>脱产学习</summary>
    [JsonStringEnumMemberName("full-time-study")]
    FullTimeStudy,

    /// <summary>服役</summary>
    [JsonStringEnumMemberName("military-service")]
    MilitaryService,

    /// <summary>待业</summary>
    [JsonStringEnumMemberName("unemployed")]
    Unemployed,
}
