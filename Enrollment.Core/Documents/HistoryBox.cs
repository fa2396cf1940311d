using Enrollment.Collections;
using Enrollment.Documents.Layout;

namespace Enrollment.Documents;

/// <summary>
/// 工作简历 in two columns, months and what was done, all rows in one size: the largest that fits, 8 points at
/// the least (R11).
/// </summary>
internal static class HistoryBox
{
    private static readonly TypeStyle Type = PaperStyle.Value with { Leading = 1.3f };
    private static readonly TypeStyle Least = Type with { Size = PaperStyle.Smallest, Leading = 1.25f };

    public static void Write(Page page, ValueList<HistoryLine> history, Area area)
    {
        var set = Set(history, Least, area.Width);
        page.Fill("workHistory", PercentOf(set, area));
        for (var size = Type.Size; size > Least.Size; size -= Fitted.Step)
        {
            var tried = Set(history, Type with { Size = size }, area.Width);
            if (tried.Style.HeightOf(tried.LineCount) <= area.Height + 0.01f)
            {
                set = tried;
                break;
            }
        }
        Draw(page, set, area);
    }

    private static SetHistory Set(ValueList<HistoryLine> history, TypeStyle style, float width)
    {
        var periods = history.Select(line => Paragraph.Break(line.Period, style, width)[0]).ToList();
        var indent = periods.Select(period => period.Width).DefaultIfEmpty().Max() + style.Size;
        var rows = history
            .Zip(
                periods,
                (line, period) =>
                    line.IsDuring
                        ? new SetRow(
                            null,
                            Paragraph.Break($"（其间：{line.Period}，{line.Text}）", style, width - indent)
                        )
                        : new SetRow(period, Paragraph.Break(line.Text, style, width - indent))
            )
            .ToList();
        return new(rows, style, indent, width);
    }

    private static void Draw(Page page, SetHistory set, Area area)
    {
        var top = area.Top;
        foreach (var row in set.Rows)
        {
            var height = row.Lines.Count * set.Style.LineHeight;
            var place = new Area(area.Left, top, area.Width, height);
            if (row.Period is { } period)
            {
                page.Write([period], set.Style, place, Align.Left, Stand.Top);
            }
            page.Write(row.Lines, set.Style, place.RightPart(area.Width - set.Indent), Align.Justified, Stand.Top);
            top += height;
        }
    }

    private static double PercentOf(SetHistory set, Area area)
    {
        if (set.LineCount == 0)
        {
            return 0;
        }
        var last = Math.Min(1, set.Rows[^1].Lines[^1].Width / (set.Width - set.Indent));
        return 100 * (set.LineCount - 1 + last) / Math.Max(1, Fitted.Capacity(set.Style, area.Height));
    }

    private sealed record SetRow(TextLine? Period, IReadOnlyList<TextLine> Lines);

    private sealed record SetHistory(IReadOnlyList<SetRow> Rows, TypeStyle Style, float Indent, float Width)
    {
        public int LineCount { get; } = Rows.Sum(row => row.Lines.Count);
    }
}
