using CsCheck;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Tests.Applications;

/// <summary>R5: the guide's own form, and what people make of it.</summary>
public sealed class WorkHistoryTextTests
{
    private static readonly WorkEntry First = new()
    {
        From = new(2015, 7),
        To = new(2017, 3),
        Place = "**街道办事处",
        Post = "科员",
    };

    private static readonly WorkEntry Second = new()
    {
        From = new(2017, 4),
        Place = "**街道办事处",
        Post = "副主任科员",
    };

    [Fact]
    public void The_guides_example_is_read_as_it_stands()
    {
        var parsed = WorkHistoryText.Parse("2015.7-2017.3，**街道办事处，科员\n2017.4至今，**街道办事处，副主任科员");
        Assert.Equal(new([First, Second], []), parsed);
    }

    [Theory]
    [InlineData("2015.7-2017.3，**街道办事处，科员")]
    [InlineData("2015.07—2017.03 **街道办事处 科员")]
    [InlineData("2015年7月－2017年3月，**街道办事处，科员。")]
    [InlineData("2015年7月1日至2017年3月31日，**街道办事处，科员；")]
    [InlineData("２０１５．７～２０１７．３，**街道办事处，科员")]
    [InlineData("2015/7 ~ 2017/3, **街道办事处, 科员")]
    [InlineData("2015-07-2017-03，**街道办事处，科员")]
    [InlineData("2015-07-01至2017-03-31，**街道办事处，科员")]
    [InlineData("201507–201703\t**街道办事处\t科员")]
    [InlineData("2015.07--2017.03  **街道办事处，科员")]
    [InlineData("2015.7.1-2017.3.31：**街道办事处，科员")]
    [InlineData("2015.7-2017.3　**街道办事处　科员")]
    [InlineData("2015.7-2017.3，**街道办事处，，科员")]
    [InlineData("2015.7-2017.3  **街道办事处   科员")]
    [InlineData("1、2015.7-2017.3，**街道办事处，科员")]
    [InlineData("（2）2015.7至2017.3，**街道办事处，科员")]
    public void An_entry_is_read_however_it_is_written(string line) =>
        Assert.Equal(new([First], []), WorkHistoryText.Parse(line));

    [Theory]
    [InlineData("2017.4至今，**街道办事处，副主任科员")]
    [InlineData("2017.4-至今，**街道办事处，副主任科员")]
    [InlineData("2017.4 至 今 **街道办事处 副主任科员")]
    [InlineData("2017年4月至现在，**街道办事处，副主任科员")]
    [InlineData("2017.4-今，**街道办事处，副主任科员")]
    [InlineData("2017.04--         **街道办事处，副主任科员")]
    [InlineData("2017.04—，**街道办事处，副主任科员")]
    public void The_last_entry_lasts_until_now(string line) =>
        Assert.Equal(new([Second], []), WorkHistoryText.Parse(line));

    [Theory]
    [InlineData("2012.7-2013.1，待业", WorkKind.Unemployed, null, null)]
    [InlineData("2012.7-2013.1，在家待业", WorkKind.Unemployed, null, null)]
    [InlineData("2012.7-2013.1，某某部队，战士", WorkKind.MilitaryService, "某某部队", "战士")]
    [InlineData("2012.7-2013.1，某某部队，服役", WorkKind.MilitaryService, "某某部队", null)]
    [InlineData("2012.7-2013.1，某大学，硕士研究生", WorkKind.FullTimeStudy, "某大学", "硕士研究生")]
    [InlineData("2012.7-2013.1，某大学全日制学习", WorkKind.FullTimeStudy, "某大学全日制学习", null)]
    [InlineData("2012.7-2013.1，某大学，脱产学习", WorkKind.FullTimeStudy, "某大学", null)]
    [InlineData("2012.7-2013.1，某大学在职研究生", WorkKind.Work, "某大学在职研究生", null)]
    [InlineData("2012.7-2013.1，某大学学生处，处长", WorkKind.Work, "某大学学生处", "处长")]
    [InlineData("2012.7-2013.1，解放军路街道办事处，科员", WorkKind.Work, "解放军路街道办事处", "科员")]
    [InlineData("2012.7-2013.1，退役军人事务局，科员", WorkKind.Work, "退役军人事务局", "科员")]
    [InlineData("2012.7-2013.1，某县委，常委，宣传部部长", WorkKind.Work, "某县委", "常委，宣传部部长")]
    public void The_words_say_what_kind_of_time_it_was(string line, WorkKind kind, string? place, string? post)
    {
        var entry = Assert.Single(WorkHistoryText.Parse(line).Entries);
        Assert.Equal((kind, place, post), (entry.Kind, entry.Place, entry.Post));
    }

