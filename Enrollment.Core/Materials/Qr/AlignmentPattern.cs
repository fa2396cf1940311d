namespace Enrollment.Materials.Qr;

/// <summary>The small eye near the fourth corner, which shows how a code is distorted.</summary>
internal static class AlignmentPattern
{
    /// <summary>Modules around the place where it would be without distortion.</summary>
    private const double Reach = 4;

    private const double Step = 0.25;

    /// <summary>Of 25 modules.</summary>
    private const int LeastRight = 22;

    /// <summary>Its middle in pixels; null in version 1, which has none, and where nothing looks like it.</summary>
    public static (double X, double Y)? Find(BinaryImage image, Corners corners, int version)
    {
        if (version == 1)
        {
            return null;
        }
        var grid = Grid.Parallelogram(corners, version);
        var place = QrLayout.SizeOf(version) - 6.5;
        var (best, nearest, sumX, sumY, count) = (LeastRight, double.MaxValue, 0.0, 0.0, 0);
        for (var down = -Reach; down <= Reach; down += Step)
        {
            for (var right = -Reach; right <= Reach; right += Step)
            {
                var score = Score(image, grid, place + right, place + down);
                var distance = (right * right) + (down * down);
                if (score > best || (score == best && distance < nearest - 2))
                {
                    (best, nearest, sumX, sumY, count) = (score, distance, 0, 0, 0);
                }
                if (score == best && distance < nearest + 2)
                {
                    (sumX, sumY, count) = (sumX + right, sumY + down, count + 1);
                }
            }
        }
        return count == 0 ? null : grid.At(place + (sumX / count), place + (sumY / count));
    }

    private static int Score(BinaryImage image, Grid grid, double column, double row)
    {
        var right = 0;
        for (var down = -2; down <= 2; down++)
        {
            for (var across = -2; across <= 2; across++)
            {
                var (x, y) = grid.At(column + across, row + down);
                var isDark = Math.Max(Math.Abs(down), Math.Abs(across)) != 1;
                right += image.Contains(x, y) && image.IsDark((int)x, (int)y) == isDark ? 1 : 0;
            }
        }
        return right;
    }
}
