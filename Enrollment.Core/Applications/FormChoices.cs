using System.Text.Json.Serialization;

namespace Enrollment.Applications;

/// <summary>政治面貌</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PoliticalStatus>))]
public enum PoliticalStatus
{
    /// <summary>中共党员</summary>
    [JsonStringEnumMemberName("member")]
    Member,

    /// <summary>中共预备党员</summary>
    [JsonStringEnumMemberName("probationary-member")]
    ProbationaryMember,

    /// <summary>共青团员</summary>
    [JsonStringEnumMemberName("youth-league-member")]
    YouthLeagueMember,

    /// <summary>民主党派成员</summary>
    [JsonStringEnumMemberName("democratic-party-member")]
    DemocraticPartyMember,

    /// <summary>群众</summary>
    [JsonStringEnumMemberName("no-affiliation")]
    NoAffiliation,
}

/// <summary>职称级别</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TitleGrade>))]
public enum TitleGrade
{
    /// <summary>正高级</summary>
    [JsonStringEnumMemberName("senior")]
    Senior,

    /// <summary>副高级</summary>
    [JsonStringEnumMemberName("associate-senior")]
    AssociateSenior,

    /// <summary>中级</summary>
    [JsonStringEnumMemberName("intermediate")]
    Intermediate,

    /// <summary>助理级</summary>
    [JsonStringEnumMemberName("assistant")]
    Assistant,

    /// <summary>员级</summary>
    [JsonStringEnumMemberName("junior")]
    Junior,
}

/// <summary>Whose seal the registration form needs, by who appoints the person (guide 九.3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SealOffice>))]
public enum SealOffice
{
    /// <summary>考生所在单位或其组织人事部门</summary>
    [JsonStringEnumMemberName("employer")]
    Employer,

    /// <summary>县（市、区）委组织部</summary>
    [JsonStringEnumMemberName("county-organisation-department")]
    CountyOrganisationDepartment,

    /// <summary>县（市、区）人力资源和社会保障局</summary>
    [JsonStringEnumMemberName("county-human-resources-bureau")]
    CountyHumanResourcesBureau,
}

/// <summary>文化程度：本科以上</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EducationLevel>))]
public enum EducationLevel
{
    /// <summary>大学本科</summary>
    [JsonStringEnumMemberName("bachelor")]
    Bachelor,

    /// <summary>硕士研究生</summary>
    [JsonStringEnumMemberName("master")]
    Master,

    /// <summary>博士研究生</summary>
    [JsonStringEnumMemberName("doctor")]
    Doctor,
}
