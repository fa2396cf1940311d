using System.Numerics;

namespace Enrollment.Materials.Measures;

/// <summary>
/// What an image looks like in 1,024 bits: whether each cell of a grid is clearly darker than its right neighbour.
/// Saving again, at another size or quality, changes few of them; another page changes many.
/// </summary>
internal static class Fingerprint
{
    private const int Cells = 32;

    /// <summary>Brightness by which neighbours must differ to count, so that grain on blank paper doesn't.</summary>
    private const int Clear = 3;

    /// <summary>Of 1,024 bits.</summary>
    private const int MostDifferent = 12;

    /// <summary>A nearly blank page looks like every other; it isn't compared by its looks.</summary>
    private const int LeastSet = 40;

    public static string Of(Raster raster)
    {
        Span<byte> bits = stackalloc byte[Cells * Cells / 8];
        Span<int> means = stackalloc int[Cells + 1];
        for (var row = 0; row < Cells; row++)
        {
            var (top, bottom) = (row * raster.Height / Cells, (row + 1) * raster.Height / Cells);
            for (var column = 0; column <= Cells; column++)
            {
                var (left, right) = (
                    column * raster.Width / (Cells + 1),
                    (column + 1) * raster.Width / (Cells + 1)
                );
                means[column] = Mean(raster, left, top, right, bottom);
            }
            for (var column = 0; column < Cells; column++)
            {
                if (means[column + 1] - means[column] >= Clear)
                {
                    var bit = (row * Cells) + column;
                    bits[bit / 8] |= (byte)(1 << (bit % 8));
                }
            }
        }
        return Convert.ToHexString(bits);
    }

    public static bool LookTheSame(string one, string other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }
        var (a, b) = (Convert.FromHexString(one), Convert.FromHexString(other));
        var (different, set) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            different += BitOperations.PopCount((uint)(a[i] ^ b[i]));
            set += BitOperations.PopCount(a[i]);
        }
        return set >= LeastSet && different <= MostDifferent;
    }

    /// <summary>Every other pixel of every other row is enough for a mean.</summary>
    private static int Mean(Raster raster, int left, int top, int right, int bottom)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < bottom; y += 2)
        {
            var row = raster.LumaRow(y);
            for (var x = left; x < right; x += 2)
            {
                sum += row[x];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
