namespace Enrollment.Materials.Measures;

/// <summary>Whether an image was taken in colour, whatever its file format says (R8, R9).</summary>
internal static class Colour
{
    /// <summary>
    /// Largest difference between a pixel's channels that rounding makes out of grey. A grey scan saved in colour has
    /// none, while a colour scanner leaves more than this on white paper and along printed edges, seal or no seal.
    /// </summary>
    private const int GreyChroma = 5;

    /// <summary>A small red seal on an A4 page covers about this share of it.</summary>
    private const double LeastColouredShare = 0.0005;

    public static bool IsGrey(Raster raster)
    {
        var pixels = raster.Pixels;
        var coloured = 0;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            int blue = pixels[i];
            int green = pixels[i + 1];
            int red = pixels[i + 2];
            var most = Math.Max(red, Math.Max(green, blue));
            var least = Math.Min(red, Math.Min(green, blue));
            if (most - least > GreyChroma)
            {
                coloured++;
            }
        }
        return coloured < LeastColouredShare * raster.Width * raster.Height;
    }
}
