using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;
using static Enrollment.Tests.Applications.SampleForm;

namespace Enrollment.Tests.Applications;

/// <summary>R4 and R6: one thing is spoilt at a time, and exactly that is told.</summary>
public sealed partial class FormRulesTests
{
    [Fact]
    public void A_form_with_nothing_wrong_has_no_problem() => Assert.Empty(Check(Valid));

    [Fact]
    public void An_empty_form_misses_everything_that_everybody_needs()
    {
        var problems = Check(Form.Empty);
        Assert.All(problems, problem => Assert.Equal(FormProblemCode.Missing, problem.Code));
        Assert.Equal(
            [
                FormField.BirthDateExplanation,
                FormField.Email,
                FormField.PartyJoined,
                FormField.PartyBranch,
                FormField.ChsiVerificationCode,
                FormField.ChsiValidUntil,
            ],
            FormFields.All.Except(problems.Select(problem => problem.Field))
        );
    }

    public static TheoryData<Form, string, FormProblemCode, string?> Spoilt =>
        new()
        {
            { Valid with { Name = "李四" }, "name", FormProblemCode.DiffersFromAccount, null },
            { Valid with { EthnicGroup = "汉" }, "ethnicGroup", FormProblemCode.UnknownChoice, null },
            {
                Valid with
                {
                    IdentityNumber = "1101051990",
                },
                "identityNumber",
                FormProblemCode.IdentityNumberShape,
                null
            },
            {
                Valid with
                {
                    IdentityNumber = "110105199013071239",
                },
                "identityNumber",
                FormProblemCode.IdentityNumberDate,
                null
            },
            {
                Valid with
                {
                    IdentityNumber = "110105199003071238",
                },
                "identityNumber",
                FormProblemCode.IdentityNumberCheck,
                null
            },
            { Valid with { Sex = Sex.Female }, "sex", FormProblemCode.SexDiffers, null },
            { Valid with { BirthDate = new(1990, 7, 3) }, "birthDate", FormProblemCode.BirthDateDiffers, "1990-03-07" },
            {
                Valid with
                {
                    BirthDate = new(1890, 3, 7),
                    BirthDateExplanation = "档案",
                },
                "birthDate",
                FormProblemCode.TooEarly,
                "1900-01"
            },
            {
                Valid with
                {
                    BirthDate = new(2026, 5, 21),
                    BirthDateExplanation = "档案",
                    PartyJoined = null,
                    PartyBranch = null,
                    PoliticalStatus = PoliticalStatus.NoAffiliation,
                    FirstEmployed = null,
                    WorkHistory = [],
                    Education = [],
                },
                "birthDate",
                FormProblemCode.InTheFuture,
                null
            },
            { Valid with { PartyJoined = null }, "partyJoined", FormProblemCode.Missing, null },
            { Valid with { PartyBranch = null }, "partyBranch", FormProblemCode.Missing, null },
            { Valid with { PartyJoined = new(2008, 2) }, "partyJoined", FormProblemCode.TooEarly, "2008-03" },
            { Valid with { PartyJoined = new(2026, 6) }, "partyJoined", FormProblemCode.InTheFuture, null },
            { Valid with { FirstEmployed = new(2026, 6) }, "firstEmployed", FormProblemCode.InTheFuture, null },
            { Valid with { FirstEmployed = new(2006, 2) }, "firstEmployed", FormProblemCode.TooEarly, "2006-03" },
            { Valid with { Programme = "考古学" }, "programme", FormProblemCode.UnknownChoice, null },
            { Valid with { TitleGrade = null }, "titleGrade", FormProblemCode.Missing, null },
            { Valid with { Employer = new string('某', 81) }, "employer", FormProblemCode.TooLong, "80" },
            {
                Valid with
                {
                    EducationLevel = EducationLevel.Doctor,
                },
                "educationLevel",
                FormProblemCode.NoSuchEntry,
                null
            },
            { Valid with { GraduationSchool = "别的大学" }, "graduationSchool", FormProblemCode.NoSuchEntry, null },
            { Valid with { GraduationMonth = new(2012, 7) }, "graduationMonth", FormProblemCode.NoSuchEntry, null },
            { Valid with { GraduationMonth = new(2026, 6) }, "graduationMonth", FormProblemCode.InTheFuture, null },
            { Valid with { ChsiVerificationCode = null }, "chsiVerificationCode", FormProblemCode.Missing, null },
            { Valid with { ChsiVerificationCode = "12345" }, "chsiVerificationCode", FormProblemCode.Malformed, null },
            {
                Valid with
                {
                    ChsiVerificationCode = "12345678901A",
                },
                "chsiVerificationCode",
                FormProblemCode.Malformed,
                null
            },
            { Valid with { ChsiValidUntil = null }, "chsiValidUntil", FormProblemCode.Missing, null },
            { Valid with { Education = [] }, "education", FormProblemCode.Missing, "bachelor" },
            {
                WithDiploma(d => d with { CertificateNumber = "第号" }),
                "education[0].certificateNumber",
                FormProblemCode.Malformed,
                null
            },
            {
                WithDiploma(d => d with { CertificateNumber = "2012#000123" }),
                "education[0].certificateNumber",
                FormProblemCode.Malformed,
                null
            },
            {
                WithDiploma(d => d with { From = new(2012, 7) }),
                "education[0].to",
                FormProblemCode.EndsBeforeStart,
                null
            },
            {
                WithDiploma(d => d with { From = new(1999, 9) }),
                "education[0].from",
                FormProblemCode.TooEarly,
                "2001-03"
            },
            { WithDiploma(d => d with { To = new(2026, 6) }), "education[0].to", FormProblemCode.InTheFuture, null },
            {
                WithDiploma(d => d with { From = new(2026, 6), To = null }),
                "education[0].from",
                FormProblemCode.InTheFuture,
                null
            },
            {
                Valid with
                {
                    Education = [.. Enumerable.Repeat(Valid.Education[0], 9)],
                },
                "education",
                FormProblemCode.TooLong,
                "8"
            },
            { WithCode("A7KQ2M9X-4TR8BHC"), "chsiVerificationCode", FormProblemCode.Malformed, null },
            { Overseas("12345"), "chsiVerificationCode", FormProblemCode.Malformed, null },
            { Overseas("2012#000123"), "chsiVerificationCode", FormProblemCode.Malformed, null },
            { Overseas(new string('1', 41)), "chsiVerificationCode", FormProblemCode.Malformed, null },
            { WithSecond(d => d with { Id = "e1" }), "education[1].id", FormProblemCode.Repeated, null },
            {
                WithSecond(d => d with { CertificateNumber = "104221201205001234" }),
                "education[1].certificateNumber",
                FormProblemCode.Repeated,
                null
            },
        };

