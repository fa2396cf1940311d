namespace Enrollment.Materials.Measures;

/// <summary>Whether what is printed runs off the image: ink that touches its border.</summary>
internal static class PageBorder
{
    private const double InsetMm = 0.6;

    /// <summary>How deep a place at the border reaches into the page, millimetres.</summary>
    private const double DepthMm = 4;

    private const int InkDepth = 60;

    /// <summary>Of a border's length. A rule or a frame that is cut leaves a point or two, text and pictures more.</summary>
    private const double LeastInk = 0.03;

    /// <summary>Above this the border is a scanner's shadow or its dark lid, not print.</summary>
    private const double MostInk = 0.6;

    /// <summary>The sides that print runs off, the worst first. A side with a margin beyond the page's edge has none.</summary>
    public static IReadOnlyList<CutSide> Cuts(Raster raster, PageEdges edges, double pixelsPerMm)
    {
        var inset = Math.Min((int)Math.Ceiling(InsetMm * pixelsPerMm), Math.Min(raster.Width, raster.Height) / 4);
        var depth = DepthMm * pixelsPerMm;
        var (ink, far) = (TextDirection.Paper(raster) - InkDepth, (raster.Width - depth, raster.Height - depth));
        var sides = new List<CutSide>();
        if (!edges.HasTop && Row(raster, inset, ink) is { IsCut: true } top)
        {
            sides.Add(new(top.Share, raster.Region(RegionKind.Cut, top.First, 0, top.Length, depth)));
        }
        if (!edges.HasBottom && Row(raster, raster.Height - 1 - inset, ink) is { IsCut: true } bottom)
        {
            sides.Add(new(bottom.Share, raster.Region(RegionKind.Cut, bottom.First, far.Item2, bottom.Length, depth)));
        }
        if (!edges.HasLeft && Column(raster, inset, ink) is { IsCut: true } left)
        {
            sides.Add(new(left.Share, raster.Region(RegionKind.Cut, 0, left.First, depth, left.Length)));
        }
        if (!edges.HasRight && Column(raster, raster.Width - 1 - inset, ink) is { IsCut: true } right)
        {
            sides.Add(new(right.Share, raster.Region(RegionKind.Cut, far.Item1, right.First, depth, right.Length)));
        }
        return [.. sides.OrderByDescending(side => side.Share)];
    }

    private static Border Row(Raster raster, int y, int ink)
    {
        var border = new Border(raster.Width);
        var row = raster.LumaRow(y);
        for (var x = 0; x < row.Length; x++)
        {
            border.Take(x, row[x] < ink);
        }
        return border;
    }

    private static Border Column(Raster raster, int x, int ink)
    {
        var border = new Border(raster.Height);
        for (var y = 0; y < raster.Height; y++)
        {
            border.Take(y, raster.LumaRow(y)[x] < ink);
        }
        return border;
    }

    /// <param name="Share">Of the border's length that ink takes.</param>
    public sealed record CutSide(double Share, Region Region);

    private sealed class Border(int length)
    {
        private int _dark;
        private int _last;

        public int First { get; private set; } = -1;

        public int Length => _last - First + 1;

        public double Share => _dark / (double)length;

        public bool IsCut => Share is >= LeastInk and <= MostInk;

        public void Take(int at, bool isInk)
        {
            if (isInk)
            {
                First = First < 0 ? at : First;
                _last = at;
                _dark++;
            }
        }
    }
}
