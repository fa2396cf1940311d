namespace Enrollment.Documents.Layout;

/// <summary>
/// A text made to fit its box: set in the largest type, half a point at a time, in which it does; at the stated
/// minimum in any case, and then <see cref="Percent"/> says how much too much it is (R11).
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
        var lines = measured.Break(least, area.Width, indent);
        var percent = PercentOf(lines, least, area);
        for (var size = type.Size; size > smallest && percent <= 100; size -= Step)
        {
            var tried = type with { Size = size };
            if (tried.HeightOf(measured.CountLines(area.Width / size, indent)) <= area.Height + 0.01f)
            {
                return new(measured.Break(tried, area.Width, indent), tried, percent);
            }
        }
        return new(lines, least, percent);
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