    [Theory, MemberData(nameof(Spoilt))]
    public void What_is_wrong_is_told_where_it_stands(Form form, string path, FormProblemCode code, string? argument) =>
        Assert.Contains(new FormProblem(FieldAt(path), path, code, argument), Check(form));

    [Fact]
    public void The_number_that_the_account_was_opened_with_is_the_number()
    {
        var other = IdentityNumber.Parse("11010519491231002X");
        var problem = Assert.Single(
            FormRules.Check(SampleForm.Season, KnownAs with { IdentityNumber = other }, Valid, Today)
        );
        Assert.Equal(FormProblemCode.DiffersFromAccount, problem.Code);
        Assert.Empty(FormRules.Check(SampleForm.Season, KnownAs with { IdentityNumber = null }, Valid, Today));
    }

    [Fact]
    public void Only_members_are_admitted_unless_the_season_says_otherwise()
    {
        var form = Valid with
        {
            PoliticalStatus = PoliticalStatus.NoAffiliation,
            PartyJoined = null,
            PartyBranch = null,
        };
        Assert.Equal([FormProblemCode.NotAdmitted], Check(form).Select(problem => problem.Code));
        var open = SampleForm.Season with { Eligibility = new Eligibility { AdmitsOtherPoliticalStatuses = true } };
        Assert.Empty(FormRules.Check(open, KnownAs, form, Today));
    }

    [Theory]
    [InlineData(2015, 7, true)]
    [InlineData(2015, 6, false)]
    public void Service_is_counted_in_whole_years_at_the_seasons_month(int year, int month, bool longEnough)
    {
        var season = SampleForm.Season with
        {
            Eligibility = new Eligibility { LeastYearsOfService = 3, ServiceCountedAt = new(year, month) },
        };
        var problems = FormRules.Check(season, KnownAs, Valid, Today);
        Assert.Equal(longEnough ? [] : [FormProblemCode.ServiceTooShort], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Who_was_born_today_is_not_born_in_the_future() =>
        Assert.DoesNotContain(
            new FormProblem(FormField.BirthDate, "birthDate", FormProblemCode.InTheFuture),
            Check(Valid with { BirthDate = Today })
        );

    [Fact]
    public void Problems_come_in_the_forms_order()
    {
        var problems = Check(Valid with { Programme = "考古学", Name = "张", WorkHistory = [], Post = null });
        Assert.Equal(
            [FormField.Name, FormField.Post, FormField.Programme, FormField.WorkHistory],
            problems.Select(problem => problem.Field)
        );
    }

    private static ValueList<FormProblem> Check(Form form) => FormRules.Check(SampleForm.Season, KnownAs, form, Today);

    private static FormField FieldAt(string path) =>
        Enum.GetValues<FormField>().Single(field => Enrollment.Materials.WireName.Of(field) == path.Split('[')[0]);
}
