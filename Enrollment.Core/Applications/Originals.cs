using System.Text.Json.Serialization;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>The eleven rows of 现场报名材料 (guide, section 七; R12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OriginalItem>))]
public enum OriginalItem
{
    /// <summary>报名登记表三份</summary>
    [JsonStringEnumMemberName("registration-forms")]
    RegistrationForms,

    /// <summary>介绍信和党员关系证明信</summary>
    [JsonStringEnumMemberName("introduction-letter")]
    IntroductionLetter,

    /// <summary>身份证原件</summary>
    [JsonStringEnumMemberName("identity-card")]
    IdentityCard,

    /// <summary>本科毕业证书原件</summary>
    [JsonStringEnumMemberName("bachelor-diploma")]
    BachelorDiploma,

    /// <summary>研究生毕业证书原件</summary>
    [JsonStringEnumMemberName("postgraduate-diploma")]
    PostgraduateDiploma,

    /// <summary>硕士学位证书原件</summary>
    [JsonStringEnumMemberName("master-degree")]
    MasterDegree,

    /// <summary>任职文件原件</summary>
    [JsonStringEnumMemberName("appointment-document")]
    AppointmentDocument,

    /// <summary>专业技术职称证书原件</summary>
    [JsonStringEnumMemberName("professional-title")]
    ProfessionalTitle,

    /// <summary>教育部学历证书电子注册备案表</summary>
    [JsonStringEnumMemberName("chsi-record")]
    ChsiRecord,

    /// <summary>教育部硕士学位认证报告</summary>
    [JsonStringEnumMemberName("degree-report")]
    DegreeReport,

    /// <summary>其他证明材料</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>How a row ends at the desk (R12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OriginalResult>))]
public enum OriginalResult
{
    /// <summary>收取</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>查验后带回</summary>
    [JsonStringEnumMemberName("checked-and-returned")]
    CheckedAndReturned,

    /// <summary>免交</summary>
    [JsonStringEnumMemberName("waived")]
    Waived,

    /// <summary>不适用</summary>
    [JsonStringEnumMemberName("not-applicable")]
    NotApplicable,

    /// <summary>待补</summary>
    [JsonStringEnumMemberName("owed")]
    Owed,
}

/// <summary>What the clerk ticks for one row.</summary>
/// <param name="Copies">For the registration forms: how many are current, signed and sealed.</param>
public sealed record OriginalCheck(OriginalItem Item, OriginalResult Result, int? Copies = null, string? Note = null);

/// <summary>A row of the ledger: what was done, by whom, when, and to whom a kept original was given back.</summary>
public sealed record OriginalRow
{
    public required OriginalItem Item { get; init; }

    public required OriginalResult Result { get; init; }

    public int? Copies { get; init; }

    public string? Note { get; init; }

    public required Actor By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ReturnedTo { get; init; }

    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Still held by the branch.</summary>
    [JsonIgnore]
    public bool IsHeld => Result == OriginalResult.Kept && ReturnedAt is null;
}
