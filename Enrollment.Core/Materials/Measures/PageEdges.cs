namespace Enrollment.Materials.Measures;

/// <summary>
/// The page's edges on a scan that shows a darker margin around it (a scanner's dark lid, a desk): straight lines along
/// which the margin ends. A page that fills the image, or lies on white, has none to be seen.
/// </summary>
internal sealed class PageEdges
{
    /// <summary>Lines that are followed inward from each side.</summary>
    private const int Lines = 96;

    /// <summary>By how much the margin is darker than the paper, of 255.</summary>
    private const int LeastDepth = 40;

    /// <summary>Of the side's length: less is a shadow along the edge.</summary>
    private const double LeastMargin = 0.012;

    /// <summary>Of the side's length: paper goes on for so long behind its edge.</summary>
    private const double LeastPaper = 0.01;

    /// <summary>Of the lines that meet the paper where the edge runs; corners and tears take the rest.</summary>
    private const double LeastStraight = 0.6;

    private const double MostDegrees = 15;

    private readonly Edge? _left;
    private readonly Edge? _top;
    private readonly Edge? _right;
    private readonly Edge? _bottom;
    private readonly Raster _raster;

    private PageEdges(Raster raster)
    {
        _raster = raster;
        var paper = MiddleBrightness(raster);
        _left = Find(raster.Height, raster.Width, paper, (along, depth) => raster.LumaRow(along)[depth]);
        _top = Find(raster.Width, raster.Height, paper, (along, depth) => raster.LumaRow(depth)[along]);
        _right = FromFarSide(
            raster.Width,
            Find(raster.Height, raster.Width, paper, (along, depth) => raster.LumaRow(along)[^(depth + 1)])
        );
        _bottom = FromFarSide(
            raster.Height,
            Find(raster.Width, raster.Height, paper, (along, depth) => raster.LumaRow(raster.Height - 1 - depth)[along])
        );
    }

    /// <summary>Where a side has an edge, what lies along the image's own border is the margin.</summary>
    public bool HasLeft => _left is not null;

    public bool HasTop => _top is not null;

    public bool HasRight => _right is not null;

    public bool HasBottom => _bottom is not null;

    /// <summary>The page's share of the image's width; 1 unless both its edges are seen.</summary>
    public double ShareOfWidth =>
        _left is { } left && _right is { } right ? (right.At - left.At) * Cosine / _raster.Width : 1;

    /// <inheritdoc cref="ShareOfWidth"/>
    public double ShareOfHeight =>
        _top is { } top && _bottom is { } bottom ? (bottom.At - top.At) * Cosine / _raster.Height : 1;

    /// <summary>By how much the page lies turned, clockwise; null where no edge is seen.</summary>
    public double? Degrees
    {
        get
        {
            var slopes = new[] { -_left?.Slope, _top?.Slope, -_right?.Slope, _bottom?.Slope }
                .OfType<double>()
                .Order()
                .ToList();
            return slopes.Count == 0 ? null : Math.Atan(slopes[slopes.Count / 2]) * 180 / Math.PI;
        }
    }

    /// <summary>The page; null where no edge is seen.</summary>
    public Region? Region
    {
        get
        {
            if (Degrees is not { } degrees)
            {
                return null;
            }
            var (left, top) = (_left?.At ?? 0, _top?.At ?? 0);
            var (width, height) = ((_right?.At ?? _raster.Width) - left, (_bottom?.At ?? _raster.Height) - top);
            return _raster.Region(RegionKind.Page, left, top, width, height, degrees);
        }
    }

    private double Cosine => Math.Cos((Degrees ?? 0) * Math.PI / 180);

    public static PageEdges Of(Raster raster) => new(raster);

    private static Edge? FromFarSide(int length, Edge? edge) =>
        edge is { } found ? new Edge(length - found.At, -found.Slope) : null;

    /// <param name="side">Length of the side that is left, in pixels.</param>
    /// <param name="length">How far the other side is.</param>
    private static Edge? Find(int side, int length, int paper, Func<int, int, byte> at)
    {
        var depths = new int[Lines];
        for (var i = 0; i < Lines; i++)
        {
            depths[i] = at(Along(i, side), Math.Min(2, length - 1));
        }
        Array.Sort(depths);
        var margin = depths[Lines / 2];
        if (paper - margin < LeastDepth)
        {
            return null;
        }
        for (var i = 0; i < Lines; i++)
        {
            depths[i] = DepthOfPaper(Along(i, side), length, (paper + margin) / 2, at);
        }
        return Through(depths, side, length);
    }

    private static int Along(int line, int side) => (int)((0.05 + (0.9 * line / (Lines - 1))) * (side - 1));

    /// <summary>Pixels from the side to where the paper begins; −1 where it doesn't.</summary>
    private static int DepthOfPaper(int along, int length, int threshold, Func<int, int, byte> at)
    {
        var (bright, wanted) = (0, Math.Max(3, (int)(LeastPaper * length)));
        for (var depth = 0; depth < length / 2; depth++)
        {
            bright = at(along, depth) >= threshold ? bright + 1 : 0;
            if (bright == wanted)
            {
                return depth - wanted + 1;
            }
        }
        return -1;
    }

    /// <summary>The line that most of the points lie on, as the middle slope between points half the side apart.</summary>
    private static Edge? Through(int[] depths, int side, int length)
    {
        var slopes = Enumerable
            .Range(0, Lines / 2)
            .Where(i => depths[i] >= 0 && depths[i + (Lines / 2)] >= 0)
            .Select(i =>
                (depths[i + (Lines / 2)] - depths[i]) / (double)(Along(i + (Lines / 2), side) - Along(i, side))
            )
            .Order()
            .ToList();
        if (slopes.Count == 0 || Math.Abs(slopes[slopes.Count / 2]) > Math.Tan(MostDegrees * Math.PI / 180))
        {
            return null;
        }
        var slope = slopes[slopes.Count / 2];
        var atMiddle = Enumerable
            .Range(0, Lines)
            .Where(i => depths[i] >= 0)
            .Select(i => depths[i] - (slope * (Along(i, side) - (side / 2.0))))
            .Order()
            .ToList();
        var middle = atMiddle[atMiddle.Count / 2];
        var straight = atMiddle.Count(one => Math.Abs(one - middle) <= Math.Max(2, 0.006 * length));
        return straight >= LeastStraight * Lines && middle >= LeastMargin * length ? new(middle, slope) : null;
    }

    /// <summary>The commonest brightness of the middle of the image, which is the page's whatever lies around it.</summary>
    private static int MiddleBrightness(Raster raster)
    {
        Span<int> histogram = stackalloc int[256];
        for (var y = raster.Height / 4; y < raster.Height * 3 / 4; y += 5)
        {
            foreach (var value in raster.LumaRow(y)[(raster.Width / 4)..(raster.Width * 3 / 4)])
            {
                histogram[value]++;
            }
        }
        var best = 0;
        for (var value = 1; value < 256; value++)
        {
            best = histogram[value] >= histogram[best] ? value : best;
        }
        return best;
    }

    /// <param name="At">Pixels from the image's left or upper side, at the middle of the side.</param>
    /// <param name="Slope">Pixels away from that side for each pixel along it.</param>
    private sealed record Edge(double At, double Slope);
}
