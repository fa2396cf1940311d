using System.Text.Json.Serialization;

namespace Enrollment.Materials;

/// <summary>The ten slots (上传材料栏) of the guide's section 三, in its order (R7).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Slot>))]
public enum Slot
{
    /// <summary>个人证件照</summary>
    [JsonStringEnumMemberName("id-photo")]
    IdPhoto = 1,

    /// <summary>身份证（人像面、国徽面）</summary>
    [JsonStringEnumMemberName("identity-card")]
    IdentityCard,

    /// <summary>专科毕业证书</summary>
    [JsonStringEnumMemberName("junior-college-diploma")]
    JuniorCollegeDiploma,

    /// <summary>本科毕业证书</summary>
    [JsonStringEnumMemberName("bachelor-diploma")]
    BachelorDiploma,

    /// <summary>研究生毕业证书</summary>
    [JsonStringEnumMemberName("postgraduate-diploma")]
    PostgraduateDiploma,

    /// <summary>硕士学位证书（学位认证报告）</summary>
    [JsonStringEnumMemberName("master-degree")]
    MasterDegree,

    /// <summary>任职文件、聘任文件、聘书</summary>
    [JsonStringEnumMemberName("appointment-document")]
    AppointmentDocument,

    /// <summary>专业技术职称证书</summary>
    [JsonStringEnumMemberName("professional-title")]
    ProfessionalTitle,

    /// <summary>教育部学历证书电子注册备案表, or what stands in its place</summary>
    [JsonStringEnumMemberName("chsi-record")]
    ChsiRecord,

    /// <summary>其他证明材料</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>Which page of a material an image shows (R7: every image says which page it shows).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Page>))]
public enum Page
{
    /// <summary>证件照</summary>
    [JsonStringEnumMemberName("portrait")]
    Portrait,

    /// <summary>人像面</summary>
    [JsonStringEnumMemberName("card-portrait-side")]
    CardPortraitSide,

    /// <summary>国徽面</summary>
    [JsonStringEnumMemberName("card-emblem-side")]
    CardEmblemSide,

    /// <summary>正反面 on one scan</summary>
    [JsonStringEnumMemberName("card-both-sides")]
    CardBothSides,

    /// <summary>毕业证书</summary>
    [JsonStringEnumMemberName("diploma")]
    Diploma,

    /// <summary>学位证书</summary>
    [JsonStringEnumMemberName("degree-certificate")]
    DegreeCertificate,

    /// <summary>学位认证报告</summary>
    [JsonStringEnumMemberName("degree-report")]
    DegreeReport,

    /// <summary>首页</summary>
    [JsonStringEnumMemberName("first-page")]
    FirstPage,

    /// <summary>考生姓名页</summary>
    [JsonStringEnumMemberName("name-page")]
    NamePage,

    /// <summary>落款页</summary>
    [JsonStringEnumMemberName("signature-page")]
    SignaturePage,

    /// <summary>聘任文件、聘书</summary>
    [JsonStringEnumMemberName("letter-of-appointment")]
    LetterOfAppointment,

    /// <summary>加盖单位公章的复印件</summary>
    [JsonStringEnumMemberName("stamped-copy")]
    StampedCopy,

    /// <summary>内容页</summary>
    [JsonStringEnumMemberName("content-page")]
    ContentPage,

    /// <summary>学历证书电子注册备案表</summary>
    [JsonStringEnumMemberName("registration-record")]
    RegistrationRecord,

    /// <summary>学历认证报告</summary>
    [JsonStringEnumMemberName("diploma-report")]
    DiplomaReport,

    /// <summary>国外学历学位认证书</summary>
    [JsonStringEnumMemberName("foreign-credential-report")]
    ForeignCredentialReport,

    /// <summary>党校学历查询认证结果</summary>
    [JsonStringEnumMemberName("party-school-query-result")]
    PartySchoolQueryResult,

    /// <summary>其他证明材料</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
