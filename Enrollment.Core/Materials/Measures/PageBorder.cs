namespace Enrollment.Materials.Measures;

/// <summary>Whether what is printed runs off the image: ink that touches its border.</summary>
internal static class PageBorder
{
    private const double InsetMm = 0.6;
    private const int InkDepth = 60;

    /// <summary>Of a border's length. A rule or a frame that is cut leaves a point or two, text and pictures more.</summary>
    private const double LeastInk = 0.03;

    /// <summary>Above this the border is a scanner's shadow or its dark lid, not print.</summary>
    private const double MostInk = 0.6;

    /// <summary>The largest share of a border's length that ink takes, among the four.</summary>
    public static double InkShare(Raster raster, double pixelsPerMm)
    {
        var inset = Math.Clamp((int)Math.Ceiling(InsetMm * pixelsPerMm), 1, Math.Min(raster.Width, raster.Height) / 4);
        var ink = TextDirection.Paper(raster) - InkDepth;
        ReadOnlySpan<double> shares =
        [
            Row(raster, inset, ink),
            Row(raster, raster.Height - 1 - inset, ink),
            Column(raster, inset, ink),
            Column(raster, raster.Width - 1 - inset, ink),
        ];
        var most = 0.0;
        foreach (var share in shares)
        {
            most = share <= MostInk ? Math.Max(most, share) : most;
        }
        return most;
    }

    public static bool IsCut(double inkShare) => inkShare >= LeastInk;

    private static double Row(Raster raster, int y, int ink)
    {
        var dark = 0;
        foreach (var value in raster.LumaRow(y))
        {
            dark += value < ink ? 1 : 0;
        }
        return dark / (double)raster.Width;
    }

    private static double Column(Raster raster, int x, int ink)
    {
        var dark = 0;
        for (var y = 0; y < raster.Height; y++)
        {
            dark += raster.LumaRow(y)[x] < ink ? 1 : 0;
        }
        return dark / (double)raster.Height;
    }
}
