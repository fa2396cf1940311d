using System.Numerics;
using System.Runtime.Intrinsics;

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
        var most = (int)(LeastColouredShare * raster.Width * raster.Height);
        var coloured = 0;
        for (var y = 0; y < raster.Height && coloured <= most; y++)
        {
            coloured += CountColoured(raster.PixelRow(y));
        }
        return coloured <= most;
    }

    private static int CountColoured(ReadOnlySpan<uint> row)
    {
        var (count, x) = (0, 0);
        for (; x + Vector256<uint>.Count <= row.Length; x += Vector256<uint>.Count)
        {
            // The lowest byte of each number becomes the largest, or the smallest, of blue, green and red.
            var blue = Vector256.Create(row[x..]);
            var (green, red) = (blue >> 8, blue >> 16);
            var largest = Vector256.Max(Vector256.Max(blue.AsByte(), green.AsByte()), red.AsByte());
            var smallest = Vector256.Min(Vector256.Min(blue.AsByte(), green.AsByte()), red.AsByte());
            var chroma = (largest - smallest).AsUInt32() & Vector256.Create(0xFFu);
            var isColoured = Vector256.GreaterThan(chroma, Vector256.Create((uint)GreyChroma));
            count += BitOperations.PopCount(isColoured.ExtractMostSignificantBits());
        }
        for (; x < row.Length; x++)
        {
            var (blue, green, red) = ((int)row[x] & 0xFF, (int)(row[x] >> 8) & 0xFF, (int)(row[x] >> 16) & 0xFF);
            var chroma = Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue));
            count += chroma > GreyChroma ? 1 : 0;
        }
        return count;
    }
}
