using Enrollment.Collections;
using Enrollment.Documents.Layout;

namespace Enrollment.Documents;

/// <summary>
/// 工作简历 in two columns, months and what was done, all rows in one size: the largest that fits, 8 points at
/// the least (R11), with more air between the lines while there is room.
/// </summary>
internal static class HistoryBox
{
    private static readonly TypeStyle Airy = PaperStyle.Value with { Leading = 1.7f };
    private static readonly TypeStyle Type = PaperStyle.Value with { Leading = 1.35f };
    private static readonly TypeStyle Least = Type with { Size = PaperStyle.Smallest, Leading = 1.22f };

    public static void Write(Page page, ValueList<HistoryLine> history, Area area)
    {
        var rows = new MeasuredHistory(history);
        var percent = PercentOf(rows.Set(Least, area.Width), area);
        page.Add(new PageBox("workHistory", area, rows.Text, percent));
        var style = Airy.HeightOf(rows.CountLines(Airy.Size, area.Width)) <= area.Height ? Airy : Type;
        while (style.Size > Least.Size && style.HeightOf(rows.CountLines(style.Size, area.Width)) > area.Height)
        {
            style = style with { Size = Math.Max(Least.Size, style.Size - Fitted.Step) };
        }
        Draw(page, rows.Set(style.Size > Least.Size ? style : Least, area.Width), area);
    }

    private static void Draw(Page page, SetHistory set, Area area)
    {
        var top = area.Top;
        foreach (var row in set.Rows)
        {
            var height = row.Lines.Count * set.Style.LineHeight;
            var place = new Area(area.Left, top, area.Width, height);
            page.Write(row.Period, set.Style, place, Align.Left, Stand.Top);
            page.Write(row.Lines, set.Style, place.RightPart(set.TextWidth), Align.Justified, Stand.Top);
            top += height;
        }
    }

    private static double PercentOf(SetHistory set, Area area)
    {
        var count = set.Rows.Sum(row => row.Lines.Count);
        if (count == 0)
        {
            return 0;
        }
        var last = Math.Min(1, set.Rows[^1].Lines[^1].Width / set.TextWidth);
        return 100 * (count - 1 + last) / Math.Max(1, Fitted.Capacity(set.Style, area.Height));
    }

    /// <summary>The rows with their widths in ems; a row 其间 has no period of its own column.</summary>
    private sealed class MeasuredHistory(ValueList<HistoryLine> history)
    {
        private readonly (MeasuredText Period, MeasuredText Text)[] rows =
        [
            .. history.Select(line =>
                line.IsDuring
                    ? (Measured(""), Measured(During(line)))
                    : (new(line.Period, Type.Face, Figures.InColumns), Measured(line.Text))
            ),
        ];

        /// <summary>The first column, the widest period and one em between, in ems.</summary>
        private float Indent => 1 + rows.Select(row => row.Period.Width).DefaultIfEmpty().Max();

        /// <summary>All of it, row by row, as it is set.</summary>
        public string Text { get; } =
            string.Concat(history.Select(line => line.IsDuring ? During(line) : $"{line.Period}{line.Text}"));

        public int CountLines(float size, float width)
        {
            var measure = width / size - Indent;
            return rows.Sum(row => row.Text.CountLines(measure));
        }

        public SetHistory Set(TypeStyle style, float width)
        {
            var textWidth = width - Indent * style.Size;
            var set = rows.Select(row => new SetRow(row.Period.Break(style, width), row.Text.Break(style, textWidth)));
            return new([.. set], style, textWidth);
        }

        private static string During(HistoryLine line) => $"（其间：{line.Period}，{line.Text}）";

        private static MeasuredText Measured(string text) => new(text, Type.Face);
    }

    private sealed record SetRow(IReadOnlyList<TextLine> Period, IReadOnlyList<TextLine> Lines);

    private sealed record SetHistory(IReadOnlyList<SetRow> Rows, TypeStyle Style, float TextWidth);
}
