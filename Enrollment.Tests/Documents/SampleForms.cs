using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Tests.Documents;

/// <summary>Forms as their papers meet them: ordinary, with the least to say, and with all that still fits.</summary>
internal static class SampleForms
{
    public static Form Ordinary { get; } =
        new()
        {
            Name = "王卫国",
            Sex = Sex.Male,
            EthnicGroup = "汉族",
            BirthDate = new(1990, 3, 7),
            IdentityNumber = "110105199003071239",
            NativePlace = "山东滨州",
            Email = "wangweiguo@example.cn",
            PoliticalStatus = PoliticalStatus.Member,
            PartyJoined = new(2011, 6),
            PartyBranch = "中共滨海市临港区东关街道办事处机关第一支部委员会",
            FirstEmployed = new(2012, 7),
            Employer = "滨海市临港区东关街道办事处",
            Post = "党政办公室副主任、一级科员",
            TitleSeries = "经济系列",
            TitleGrade = TitleGrade.Intermediate,
            AppointingAuthority = "中共滨海市临港区委组织部",
            SealOffice = SealOffice.CountyOrganisationDepartment,
            EducationLevel = EducationLevel.Bachelor,
            GraduationSchool = "滨海师范大学",
            GraduationMonth = new(2012, 6),
            Programme = "公共管理",
            WorkHistory =
            [
                Work(2012, 7, 2015, 7, "滨海市临港区西河镇人民政府", "办事员"),
                Work(2015, 7, 2017, 3, "滨海市临港区西河镇党政办公室", "科员"),
                Work(2017, 4, 2021, 10, "滨海市临港区东关街道办事处", "二级科员") with
                {
                    During = [new(new(2018, 9), new(2019, 1), "滨海市委党校中青年干部培训班学习")],
                },
                Work(2021, 11, null, null, "滨海市临港区东关街道办事处", "党政办公室副主任、一级科员"),
            ],
            Education =
            [
                Diploma(
                    "e1",
                    DiplomaLevel.Bachelor,
                    SchoolKind.National,
                    "滨海师范大学",
                    "汉语言文学",
                    2008,
                    "文学学士"
                ),
                Diploma(
                    "e2",
                    DiplomaLevel.Postgraduate,
                    SchoolKind.PartySchool,
                    "中共滨海省委党校",
                    "经济管理",
                    2015,
                    ""
                ),
            ],
        };

    public static Form Shortest { get; } =
        Ordinary with
        {
            Name = "于一",
            NativePlace = "京",
            Email = null,
            PoliticalStatus = PoliticalStatus.NoAffiliation,
            PartyJoined = null,
            PartyBranch = null,
            Employer = "县医院",
            Post = "医师",
            TitleSeries = "无",
            TitleGrade = null,
            AppointingAuthority = "卫健局",
            SealOffice = SealOffice.Employer,
            GraduationSchool = "清华大学",
            WorkHistory = [Work(2012, 7, null, null, "县医院", "医师")],
            Education = [Diploma("e1", DiplomaLevel.Bachelor, SchoolKind.National, "清华大学", "医学", 2008, "")],
        };

    public static Form Longest { get; } =
        Ordinary with
        {
            Name = "阿卜杜热西提·买买提䶮𬭎𠅤𨭎",
            EthnicGroup = "维吾尔族",
            NativePlace = "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市",
            Email = "abdurexit.memetjan.1990@organisation.example.gov.cn",
            PoliticalStatus = PoliticalStatus.ProbationaryMember,
            PartyBranch = "中共新疆维吾尔自治区克孜勒苏柯尔克孜自治州人力资源和社会保障局机关委员会第一党支部",
            Employer = "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市人力资源和社会保障局劳动人事争议仲裁院",
            Post = "党组成员、副局长，劳动人事争议仲裁院院长（兼），四级调研员",
            TitleSeries = "经济系列（人力资源管理专业）",
            TitleGrade = TitleGrade.AssociateSenior,
            AppointingAuthority = "中共克孜勒苏柯尔克孜自治州阿图什市委员会组织部",
            GraduationSchool = "新疆维吾尔自治区党校（行政学院）函授学院",
            WorkHistory = [.. Enumerable.Range(0, 12).Select(LongEntry)],
            Education = [.. Enumerable.Range(0, 6).Select(LongDiploma)],
        };

    private static WorkEntry LongEntry(int index) =>
        Work(
            1998 + index * 2,
            7,
            index == 11 ? null : 2000 + index * 2,
            index == 11 ? null : 7,
            index % 4 == 0
                ? "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市人力资源和社会保障局"
                : "阿图什市人民政府办公室",
            index % 4 == 0 ? "党组成员、副局长，仲裁院院长（兼），四级调研员" : "科员"
        );

    private static EducationEntry LongDiploma(int index) =>
        Diploma(
            $"e{index}",
            (DiplomaLevel)(index % 3),
            index % 2 == 0 ? SchoolKind.National : SchoolKind.PartySchool,
            "新疆维吾尔自治区党校（行政学院）函授学院",
            "公共管理（人力资源管理方向）",
            1998 + index * 3,
            index % 3 == 2 ? "公共管理硕士" : "文学学士"
        );

    private static WorkEntry Work(int year, int month, int? toYear, int? toMonth, string place, string post) =>
        new()
        {
            From = new(year, month),
            To = toYear is { } to ? new YearMonth(to, toMonth ?? 1) : null,
            Place = place,
            Post = post,
        };

    private static EducationEntry Diploma(
        string id,
        DiplomaLevel level,
        SchoolKind kind,
        string school,
        string major,
        int year,
        string degree
    ) =>
        new()
        {
            Id = id,
            Level = level,
            Kind = kind,
            School = school,
            Major = major,
            From = new(year, 9),
            To = new(year + 4, 6),
            CertificateNumber = $"10422120{year}050123",
            Degree = degree,
        };
}
