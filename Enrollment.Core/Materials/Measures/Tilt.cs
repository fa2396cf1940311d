namespace Enrollment.Materials.Measures;

/// <summary>
/// By how much a page is turned: at the right angle the upper edges of its characters, rules and frames fall into few
/// narrow bands, and at every other angle they smear over many.
/// </summary>
internal sealed class Tilt
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

    private readonly Raster _raster;
    private readonly List<short> _x;
    private readonly List<short> _y;

    private Tilt(Raster raster)
    {
        _raster = raster;
        (_x, _y) = EdgePoints(raster);
        Degrees = _x.Count < LeastPoints ? null : BestAngle();
    }

    /// <summary>Clockwise; null where nothing on the page runs straight.</summary>
    public double? Degrees { get; }

    /// <summary>What is printed, without a hundredth of it at either end.</summary>
    public Region Region
    {
        get
        {
            var (x, y) = (_x.Order().ToList(), _y.Order().ToList());
            var (first, last) = (x.Count / 100, x.Count - 1 - (x.Count / 100));
            return _raster.Region(
                RegionKind.Print,
                x[first],
                y[first],
                x[last] - x[first],
                y[last] - y[first],
                Degrees ?? 0
            );
        }
    }

    public static Tilt Of(Raster raster) => new(raster);

    private double? BestAngle()
    {
        var bins = new int[_raster.Height + (2 * (int)(_raster.Width * Math.Sin(MostDegrees * Math.PI / 180))) + 4];
        var steps = (int)(2 * MostDegrees / CoarseStep) + 1;
        var scores = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            scores[i] = Concentration((i * CoarseStep) - MostDegrees, bins);
        }
        var best = Array.IndexOf(scores, scores.Max());
        var around = (best * CoarseStep) - MostDegrees;
        var (degrees, top) = (around, scores[best]);
        for (var fine = around - CoarseStep; fine <= around + CoarseStep; fine += FineStep)
        {
            var score = Concentration(fine, bins);
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
    private double Concentration(double degrees, int[] bins)
    {
        Array.Clear(bins);
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        // Fixed point, and no band below zero: x·sin is at most width·sin(10°).
        var (stepX, stepY) = ((int)(sine * 65536), (int)(cosine * 65536));
        var offset = (int)(_raster.Width * Math.Sin(MostDegrees * Math.PI / 180)) + 1;
        for (var i = 0; i < _x.Count; i++)
        {
            bins[(((_y[i] * stepY) - (_x[i] * stepX)) >> 16) + offset]++;
        }
        var sum = 0.0;
        foreach (var count in bins)
        {
            sum += (double)count * count;
        }
        return sum;
    }
}
