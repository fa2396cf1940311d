namespace Enrollment.Materials.Measures;

/// <summary>
/// By how much a page is turned: at the right angle the upper edges of its characters, rules and frames fall into few
/// narrow bands, and at every other angle they smear over many.
/// </summary>
internal static class Tilt
{
    private const double MostDegrees = 10;
    private const double CoarseStep = 0.5;
    private const double FineStep = 0.1;

    /// <summary>Brightness that falls from one pixel to the next at an edge.</summary>
    private const int EdgeStep = 35;

    /// <summary>More points don't sharpen the answer.</summary>
    private const int MostPoints = 24_000;

    private const int LeastPoints = 300;

    /// <summary>How far the best angle must stand out from the ordinary one to be believed.</summary>
    private const double LeastProminence = 1.25;

    /// <summary>Clockwise, in degrees; null where nothing on the page runs straight.</summary>
    public static double? Degrees(Raster raster)
    {
        var (x, y) = EdgePoints(raster);
        if (x.Count < LeastPoints)
        {
            return null;
        }
        var bins = new int[raster.Height + (2 * (int)(raster.Width * Math.Sin(MostDegrees * Math.PI / 180))) + 4];
        var steps = (int)(2 * MostDegrees / CoarseStep) + 1;
        var scores = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            scores[i] = Concentration(x, y, (i * CoarseStep) - MostDegrees, raster.Width, bins);
        }
        var best = Array.IndexOf(scores, scores.Max());
        var around = (best * CoarseStep) - MostDegrees;
        var (degrees, top) = (around, scores[best]);
        for (var fine = around - CoarseStep; fine <= around + CoarseStep; fine += FineStep)
        {
            var score = Concentration(x, y, fine, raster.Width, bins);
            (degrees, top) = score > top ? (fine, score) : (degrees, top);
        }
        Array.Sort(scores);
        return top >= LeastProminence * scores[steps / 2] ? degrees : null;
    }

    private static (List<short> X, List<short> Y) EdgePoints(Raster raster)
    {
        var (xs, ys) = (new List<short>(MostPoints), new List<short>(MostPoints));
        var luma = raster.Luma;
        for (var stride = 2; ; stride *= 2)
        {
            for (var y = 1; y < raster.Height && xs.Count < MostPoints; y++)
            {
                var row = luma.Slice(y * raster.Width, raster.Width);
                var above = luma.Slice((y - 1) * raster.Width, raster.Width);
                for (var x = y % stride; x < row.Length; x += stride)
                {
                    if (above[x] - row[x] > EdgeStep)
                    {
                        xs.Add((short)x);
                        ys.Add((short)y);
                    }
                }
            }
            if (xs.Count < MostPoints)
            {
                return (xs, ys);
            }
            xs.Clear();
            ys.Clear();
        }
    }

    /// <summary>The sum of squares of how many points fall into each band of one pixel at the angle.</summary>
    private static double Concentration(List<short> x, List<short> y, double degrees, int width, int[] bins)
    {
        Array.Clear(bins);
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        // Fixed point, and no band below zero: x·sin is at most width·sin(10°).
        var (stepX, stepY) = ((int)(sine * 65536), (int)(cosine * 65536));
        var offset = (int)(width * Math.Sin(MostDegrees * Math.PI / 180)) + 1;
        for (var i = 0; i < x.Count; i++)
        {
            bins[(((y[i] * stepY) - (x[i] * stepX)) >> 16) + offset]++;
        }
        var sum = 0.0;
        foreach (var count in bins)
        {
            sum += (double)count * count;
        }
        return sum;
    }
}