    [Theory]
    [InlineData("2017.4至今，**街道办事处，副主任科员\n（其间：2018.9-2021.6，某大学（在职）研究生学习）")]
    [InlineData("2017.4至今，**街道办事处，副主任科员（其间：2018.9-2021.6，某大学（在职）研究生学习）")]
    [InlineData("2017.4至今，**街道办事处，副主任科员\n其间：2018.9—2021.6 某大学（在职）研究生学习")]
    [InlineData("2017.4至今，**街道办事处，副主任科员\n  (期间:2018.9-2021.6,某大学（在职）研究生学习);")]
    public void A_line_within_belongs_to_the_entry_before_it(string text)
    {
        var expected = Second with { During = [new(new(2018, 9), new(2021, 6), "某大学（在职）研究生学习")] };
        Assert.Equal(new([expected], []), WorkHistoryText.Parse(text));
    }

    [Fact]
    public void One_bracket_may_hold_several_lines()
    {
        var parsed = WorkHistoryText.Parse("2017.4至今，某局，科员（其间：2018.9，党校培训；2019.1至今，挂职锻炼）");
        Assert.Equal(
            [new(new(2018, 9), new(2018, 9), "党校培训"), new(new(2019, 1), null, "挂职锻炼")],
            Assert.Single(parsed.Entries).During
        );
    }

