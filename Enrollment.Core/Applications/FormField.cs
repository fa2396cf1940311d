using System.Text.Json.Serialization;

namespace Enrollment.Applications;

/// <summary>The fields of the form, as reviewers mark them and returns open them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormField>))]
public enum FormField
{
    [JsonStringEnumMemberName("name")]
    Name,

    [JsonStringEnumMemberName("sex")]
    Sex,

    [JsonStringEnumMemberName("ethnicGroup")]
    EthnicGroup,

    [JsonStringEnumMemberName("birthDate")]
    BirthDate,

    [JsonStringEnumMemberName("birthDateExplanation")]
    BirthDateExplanation,

    [JsonStringEnumMemberName("identityNumber")]
    IdentityNumber,

    [JsonStringEnumMemberName("nativePlace")]
    NativePlace,

    [JsonStringEnumMemberName("email")]
    Email,

    [JsonStringEnumMemberName("politicalStatus")]
    PoliticalStatus,

    [JsonStringEnumMemberName("partyJoined")]
    PartyJoined,

    [JsonStringEnumMemberName("partyBranch")]
    PartyBranch,

    [JsonStringEnumMemberName("firstEmployed")]
    FirstEmployed,

    [JsonStringEnumMemberName("employer")]
    Employer,

    [JsonStringEnumMemberName("post")]
    Post,

    [JsonStringEnumMemberName("titleSeries")]
    TitleSeries,

    [JsonStringEnumMemberName("titleGrade")]
    TitleGrade,

    [JsonStringEnumMemberName("appointingAuthority")]
    AppointingAuthority,

    [JsonStringEnumMemberName("sealOffice")]
    SealOffice,

    [JsonStringEnumMemberName("educationLevel")]
    EducationLevel,

    [JsonStringEnumMemberName("graduationSchool")]
    GraduationSchool,

    [JsonStringEnumMemberName("graduationMonth")]
    GraduationMonth,

    [JsonStringEnumMemberName("programme")]
    Programme,

    [JsonStringEnumMemberName("workHistory")]
    WorkHistory,

    [JsonStringEnumMemberName("education")]
    Education,

    [JsonStringEnumMemberName("chsiVerificationCode")]
    ChsiVerificationCode,

    [JsonStringEnumMemberName("chsiValidUntil")]
    ChsiValidUntil,
}
