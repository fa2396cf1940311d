using System.Runtime.Intrinsics;

namespace Enrollment.Materials.Measures;

/// <summary>
/// How sharp the edges of an image are: the steepest step between two neighbouring pixels over the whole contrast of
/// the edge it belongs to. Only edges are looked at, so a page with three lines is as sharp as one with thirty.
/// </summary>
internal static class Sharpness
{
    /// <summary>Pixels to either side that belong to one edge.</summary>
    private const int Reach = 6;

    /// <summary>Of 255; fainter edges are grain.</summary>
    private const int LeastContrast = 30;

    /// <summary>Fewer edges than this say nothing.</summary>
    private const int LeastEdges = 200;

    private const int Steps = 100;

    /// <summary>Pixels that are asked together whether there can be an edge among them.</summary>
    private const int Block = 16;

    /// <summary>From 0 (a haze) to 1 (black beside white); null where there is too little to see.</summary>
    /// <param name="raster">At the scale of analysis.</param>
    /// <param name="share">Which edges count: 0.5 asks for the typical one, 0.9 for the best tenth.</param>
    public static double? Of(Raster raster, double share)
    {
        Span<int> histogram = stackalloc int[Steps + 1];
        var edges = 0;
        for (var y = 1; y < raster.Height - 1; y += 3)
        {
            edges += AlongRow(raster.LumaRow(y), histogram);
        }
        return edges < LeastEdges ? null : Percentile(histogram, edges, share);
    }

    private static int AlongRow(ReadOnlySpan<byte> row, Span<int> histogram)
    {
        var edges = 0;
        for (var start = Reach; start < row.Length - Reach - 1; start += Block)
        {
            var end = Math.Min(start + Block, row.Length - Reach - 1);
            if (MayHoldEdges(row[(start - Reach)..(end + Reach)]))
            {
                edges += Among(row, start, end, histogram);
            }
        }
        return edges;
    }

    /// <summary>Most of a page is plain paper, where no two pixels near each other differ by an edge's contrast.</summary>
    private static bool MayHoldEdges(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length < Block)
        {
            return true;
        }
        var (first, last) = (Vector128.Create(pixels), Vector128.Create(pixels[^Block..]));
        return Range(Vector128.Max(first, last), Vector128.Min(first, last)) >= LeastContrast;
    }

    private static int Range(Vector128<byte> most, Vector128<byte> least)
    {
        for (var half = 8; half > 0; half /= 2)
        {
            var order = (Vector128<byte>.Indices + Vector128.Create((byte)half)) & Vector128.Create((byte)15);
            most = Vector128.Max(most, Vector128.Shuffle(most, order));
            least = Vector128.Min(least, Vector128.Shuffle(least, order));
        }
        return most[0] - least[0];
    }

    private static int Among(ReadOnlySpan<byte> row, int start, int end, Span<int> histogram)
    {
        var edges = 0;
        for (var x = start; x < end; x++)
        {
            var step = Math.Abs(row[x + 1] - row[x]);
            if (
                step < LeastContrast / 10
                || step < Math.Abs(row[x] - row[x - 1])
                || step <= Math.Abs(row[x + 2] - row[x + 1])
            )
            {
                continue;
            }
            var (least, most) = (255, 0);
            foreach (var value in row.Slice(x - Reach + 1, 2 * Reach))
            {
                least = Math.Min(least, value);
                most = Math.Max(most, value);
            }
            if (most - least >= LeastContrast)
            {
                histogram[step * Steps / (most - least)]++;
                edges++;
            }
        }
        return edges;
    }

    private static double Percentile(ReadOnlySpan<int> histogram, int edges, double share)
    {
        var below = 0;
        for (var i = 0; i < Steps; i++)
        {
            below += histogram[i];
            if (below > edges * share)
            {
                return i / (double)Steps;
            }
        }
        return 1;
    }
}
