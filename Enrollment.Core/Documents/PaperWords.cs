using Enrollment.Applications;
using Enrollment.People;

namespace Enrollment.Documents;

/// <summary>The choices of the form, in the words that stand on the papers.</summary>
internal static class PaperWords
{
    public static string Of(Sex sex) =>
        sex switch
        {
            Sex.Male => "男",
            Sex.Female => "女",
        };

    public static string Of(PoliticalStatus status) =>
        status switch
        {
            PoliticalStatus.Member => "中共党员",
            PoliticalStatus.ProbationaryMember => "中共预备党员",
            PoliticalStatus.YouthLeagueMember => "共青团员",
            PoliticalStatus.DemocraticPartyMember => "民主党派成员",
            PoliticalStatus.NoAffiliation => "群众",
        };

    public static string Of(TitleGrade grade) =>
        grade switch
        {
            TitleGrade.Senior => "正高级",
            TitleGrade.AssociateSenior => "副高级",
            TitleGrade.Intermediate => "中级",
            TitleGrade.Assistant => "助理级",
            TitleGrade.Junior => "员级",
        };

    public static string Of(EducationLevel level) =>
        level switch
        {
            EducationLevel.Bachelor => "大学本科",
            EducationLevel.Master => "硕士研究生",
            EducationLevel.Doctor => "博士研究生",
        };

    public static string Of(DiplomaLevel level) =>
        level switch
        {
            DiplomaLevel.JuniorCollege => "专科",
            DiplomaLevel.Bachelor => "本科",
            DiplomaLevel.Postgraduate => "研究生",
        };

    public static string Of(SchoolKind kind) =>
        kind switch
        {
            SchoolKind.National => "国民教育",
            SchoolKind.PartySchool => "党校",
            SchoolKind.Overseas => "境外",
        };

    /// <summary>Whose seal the form needs (guide 九.3: 对考生有人事管辖权的单位或部门).</summary>
    public static string Of(SealOffice office) =>
        office switch
        {
            SealOffice.Employer => "请加盖考生所在单位或组织人事部门公章",
            SealOffice.CountyOrganisationDepartment => "请加盖县（市、区）委组织部公章",
            SealOffice.CountyHumanResourcesBureau => "请加盖县（市、区）人力资源和社会保障局公章",
        };
}
