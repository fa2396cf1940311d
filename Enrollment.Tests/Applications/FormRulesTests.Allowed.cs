using Enrollment.Applications;
using Enrollment.Seasons;
using static Enrollment.Tests.Applications.SampleForm;

namespace Enrollment.Tests.Applications;

/// <content>What is just within the rules, and diplomas made from the sample's.</content>
public sealed partial class FormRulesTests
{
    public static TheoryData<Form> Fine =>
        [
            Valid with
            {
                Email = null,
            },
            Valid with
            {
                BirthDate = new(1990, 7, 3),
                BirthDateExplanation = "档案记载为7月3日，以组织认定为准",
            },
            Valid with
            {
                BirthDate = new(1900, 1, 1),
                BirthDateExplanation = "档案",
            },
            Valid with
            {
                TitleSeries = "无",
                TitleGrade = null,
            },
            Valid with
            {
                PartyJoined = new(2008, 3),
            },
            Valid with
            {
                ChsiVerificationCode = "123456789012",
            },
            WithDiploma(d => d with { CertificateNumber = "鲁成毕字[2012]第001234号" }),
            WithDiploma(d => d with { Degree = null }),
            WithSecond(d => d),
            WithDiploma(d => d with { Kind = SchoolKind.PartySchool }) with
            {
                ChsiVerificationCode = null,
                ChsiValidUntil = null,
            },
            Overseas("2012-000123"),
            Overseas("123456"),
            Overseas(new string('1', 40)),
            Valid with
            {
                Employer = new string('某', 80),
            },
            Valid with
            {
                PartyJoined = new(2026, 5),
            },
            WithDiploma(d => d with { From = new(2001, 3) }),
            WithDiploma(d => d with { From = YearMonth.Of(Today), To = YearMonth.Of(Today) }) with
            {
                GraduationMonth = YearMonth.Of(Today),
            },
            Valid with
            {
                Education = [.. Enumerable.Range(1, 8).Select(NthDiploma)],
            },
        ];

    [Theory, MemberData(nameof(Fine))]
    public void What_the_rules_allow_is_no_problem(Form form) => Assert.Empty(Check(form));

    private static Form WithDiploma(Func<EducationEntry, EducationEntry> spoil) =>
        Valid with
        {
            Education = [spoil(Valid.Education[0])],
        };

    private static EducationEntry NthDiploma(int n) =>
        Valid.Education[0] with
        {
            Id = $"e{n}",
            CertificateNumber = $"2012000{n}",
        };

    private static Form WithCode(string code) => Valid with { ChsiVerificationCode = code };

    private static Form Overseas(string code) =>
        WithDiploma(d => d with { Kind = SchoolKind.Overseas }) with
        {
            ChsiVerificationCode = code,
            ChsiValidUntil = null,
        };

    private static Form WithSecond(Func<EducationEntry, EducationEntry> spoil) =>
        Valid with
        {
            Education =
            [
                Valid.Education[0],
                spoil(Valid.Education[0] with { Id = "e2", School = "某某党校", CertificateNumber = "20150012" }),
            ],
        };
}
