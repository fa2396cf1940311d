namespace Enrollment.Materials.Qr;

/// <summary>How much brightness flickers from pixel to pixel where nothing is printed.</summary>
internal static class Noise
{
    /// <summary>Every so manieth row is enough.</summary>
    private const int Rows = 16;

    /// <summary>The median step between neighbours; print and its edges are too few on a page to count.</summary>
    public static int Of(ReadOnlySpan<byte> luma, int width, int height)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var total = 0;
        for (var y = Rows / 2; y < height; y += Rows)
        {
            var row = luma.Slice(y * width, width);
            for (var x = 1; x < row.Length; x++)
            {
                counts[Math.Abs(row[x] - row[x - 1])]++;
            }
            total += width - 1;
        }
        var (median, seen) = (0, counts[0]);
        while (seen * 2 < total)
        {
            seen += counts[++median];
        }
        return median;
    }
}
