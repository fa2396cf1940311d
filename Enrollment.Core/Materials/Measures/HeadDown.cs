namespace Enrollment.Materials.Measures;

/// <summary>
/// Whether a page stands on its head. Commas and full stops lie at the foot of their line, and in Chinese text in the
/// left of their square, with nothing to the right; turned upside down they lie at its top, with nothing to the left.
/// </summary>
internal static class HeadDown
{
    /// <summary>The page is looked at in columns, narrow enough for a slight tilt not to blend its lines.</summary>
    private const double ColumnMm = 36;

    private const double LeastLineMm = 2;
    private const double MostLineMm = 13;
    private const int InkDepth = 60;

    /// <summary>Of a line's height: the most that a mark is wide, and high.</summary>
    private const double MostWidth = 0.42;

    /// <inheritdoc cref="MostWidth"/>
    private const double MostHeight = 0.45;

    /// <summary>Of a line's height, by which the paper on its one side is wider than on the other.</summary>
    private const double LeastAside = 0.28;

    private const int LeastMarks = 4;

    /// <summary>How many times more marks speak for it than against it.</summary>
    private const int LeastMajority = 2;

    public static bool IsSo(Raster raster, double pixelsPerMm)
    {
        var scale = new Scale(raster, pixelsPerMm);
        var votes = Votes.None;
        for (var left = 0; left + scale.Column / 2 < raster.Width; left += scale.Column)
        {
            var width = Math.Min(scale.Column, raster.Width - left);
            foreach (var (top, height) in Lines(raster, scale, left, width))
            {
                votes += InLine(raster, scale, (left, width), (top, height));
            }
        }
        return votes.HeadDown >= LeastMarks && votes.HeadDown > LeastMajority * votes.Upright;
    }

    private static IEnumerable<(int Top, int Height)> Lines(Raster raster, Scale scale, int left, int width)
    {
        var top = -1;
        for (var y = 0; y <= raster.Height; y++)
        {
            var isBlank =
                y == raster.Height || raster.LumaRow(y).Slice(left, width).IndexOfAnyInRange((byte)0, scale.Ink) < 0;
            if (!isBlank)
            {
                top = top < 0 ? y : top;
            }
            else if (top >= 0)
            {
                if (y - top >= scale.LeastLine && y - top <= scale.MostLine)
                {
                    yield return (top, y - top);
                }
                top = -1;
            }
        }
    }

    private static Votes InLine(Raster raster, Scale scale, (int Left, int Width) column, (int Top, int Height) line)
    {
        Span<int> highest = stackalloc int[column.Width];
        Span<int> lowest = stackalloc int[column.Width];
        highest.Fill(int.MaxValue);
        lowest.Fill(-1);
        for (var y = 0; y < line.Height; y++)
        {
            var row = raster.LumaRow(line.Top + y).Slice(column.Left, column.Width);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] <= scale.Ink)
                {
                    (highest[x], lowest[x]) = (Math.Min(highest[x], y), y);
                }
            }
        }
        var votes = Votes.None;
        var (gapBefore, x0) = (0, 0);
        while (x0 < lowest.Length)
        {
            if (lowest[x0] < 0)
            {
                (x0, gapBefore) = (x0 + 1, gapBefore + 1);
                continue;
            }
            var (x1, top, bottom) = (x0, int.MaxValue, -1);
            for (; x1 < lowest.Length && lowest[x1] >= 0; x1++)
            {
                (top, bottom) = (Math.Min(top, highest[x1]), Math.Max(bottom, lowest[x1]));
            }
            var gapAfter = 0;
            for (; x1 + gapAfter < lowest.Length && lowest[x1 + gapAfter] < 0; gapAfter++) { }
            votes += Vote(x1 - x0, top, bottom, line.Height, gapAfter - gapBefore);
            (x0, gapBefore) = (x1, 0);
        }
        return votes;
    }

    /// <summary>For anything small that stands alone at the top or at the foot of its line.</summary>
    private static Votes Vote(int width, int top, int bottom, int line, int aside)
    {
        var (height, middle) = (bottom - top + 1, (top + bottom + 1) / 2.0);
        if (width < 2 || height < 2 || width > MostWidth * line || height > MostHeight * line)
        {
            return Votes.None;
        }
        return middle > 0.62 * line && aside > LeastAside * line ? new(1, 0)
            : middle < 0.38 * line && -aside > LeastAside * line ? new(0, 1)
            : Votes.None;
    }

    private sealed record Votes(int Upright, int HeadDown)
    {
        public static readonly Votes None = new(0, 0);

        public static Votes operator +(Votes a, Votes b) => new(a.Upright + b.Upright, a.HeadDown + b.HeadDown);
    }

    private sealed class Scale(Raster raster, double pixelsPerMm)
    {
        public byte Ink { get; } = (byte)Math.Max(0, TextDirection.Paper(raster) - InkDepth);

        public int Column { get; } = Math.Max(8, (int)(ColumnMm * pixelsPerMm));

        public double LeastLine { get; } = LeastLineMm * pixelsPerMm;

        public double MostLine { get; } = MostLineMm * pixelsPerMm;
    }
}
