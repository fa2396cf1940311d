using Enrollment.Applications;
using Enrollment.People;

namespace Enrollment.Documents;

/// <summary>The choices of the form, in the words that stand on the papers.</summary>
internal static class PaperWords
{
    public static string Of(Sex sex) => ChoiceWords.Of(sex, Language.Chinese);

    public static string Of(PoliticalStatus status) => ChoiceWords.Of(status, Language.Chinese);

    public static string Of(TitleGrade grade) => ChoiceWords.Of(grade, Language.Chinese);

    public static string Of(EducationLevel level) => ChoiceWords.Of(level, Language.Chinese);

    public static string Of(DiplomaLevel level) => ChoiceWords.Of(level, Language.Chinese);

    public static string Of(SchoolKind kind) => ChoiceWords.Of(kind, Language.Chinese);

    /// <summary>Whose seal the form needs (guide 九.3: 对考生有人事管辖权的单位或部门).</summary>
    public static string Of(SealOffice office) =>
        office switch
        {
            SealOffice.Employer => "请加盖考生所在单位或组织人事部门公章",
            SealOffice.CountyOrganisationDepartment => "请加盖县（市、区）委组织部公章",
            SealOffice.CountyHumanResourcesBureau => "请加盖县（市、区）人力资源和社会保障局公章",
        };
}
