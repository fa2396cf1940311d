using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Server.Simulation;

/// <summary>Made-up people with numbers that check: nobody real (the region code 990000 is assigned to no place).</summary>
internal static class MadeUpPeople
{
    private static readonly string[] Surnames =
    [
        "王",
        "李",
        "张",
        "刘",
        "陈",
        "杨",
        "赵",
        "黄",
        "周",
        "吴",
        "徐",
        "孙",
        "马",
        "朱",
        "胡",
        "欧阳",
        "司马",
        "诸葛",
    ];
    private static readonly string[] GivenNames =
    [
        "伟",
        "芳",
        "秀英",
        "敏",
        "静",
        "建国",
        "丽",
        "强",
        "磊",
        "洋",
        "艳",
        "勇",
        "娟",
        "志明",
        "晓东",
        "文婷",
        "玉兰",
        "海峰",
    ];
    private static readonly string[] Minority = ["买买提·艾力", "古丽娜尔·吐尔逊", "次仁·卓玛", "阿依古丽·买合木提"];
    private static readonly string[] Employers =
    [
        "临江县财政局",
        "清河区人力资源和社会保障局",
        "青山街道办事处",
        "东湖区教育局",
        "白云县水利局",
        "南岭市市场监督管理局",
    ];
    private static readonly string[] Posts = ["科员", "四级主任科员", "三级主任科员", "副主任", "办公室主任"];

    public static Account Account(Random random, int index, Season season)
    {
        var name =
            index % 17 == 5
                ? Minority[index % Minority.Length]
                : Surnames[random.Next(Surnames.Length)] + GivenNames[random.Next(GivenNames.Length)];
        return new()
        {
            Name = name,
            Phone = PhoneNumber.Parse($"139{index / 10000 % 10}{random.Next(1000):000}{index % 10000:0000}"),
            IdentityNumber = Number(random, index),
            Employer = Employers[random.Next(Employers.Length)],
            Programme = season.Programmes[random.Next(season.Programmes.Count)],
        };
    }

    /// <summary>A form without a fault, for somebody of this account.</summary>
    public static Form Form(Account account, Random random, DateOnly today)
    {
        var number = account.IdentityNumber!;
        var firstEmployed = new YearMonth(number.BirthDate.Year + 22, 7);
        var isPartySchool = random.Next(5) == 0;
        var hasTitle = random.Next(3) == 0;
        return new()
        {
            Name = account.Name,
            Sex = number.Sex,
            EthnicGroup = account.Name.Contains('·') ? "维吾尔族" : "汉族",
            BirthDate = number.BirthDate,
            IdentityNumber = number.Value,
            NativePlace = "河北石家庄",
            Email = $"kaosheng{account.Phone.Value[^4..]}@example.cn",
            PoliticalStatus = PoliticalStatus.Member,
            PartyJoined = new YearMonth(number.BirthDate.Year + 21, 6),
            PartyBranch = $"中共{account.Employer}机关支部",
            FirstEmployed = firstEmployed,
            Employer = account.Employer,
            Post = Posts[random.Next(Posts.Length)],
            TitleSeries = hasTitle ? "经济" : "无",
            TitleGrade = hasTitle ? TitleGrade.Intermediate : null,
            AppointingAuthority = "中共临江县委组织部",
            SealOffice = (SealOffice)random.Next(3),
            EducationLevel = EducationLevel.Bachelor,
            GraduationSchool = isPartySchool ? "中共河北省委党校" : "河北大学",
            GraduationMonth = firstEmployed.AddMonths(isPartySchool ? 48 : -1),
            Programme = account.Programme,
            WorkHistory =
            [
                new()
                {
                    From = firstEmployed,
                    To = firstEmployed.AddMonths(40),
                    Place = "青山街道办事处",
                    Post = "科员",
                },
                new()
                {
                    From = firstEmployed.AddMonths(41),
                    Place = account.Employer,
                    Post = "四级主任科员",
                },
            ],
            Education = [Bachelor(firstEmployed, isPartySchool)],
            ChsiVerificationCode = isPartySchool ? null : SampleImages.VerificationCode,
            ChsiValidUntil = isPartySchool ? null : today.AddDays(180),
        };
    }

    private static EducationEntry Bachelor(YearMonth firstEmployed, bool isPartySchool) =>
        new()
        {
            Id = "bachelor",
            Level = DiplomaLevel.Bachelor,
            Kind = isPartySchool ? SchoolKind.PartySchool : SchoolKind.National,
            School = isPartySchool ? "中共河北省委党校" : "河北大学",
            Major = "行政管理",
            From = firstEmployed.AddMonths(isPartySchool ? 18 : -46),
            To = firstEmployed.AddMonths(isPartySchool ? 48 : -1),
            CertificateNumber = "100751201505001234",
            Degree = isPartySchool ? null : "管理学学士",
        };

    /// <summary>What this form's materials must hold, an image each.</summary>
    public static IEnumerable<(Slot Slot, Page Page, string? EntryId)> Materials(Form form)
    {
        yield return (Slot.IdPhoto, Page.Portrait, null);
        yield return (Slot.IdentityCard, Page.CardBothSides, null);
        foreach (var entry in form.Education)
        {
            yield return (entry.Slot!.Value, Page.Diploma, entry.Id);
        }
        yield return (Slot.AppointmentDocument, Page.FirstPage, null);
        if (!form.HasNoTitle)
        {
            yield return (Slot.ProfessionalTitle, Page.FirstPage, null);
        }
        if (MaterialRules.IsRequired(Slot.ChsiRecord, form))
        {
            yield return (Slot.ChsiRecord, Page.RegistrationRecord, null);
        }
    }

    private static IdentityNumber Number(Random random, int index)
    {
        var birth = new DateOnly(1980 + random.Next(15), 1 + random.Next(12), 1 + random.Next(28));
        var digits = $"990000{birth:yyyyMMdd}{index % 1000:000}";
        return IdentityNumber.Parse(digits + IdentityNumber.CheckCharacter(digits));
    }
}
