using CsCheck;
using Enrollment.Documents.Fonts;
using Enrollment.Documents.Layout;

namespace Enrollment.Tests.Documents;

public sealed class MeasuredTextTests
{
    private static readonly TypeStyle Ten = new(Face.Serif, 10);

    private static readonly Gen<string> Prose = Gen.OneOf<string>([
            "中",
            "国",
            "䶮",
            "𨭎",
            "，",
            "。",
            "（",
            "）",
            "《",
            "》",
            "“",
            "”",
            "2015.7",
            "Word",
            "a@b.cn",
            " ",
            "、",
            "·",
        ])
        .Array[0, 60]
        .Select(string.Concat);

    [Fact]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() =>
        Gen.Select(Prose, Gen.Int[8, 30])
            .Where((text, ems) => !new MeasuredText(text, Face.Serif).CutsWords(ems, 0))
            .Sample(
                (text, ems) =>
                {
                    var lines = new MeasuredText(text, Face.Serif).Break(Ten, ems * 10);
                    return lines.Skip(1).All(line => !LineBreaks.IsClosing(line.Characters[0].Rune))
                        && lines.SkipLast(1).All(line => !LineBreaks.IsOpening(line.Characters[^1].Rune));
                },
                iter: 500
            );

    [Fact]
    public void Lines_hold_every_character_and_none_is_wider_than_the_measure() =>
        Gen.Select(Prose, Gen.Int[2, 30])
            .Sample(
                (text, ems) =>
                {
                    var lines = new MeasuredText(text, Face.Serif).Break(Ten, ems * 10);
                    return WithoutSpaces(string.Concat(lines)) == WithoutSpaces(text)
                        && lines.All(line => line.Width <= ems * 10 + 0.1f || line.Characters.Count == 1);
                },
                iter: 500
            );

    [Fact]
    public void A_number_stays_whole_where_the_line_is_long_enough() =>
        Assert.Equal(["二〇一五年即", "2015.7入职"], Lines("二〇一五年即2015.7入职", 70));

    [Fact]
    public void A_full_stop_may_hang_half_outside() =>
        Assert.Equal(["一二三四五。", "六"], Lines("一二三四五。六", 55));

    [Fact]
    public void Each_line_feed_ends_a_paragraph_which_is_set_in() =>
        Assert.All(
            new MeasuredText("第一段\n第二段", Face.Serif).Break(Ten, 100, indent: 2),
            line => Assert.Equal(20, line.Characters[0].X)
        );

    [Fact]
    public void Centred_lines_are_about_as_long_as_each_other() =>
        Assert.Equal(["一二三四", "五六七八"], Balanced("一二三四五六七八", 70));

    private static string[] Lines(string text, float width) =>
        [.. new MeasuredText(text, Face.Serif).Break(Ten, width).Select(line => line.ToString())];

    private static string[] Balanced(string text, float width)
    {
        var area = new Area(0, 0, width, 40);
        return [.. Fitted.Into(area, text, Ten, 8).Balanced(text, width).Lines.Select(line => line.ToString())];
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
