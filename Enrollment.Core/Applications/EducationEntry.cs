using System.Text.Json.Serialization;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// One diploma as printed (高等教育学历栏：根据毕业证内容填写，并上传毕业证图片; R6). Its image is its slot's image, and
/// the entry makes that slot required.
/// </summary>
public sealed record EducationEntry
{
    /// <summary>Chosen by the page, unique in the form, at most 32 characters: ties the diploma's images to this entry.</summary>
    public required string Id { get; init; }

    public DiplomaLevel? Level { get; init; }

    public SchoolKind? Kind { get; init; }

    /// <summary>学校</summary>
    public string? School { get; init; }

    /// <summary>专业</summary>
    public string? Major { get; init; }

    /// <summary>入学</summary>
    public YearMonth? From { get; init; }

    /// <summary>毕业</summary>
    public YearMonth? To { get; init; }

    /// <summary>毕业证书编号</summary>
    public string? CertificateNumber { get; init; }

    /// <summary>学位, if one came with it: "法学学士".</summary>
    public string? Degree { get; init; }

    /// <summary>The slot that the diploma is uploaded to, once the level is known.</summary>
    [JsonIgnore]
    public Slot? Slot =>
        Level switch
        {
            DiplomaLevel.JuniorCollege => Materials.Slot.JuniorCollegeDiploma,
            DiplomaLevel.Bachelor => Materials.Slot.BachelorDiploma,
            DiplomaLevel.Postgraduate => Materials.Slot.PostgraduateDiploma,
            null => null,
        };
}

/// <summary>学历层次</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiplomaLevel>))]
public enum DiplomaLevel
{
    /// <summary>专科</summary>
    [JsonStringEnumMemberName("junior-college")]
    JuniorCollege,

    /// <summary>本科</summary>
    [JsonStringEnumMemberName("bachelor")]
    Bachelor,

    /// <summary>研究生</summary>
    [JsonStringEnumMemberName("postgraduate")]
    Postgraduate,
}

/// <summary>学历类别</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SchoolKind>))]
public enum SchoolKind
{
    /// <summary>国民教育</summary>
    [JsonStringEnumMemberName("national")]
    National,

    /// <summary>党校</summary>
    [JsonStringEnumMemberName("party-school")]
    PartySchool,

    /// <summary>境外</summary>
    [JsonStringEnumMemberName("overseas")]
    Overseas,
}
