namespace Enrollment.Materials.Measures;

/// <summary>
/// Whether a page lies on its side: the paper between two characters of a line is narrower than that between two
/// lines. Only gaps of that order are looked at, so that margins, pictures and a slight tilt don't matter.
/// </summary>
internal static class TextDirection
{
    /// <summary>Wider than a stroke's inner space, narrower than a paragraph's distance.</summary>
    private const double NarrowestMm = 0.6;

    /// <inheritdoc cref="NarrowestMm"/>
    private const double WidestMm = 12;

    /// <summary>Darker than the paper by this much is ink.</summary>
    private const int InkDepth = 60;

    private const int LeastGaps = 500;

    /// <summary>How many times wider than the gaps down the page the gaps across it are, when it lies on its side.</summary>
    private const double LeastRatio = 1.02;

    public static bool IsSideways(Raster raster, double pixelsPerMm)
    {
        var ink = Math.Max(1, Paper(raster) - InkDepth);
        var (narrowest, widest) = (Math.Max(2, (int)(NarrowestMm * pixelsPerMm)), (int)(WidestMm * pixelsPerMm));
        var (acrossSum, across, downSum, down) = (0L, 0, 0L, 0);
        var lastInkAbove = new int[raster.Width];
        Array.Fill(lastInkAbove, int.MinValue / 2);
        for (var y = 0; y < raster.Height; y++)
        {
            var row = raster.LumaRow(y);
            var (x, lastInk) = (0, int.MinValue / 2);
            while (x < row.Length && row[x..].IndexOfAnyInRange((byte)0, (byte)(ink - 1)) is >= 0 and var blank)
            {
                for (x += blank; x < row.Length && row[x] < ink; x++)
                {
                    if (x - lastInk is var gap && gap > narrowest && gap < widest)
                    {
                        acrossSum += gap;
                        across++;
                    }
                    if (y - lastInkAbove[x] is var gapAbove && gapAbove > narrowest && gapAbove < widest)
                    {
                        downSum += gapAbove;
                        down++;
                    }
                    (lastInk, lastInkAbove[x]) = (x, y);
                }
            }
        }
        return Math.Min(across, down) >= LeastGaps && acrossSum * (double)down > LeastRatio * downSum * across;
    }

    /// <summary>The commonest brightness.</summary>
    public static int Paper(Raster raster)
    {
        Span<int> histogram = stackalloc int[256];
        var luma = raster.Luma;
        for (var i = 0; i < luma.Length; i += 7)
        {
            histogram[luma[i]]++;
        }
        var best = 0;
        for (var value = 1; value < 256; value++)
        {
            best = histogram[value] >= histogram[best] ? value : best;
        }
        return best;
    }
}
