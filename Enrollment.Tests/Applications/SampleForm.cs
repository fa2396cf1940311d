using Enrollment.Applications;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Tests.Applications;

/// <summary>A form with every field filled in and nothing wrong; tests spoil one thing at a time.</summary>
internal static class SampleForm
{
    /// <summary>Born 7 March 1990, male.</summary>
    public const string Number = "110105199003071239";

    public static readonly DateOnly Today = new(2026, 5, 20);

    public static Season Season { get; } =
        new()
        {
            Id = "2026",
            Year = 2026,
            BranchName = "某某分院",
            Programmes = ["法学", "公共管理"],
            FeeFen = 1_000_00,
            Calendar = new SeasonCalendar
            {
                SubmissionCloses = new(2026, 6, 30),
                ReviewCloses = new(2026, 7, 10),
                OnSiteFrom = new(2026, 7, 15),
                OnSiteTo = new(2026, 7, 17),
                OnSiteHours = "上午8:30–11:30",
                OnSitePlace = "分院报告厅",
                PaymentCloses = new(2026, 7, 20),
            },
        };

    public static KnownAccount KnownAs { get; } = new("张三", IdentityNumber.Parse(Number));

    public static Form Valid { get; } =
        new()
        {
            Name = "张三",
            Sex = Sex.Male,
            EthnicGroup = "汉族",
            BirthDate = new(1990, 3, 7),
            IdentityNumber = Number,
            NativePlace = "山东济南",
            Email = "zhangsan@example.cn",
            PoliticalStatus = PoliticalStatus.Member,
            PartyJoined = new(2011, 6),
            PartyBranch = "某某街道机关第一党支部",
            FirstEmployed = new(2012, 7),
            Employer = "某某街道办事处",
            Post = "副主任科员",
            TitleSeries = "工程",
            TitleGrade = TitleGrade.Intermediate,
            AppointingAuthority = "某某区委组织部",
            SealOffice = SealOffice.CountyOrganisationDepartment,
            EducationLevel = EducationLevel.Bachelor,
            GraduationSchool = "某某大学",
            GraduationMonth = new(2012, 6),
            Programme = "法学",
            WorkHistory =
            [
                new()
                {
                    From = new(2012, 7),
                    To = new(2017, 3),
                    Place = "某某街道办事处",
                    Post = "科员",
                },
                new()
                {
                    From = new(2017, 4),
                    Place = "某某街道办事处",
                    Post = "副主任科员",
                    During = [new(new(2018, 9), new(2019, 1), "某某区委党校培训")],
                },
            ],
            Education =
            [
                new()
                {
                    Id = "e1",
                    Level = DiplomaLevel.Bachelor,
                    Kind = SchoolKind.National,
                    School = "某某大学",
                    Major = "法学",
                    From = new(2008, 9),
                    To = new(2012, 6),
                    CertificateNumber = "104221201205001234",
                    Degree = "法学学士",
                },
            ],
            ChsiVerificationCode = SampleImages.VerificationCode,
            ChsiValidUntil = new(2026, 11, 1),
        };
}
