using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.People;

namespace Enrollment.Tests.Applications;

public sealed class FormProblemWordsTests
{
    public static TheoryData<FormProblemCode> Codes => [.. Enum.GetValues<FormProblemCode>()];

    [Theory, MemberData(nameof(Codes))]
    public void Every_problem_of_every_field_is_a_sentence_in_both_languages(FormProblemCode code)
    {
        foreach (var field in Enum.GetValues<FormField>())
        {
            var problem = new FormProblem(field, WireName.Of(field), code, "2017-04/2017-06");
            Assert.EndsWith("。", FormProblemWords.Of(problem, Language.Chinese), StringComparison.Ordinal);
            Assert.EndsWith(".", FormProblemWords.Of(problem, Language.English), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("workHistory[1].from", FormProblemCode.Gap, "2017-04/2017-06", "缺少2017年4月至6月，")]
    [InlineData("workHistory[1].from", FormProblemCode.Gap, "2017-11/2018-01", "缺少2017年11月至2018年1月，")]
    [InlineData("workHistory[1].from", FormProblemCode.Overlap, "2017-03", "第2行与前面的经历在2017年3月重叠")]
    [InlineData("workHistory[0].from", FormProblemCode.StartsElsewhere, "2012-07", "参加工作时间（2012年7月）")]
    [InlineData("workHistory[2].post", FormProblemCode.Missing, null, "请填写工作简历第3行的职务。")]
    [InlineData("workHistory[2].during[0].text", FormProblemCode.Missing, null, "请填写工作简历第3行其间第1行的内容。")]
    [InlineData("workHistory[2].during", FormProblemCode.TooLong, "10", "最多10行")]
    [InlineData("workHistory[2].place", FormProblemCode.TooLong, "120", "最多120个字")]
    [InlineData("education", FormProblemCode.Missing, "bachelor", "本科毕业证书")]
    [InlineData("education[0].certificateNumber", FormProblemCode.Missing, null, "请填写高等教育学历第1行的证书编号。")]
    [InlineData("birthDate", FormProblemCode.BirthDateDiffers, "1990-03-07", "1990年3月7日")]
    [InlineData("partyJoined", FormProblemCode.TooEarly, "2008-03", "不应早于2008年3月（入党须年满18周岁）")]
    [InlineData("employer", FormProblemCode.Missing, null, "请填写工作单位。")]
    public void The_sentence_says_where_and_when(string path, FormProblemCode code, string? argument, string words) =>
        Assert.Contains(
            words,
            FormProblemWords.Of(new(FieldAt(path), path, code, argument), Language.Chinese),
            StringComparison.Ordinal
        );

    [Fact]
    public void English_says_it_too() =>
        Assert.Equal(
            "Fill in: post in work history, line 3.",
            FormProblemWords.Of(
                new(FormField.WorkHistory, "workHistory[2].post", FormProblemCode.Missing),
                Language.English
            )
        );

    [Fact]
    public void Every_choice_has_words_of_its_own_in_both_languages()
    {
        Distinct<Sex>(ChoiceWords.Of);
        Distinct<PoliticalStatus>(ChoiceWords.Of);
        Distinct<TitleGrade>(ChoiceWords.Of);
        Distinct<SealOffice>(ChoiceWords.Of);
        Distinct<EducationLevel>(ChoiceWords.Of);
        Distinct<DiplomaLevel>(ChoiceWords.Of);
        Distinct<SchoolKind>(ChoiceWords.Of);
        Distinct<WorkKind>(ChoiceWords.Of);
    }

    [Fact]
    public void There_are_56_ethnic_groups_and_two_words_for_the_rest()
    {
        Assert.Equal(58, EthnicGroups.All.Count);
        Assert.Distinct(EthnicGroups.All);
        Assert.Equal("汉族", EthnicGroups.Find("汉"));
        Assert.Null(EthnicGroups.Find("火星族"));
    }

    private static void Distinct<T>(Func<T, Language, string> words)
        where T : struct, Enum
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var all = Enum.GetValues<T>().Select(choice => words(choice, language)).ToList();
            Assert.Distinct(all);
            Assert.DoesNotContain("", all);
        }
    }

    private static FormField FieldAt(string path) =>
        Enum.GetValues<FormField>().Single(field => WireName.Of(field) == path.Split('[')[0]);
}
