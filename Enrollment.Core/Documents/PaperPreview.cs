using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>Papers of nobody, by which the administrator sees what the season's texts come to (R11).</summary>
public static class PaperPreview
{
    /// <summary>The paper with made-up data and without a code, so that it can't be taken for a real one.</summary>
    public static Document Make(DocumentKind kind, Season season, DateOnly printedOn) =>
        Papers.Make(kind, SourceOf(season), 1, printedOn, key: null);

    /// <summary>Boxes that the season's own texts overflow even for this ordinary candidate; empty for a sound season.</summary>
    public static ValueList<string> Overflowing(Season season) =>
        [
            .. Enum.GetValues<DocumentKind>()
                .SelectMany(kind => Papers.BoxesOf(kind, SourceOf(season)))
                .Where(box => box.Percent > 100)
                .Select(box => box.Name)
                .Distinct(),
        ];

    internal static PaperSource SourceOf(Season season) =>
        new()
        {
            Season = season,
            Application = default,
            Number = "（样张）",
            Form = FormFor(season),
            KeptOriginals = [new("任职文件原件", 1, "（样张）", "（样张）")],
        };

    private static Form FormFor(Season season) =>
        new()
        {
            Name = "张某某",
            Sex = Sex.Male,
            EthnicGroup = "汉族",
            BirthDate = new(season.Year - 36, 3, 12),
            NativePlace = "某省某市",
            IdentityNumber = "××××××××××××××××××",
            Email = "sample@example.cn",
            PoliticalStatus = PoliticalStatus.Member,
            PartyJoined = new(season.Year - 15, 6),
            PartyBranch = "中共某某区某某街道办事处机关第一支部委员会",
            FirstEmployed = new(season.Year - 14, 7),
            Employer = "某某区某某街道办事处",
            Post = "党政办公室副主任",
            TitleSeries = "无",
            AppointingAuthority = "中共某某区委组织部",
            SealOffice = SealOffice.CountyOrganisationDepartment,
            EducationLevel = EducationLevel.Bachelor,
            GraduationSchool = "某某大学",
            GraduationMonth = new(season.Year - 14, 6),
            Programme = season.Programmes.Count > 0 ? season.Programmes.MaxBy(name => name.Length) : "",
            WorkHistory =
            [
                new()
                {
                    From = new(season.Year - 14, 7),
                    Place = "某某区某某街道办事处",
                    Post = "科员、党政办公室副主任",
                },
            ],
            Education =
            [
                new()
                {
                    Id = "sample",
                    Level = DiplomaLevel.Bachelor,
                    Kind = SchoolKind.National,
                    School = "某某大学",
                    Major = "汉语言文学",
                    From = new(season.Year - 18, 9),
                    To = new(season.Year - 14, 6),
                    CertificateNumber = "××××××××××××××××××",
                    Degree = "文学学士",
                },
            ],
        };
}
