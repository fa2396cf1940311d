using System.Text.Json.Serialization;

namespace Enrollment.Documents;

/// <summary>The papers (打印材料) the system makes (R11, R12), each one A4 page.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentKind>))]
public enum DocumentKind
{
    /// <summary>《在职干部研究生报名登记表》</summary>
    [JsonStringEnumMemberName("registration-form")]
    RegistrationForm,

    /// <summary>《介绍信和党员关系证明信》</summary>
    [JsonStringEnumMemberName("introduction-letter")]
    IntroductionLetter,

    /// <summary>现场报名材料清单</summary>
    [JsonStringEnumMemberName("on-site-list")]
    OnSiteList,

    /// <summary>原件收存凭证, printed at the desk</summary>
    [JsonStringEnumMemberName("originals-receipt")]
    OriginalsReceipt,
}
