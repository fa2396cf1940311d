using SkiaSharp;

namespace Enrollment.Materials.Measures;

/// <summary>The colour of a portrait's background, taken where neither hair nor shoulders are (R8: 均匀白色).</summary>
/// <param name="Dark">The darker end of it: the colour below which a tenth of it lies, channel by channel.</param>
/// <param name="Light">The lighter end, above which a tenth lies.</param>
internal sealed record Background(Rgb Dark, Rgb Light)
{
    /// <summary>Each channel, of 255. Paper white under studio light is seldom below 235.</summary>
    private const int LeastWhite = 220;

    /// <summary>Between channels; more is a tint that people see.</summary>
    private const int MostTint = 16;

    /// <summary>Between the darker and the lighter end; more is a shadow or a gradient.</summary>
    private const int MostUneven = 26;

    /// <summary>The share of the width at either side, and of the height at the top, that the background fills.</summary>
    private const double Band = 0.08;

    /// <summary>Long hair and shoulders begin below this share of the height.</summary>
    private const double AboveShoulders = 0.45;

    public static Rgb Required => new(LeastWhite, LeastWhite, LeastWhite);

    public bool IsPlainWhite =>
        Dark.Least >= LeastWhite
        && Dark.Tint <= MostTint
        && Light.Tint <= MostTint
        && Light.Least - Dark.Least <= MostUneven;

    /// <summary>The bands to the left, above and to the right of the head, with the corners.</summary>
    private static SKRectI[] Bands(Raster raster)
    {
        var (side, top) = ((int)(raster.Width * Band), (int)(raster.Height * Band));
        var bottom = (int)Math.Ceiling(raster.Height * AboveShoulders);
        return
        [
            new(0, top, side, bottom),
            new(0, 0, raster.Width, top),
            new(raster.Width - side, top, raster.Width, bottom),
        ];
    }

    public static Background Of(Raster raster) => Of(raster, Bands(raster));

    /// <summary>The bands that aren't plain white; all of them where only their difference shows it.</summary>
    public static IEnumerable<Region> Regions(Raster raster)
    {
        var wrong = Bands(raster).Where(band => !Of(raster, [band]).IsPlainWhite).ToList();
        return (wrong.Count == 0 ? [.. Bands(raster)] : wrong).Select(band =>
            raster.Region(RegionKind.Background, band.Left, band.Top, band.Width, band.Height)
        );
    }

    private static Background Of(Raster raster, ReadOnlySpan<SKRectI> bands)
    {
        Span<int> blue = stackalloc int[256];
        Span<int> green = stackalloc int[256];
        Span<int> red = stackalloc int[256];
        var count = 0;
        foreach (var band in bands)
        {
            for (var y = band.Top; y < band.Bottom; y++)
            {
                foreach (var pixel in raster.PixelRow(y)[band.Left..band.Right])
                {
                    blue[(int)pixel & 0xFF]++;
                    green[(int)(pixel >> 8) & 0xFF]++;
                    red[(int)(pixel >> 16) & 0xFF]++;
                    count++;
                }
            }
        }
        return new(
            new(Percentile(red, count, 0.1), Percentile(green, count, 0.1), Percentile(blue, count, 0.1)),
            new(Percentile(red, count, 0.9), Percentile(green, count, 0.9), Percentile(blue, count, 0.9))
        );
    }

    private static int Percentile(ReadOnlySpan<int> histogram, int count, double share)
    {
        var below = 0;
        for (var value = 0; value < 255; value++)
        {
            below += histogram[value];
            if (below > count * share)
            {
                return value;
            }
        }
        return 255;
    }
}

/// <summary>A colour as people write it: #F2F2F2.</summary>
internal sealed record Rgb(int Red, int Green, int Blue)
{
    public int Least => Math.Min(Red, Math.Min(Green, Blue));

    public int Tint => Math.Max(Red, Math.Max(Green, Blue)) - Least;

    public override string ToString() => $"#{Red:X2}{Green:X2}{Blue:X2}";
}