    [Theory]
    [InlineData("某某街道办事处，科员", WorkHistoryLineProblemCode.NoMonths)]
    [InlineData("2015-2017，某某街道办事处，科员", WorkHistoryLineProblemCode.NoMonths)]
    [InlineData("2015.13-2017.3，某某街道办事处，科员", WorkHistoryLineProblemCode.NoSuchMonth)]
    [InlineData("2015.7-2017.0，某某街道办事处，科员", WorkHistoryLineProblemCode.NoSuchMonth)]
    [InlineData("2015.7，某某街道办事处，科员", WorkHistoryLineProblemCode.NoEnd)]
    [InlineData("（其间：2018.9-2021.6，学习）", WorkHistoryLineProblemCode.NoEntryBefore)]
    public void A_line_that_is_not_understood_is_named_and_the_others_are_read(
        string line,
        WorkHistoryLineProblemCode code
    )
    {
        var parsed = WorkHistoryText.Parse($"{line}\n\n2017.4至今，**街道办事处，副主任科员");
        Assert.Equal([Second], parsed.Entries);
        Assert.Equal([new(1, line, code)], parsed.Problems);
        Assert.StartsWith("第1行：", parsed.Problems[0].ToWords(Language.Chinese), StringComparison.Ordinal);
        Assert.StartsWith("Line 1: ", parsed.Problems[0].ToWords(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_width_nine_is_a_nine() =>
        Assert.Equal(new(2019, 9), WorkHistoryText.Parse("２０１９．９至今，某局，科员").Entries[0].From);

    [Theory]
    [InlineData("2017.4至今，某局，科员（其间：某月，学习）", WorkHistoryLineProblemCode.NoMonths)]
    [InlineData("2017.4至今，某局，科员（其间：2018.9，学习；2019.13，学习）", WorkHistoryLineProblemCode.NoSuchMonth)]
    public void A_line_within_that_is_not_understood_is_named(string line, WorkHistoryLineProblemCode code) =>
        Assert.Equal([new(1, line, code)], WorkHistoryText.Parse(line).Problems);

    [Theory]
    [InlineData("其间：2018.9-2019.1", null)]
    [InlineData("其间：2018.9-2019.1，某大学（在职）", "某大学（在职）")]
    [InlineData("其间：2018.9-2019.1，某大学），结业", "某大学），结业")]
    [InlineData("（其间：2018.9-2019.1，某大学（在职））", "某大学（在职）")]
    public void A_line_within_loses_its_own_bracket_and_no_other(string line, string? text) =>
        Assert.Equal(
            new WorkSideLine(new(2018, 9), new(2019, 1), text),
            Assert.Single(WorkHistoryText.Parse($"2017.4至今，某局，科员\n{line}").Entries[0].During)
        );

    [Theory]
    [InlineData(WorkKind.FullTimeStudy, "某大学", "硕士研究生", "2015.7至今，某大学，硕士研究生\n")]
    [InlineData(WorkKind.FullTimeStudy, "某大学", "助教", "2015.7至今，某大学，助教，脱产学习\n")]
    [InlineData(WorkKind.Work, "某大学", "硕士研究生", "2015.7至今，某大学，硕士研究生\n")]
    public void The_kind_of_time_is_written_where_the_words_do_not_say_it(
        WorkKind kind,
        string place,
        string post,
        string text
    ) =>
        Assert.Equal(
            text,
            WorkHistoryText.Write([
                new()
                {
                    Kind = kind,
                    From = new(2015, 7),
                    Place = place,
                    Post = post,
                },
            ])
        );

    [Fact]
    public void Nothing_is_an_empty_history() => Assert.Equal(new([], []), WorkHistoryText.Parse(" \r\n\r\n"));

    [Fact]
    public void The_written_form_is_the_guides() =>
        Assert.Equal(
            "2015.7-2017.3，**街道办事处，科员\n2017.4至今，**街道办事处，副主任科员\n（其间：2018.9至今，学习）\n",
            WorkHistoryText.Write([First, Second with { During = [new(new(2018, 9), null, "学习")] }])
        );

    [Fact]
    public void What_is_written_is_read_back() =>
        Histories.Sample(history =>
        {
            var parsed = WorkHistoryText.Parse(WorkHistoryText.Write(history));
            Assert.Equal(new(history, []), parsed);
        });

    [Fact]
    public void Any_text_at_all_is_read_without_failing() =>
        Gen.OneOf("2015.7", "-", "至今", "（其间：", "）", "，", "\n", "某局", "13", "年", "月", " ")
            .List[0, 30]
            .Select(string.Concat)
            .Sample(text => WorkHistoryText.Parse(text) is not null);

    private static Gen<YearMonth> Month =>
        Gen.Select(Gen.Int[1950, 2026], Gen.Int[1, 12], (year, month) => new YearMonth(year, month));

    private static Gen<ValueList<WorkEntry>> Histories =>
        Gen.Select(
                Gen.Enum<WorkKind>(),
                Month,
                Month.Nullable(),
                Gen.OneOf("某某街道办事处", "某大学（东校区）", "第12中学", "A&B公司"),
                Gen.OneOf("科员", "主任，兼书记", "2级主任科员", (string?)null),
                Gen.Select(Month, Month.Nullable(), Gen.OneOf("某大学在职研究生学习", "挂职（副镇长），分管工业"))
                    .Select((from, to, text) => new WorkSideLine(from, to, text))
                    .List[0, 2]
            )
            .Select(
                (kind, from, to, place, post, during) =>
                    new WorkEntry
                    {
                        Kind = kind,
                        From = from,
                        To = to,
                        Place = kind == WorkKind.Unemployed ? null : place,
                        Post = kind == WorkKind.Unemployed ? null : post,
                        During = [.. during],
                    }
            )
            .List[0, 6]
            .Select(entries => entries.ToValueList());
}
