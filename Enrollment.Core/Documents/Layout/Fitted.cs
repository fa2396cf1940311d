namespace Enrollment.Documents.Layout;

/// <summary>
/// A text made to fit its box: set in the largest type, half a point at a time, in which it does without a word or
/// number cut in two, or with one where there is no other way; at the stated minimum in any case, and then <see cref="Percent"/> says how much too much it is (R11).
/// </summary>
/// <param name="Lines">The lines as they will be drawn.</param>
/// <param name="Style">The type they are set in.</param>
/// <param name="Percent">How full the box is at the smallest type: above 100 it does not fit.</param>
internal sealed record Fitted(IReadOnlyList<TextLine> Lines, TypeStyle Style, double Percent)
{
    public const float Step = 0.5f;

    public float Height => Style.HeightOf(Lines.Count);

    public static Fitted Into(Area area, string text, TypeStyle type, float smallest, float indent = 0)
    {
        var measured = new MeasuredText(text, type.Face);
        var least = type with { Size = smallest };
        var percent = PercentOf(measured.Break(least, area.Width, indent), least, area);
        var fitting = Sizes(type.Size, smallest).Where(Fits).ToList();
        var best = fitting.FirstOrDefault(KeepsWords, fitting.FirstOrDefault(smallest));
        var style = type with { Size = best };
        return new(measured.Break(style, area.Width, indent), style, percent);

        bool Fits(float size) =>
            (type with { Size = size }).HeightOf(measured.CountLines(area.Width / size, indent)) <= area.Height + 0.01f;

        bool KeepsWords(float size) => !measured.CutsWords(area.Width / size, indent);
    }

    private static IEnumerable<float> Sizes(float largest, float smallest)
    {
        for (var size = largest; size > smallest; size -= Step)
        {
            yield return size;
        }
        yield return smallest;
    }

    /// <summary>As many lines, but each about as long as the others, for centred text.</summary>
    public Fitted Balanced(string text, float width)
    {
        if (Lines.Count < 2 || Percent > 100)
        {
            return this;
        }
        var measured = new MeasuredText(text, Style.Face);
        var measure = measured.Balance(width / Style.Size);
        return this with { Lines = measured.Break(Style, measure * Style.Size) };
    }

    /// <summary>How many lines of a type a box takes.</summary>
    public static int Capacity(TypeStyle type, float height) =>
        (int)Math.Floor((height - type.Size + 0.01f) / type.LineHeight) + 1;

    /// <summary>Lines used of lines there are, the last one by its width, so that a meter moves with each character.</summary>
    private static double PercentOf(List<TextLine> lines, TypeStyle least, Area area)
    {
        var last = lines.Count == 0 ? 0 : Math.Min(1, lines[^1].Width / area.Width);
        var used = lines.Count - 1 + last;
        return lines.Count == 0 ? 0 : 100 * used / Math.Max(1, Capacity(least, area.Height));
    }
}
