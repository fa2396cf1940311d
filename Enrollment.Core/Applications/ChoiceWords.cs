using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>The form's choices as people read them; the Chinese words are the guide's and the personnel file's.</summary>
public static class ChoiceWords
{
    public static string Of(Sex sex, Language language) =>
        sex switch
        {
            Sex.Male => Pick(language, "男", "male"),
            Sex.Female => Pick(language, "女", "female"),
        };

    public static string Of(PoliticalStatus status, Language language) =>
        status switch
        {
            PoliticalStatus.Member => Pick(language, "中共党员", "Party member"),
            PoliticalStatus.ProbationaryMember => Pick(language, "中共预备党员", "probationary Party member"),
            PoliticalStatus.YouthLeagueMember => Pick(language, "共青团员", "Youth League member"),
            PoliticalStatus.DemocraticPartyMember => Pick(language, "民主党派成员", "member of a democratic party"),
            PoliticalStatus.NoAffiliation => Pick(language, "群众", "no affiliation"),
        };

    public static string Of(TitleGrade grade, Language language) =>
        grade switch
        {
            TitleGrade.Senior => Pick(language, "正高级", "senior"),
            TitleGrade.AssociateSenior => Pick(language, "副高级", "associate senior"),
            TitleGrade.Intermediate => Pick(language, "中级", "intermediate"),
            TitleGrade.Assistant => Pick(language, "助理级", "assistant"),
            TitleGrade.Junior => Pick(language, "员级", "junior"),
        };

    public static string Of(SealOffice office, Language language) =>
        office switch
        {
            SealOffice.Employer => Pick(
                language,
                "考生所在单位或其组织人事部门",
                "the employer or its personnel department"
            ),
            SealOffice.CountyOrganisationDepartment => Pick(
                language,
                "县（市、区）委组织部",
                "the county's organisation department"
            ),
            SealOffice.CountyHumanResourcesBureau => Pick(
                language,
                "县（市、区）人力资源和社会保障局",
                "the county's human resources bureau"
            ),
        };

    public static string Of(EducationLevel level, Language language) =>
        level switch
        {
            EducationLevel.Bachelor => Pick(language, "大学本科", "bachelor"),
            EducationLevel.Master => Pick(language, "硕士研究生", "master"),
            EducationLevel.Doctor => Pick(language, "博士研究生", "doctor"),
        };

    public static string Of(DiplomaLevel level, Language language) =>
        level switch
        {
            DiplomaLevel.JuniorCollege => Pick(language, "专科", "junior college"),
            DiplomaLevel.Bachelor => Pick(language, "本科", "bachelor"),
            DiplomaLevel.Postgraduate => Pick(language, "研究生", "postgraduate"),
        };

    public static string Of(SchoolKind kind, Language language) =>
        kind switch
        {
            SchoolKind.National => Pick(language, "国民教育", "national education"),
            SchoolKind.PartySchool => Pick(language, "党校", "Party school"),
            SchoolKind.Overseas => Pick(language, "境外", "overseas"),
        };

    public static string Of(WorkKind kind, Language language) =>
        kind switch
        {
            WorkKind.Work => Pick(language, "工作", "work"),
            WorkKind.FullTimeStudy => Pick(language, "脱产学习", "full-time study"),
            WorkKind.MilitaryService => Pick(language, "服役", "military service"),
            WorkKind.Unemployed => Pick(language, "待业", "unemployed"),
        };

    private static string Pick(Language language, string chinese, string english) =>
        language switch
        {
            Language.Chinese => chinese,
            Language.English => english,
        };
}
