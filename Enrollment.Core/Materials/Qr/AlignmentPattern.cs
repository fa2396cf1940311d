namespace Enrollment.Materials.Qr;

/// <summary>The small eye near the fourth corner, which shows how a code is distorted.</summary>
internal static class AlignmentPattern
{
    /// <summary>Modules around the place where it would be without distortion.</summary>
    private const double Reach = 4;

    /// <summary>Modules around the place where a first map puts it.</summary>
    private const double NearReach = 2;

    private const double Step = 0.25;

    /// <summary>The eyes and as many small ones, with which a map is better than one through four points.</summary>
    private const int LeastPoints = 6;

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
        return Near(image, grid, place, place, Reach);
    }

    /// <summary>
    /// A map through the three eyes and every small eye that lies near where the first map says; null where those are
    /// too few to tell more than the first map did.
    /// </summary>
    public static Grid? Refine(BinaryImage image, Grid first, Corners corners, int version)
    {
        var (middles, far) = (QrLayout.Alignment(version), QrLayout.SizeOf(version) - 3.5);
        if (middles.Length < 3)
        {
            return null;
        }
        var points = new List<(double Column, double Row, double X, double Y)>
        {
            (3.5, 3.5, corners.TopLeft.X, corners.TopLeft.Y),
            (far, 3.5, corners.TopRight.X, corners.TopRight.Y),
            (3.5, far, corners.BottomLeft.X, corners.BottomLeft.Y),
        };
        foreach (var row in middles)
        {
            foreach (var column in middles)
            {
                var isEye = (row == 6 && (column == 6 || column == middles[^1])) || (column == 6 && row == middles[^1]);
                if (!isEye && Near(image, first, column + 0.5, row + 0.5, NearReach) is { } found)
                {
                    points.Add((column + 0.5, row + 0.5, found.X, found.Y));
                }
            }
        }
        return points.Count < LeastPoints ? null : Grid.Through(points, version);
    }

    private static (double X, double Y)? Near(BinaryImage image, Grid grid, double column, double row, double reach)
    {
        var (best, nearest, sumX, sumY, count) = (LeastRight, double.MaxValue, 0.0, 0.0, 0);
        for (var down = -reach; down <= reach; down += Step)
        {
            for (var right = -reach; right <= reach; right += Step)
            {
                var score = Score(image, grid, column + right, row + down);
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
        return count == 0 ? null : grid.At(column + (sumX / count), row + (sumY / count));
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
