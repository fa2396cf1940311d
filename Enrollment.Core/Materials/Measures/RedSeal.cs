namespace Enrollment.Materials.Measures;

/// <summary>Looks for a red seal (公章): a round patch of red ink of a seal's size.</summary>
internal static class RedSeal
{
    private const double CellMm = 2;

    /// <summary>Of a cell's pixels; a faint ring crosses a cell with about a tenth.</summary>
    private const double LeastRed = 0.04;

    private const double LeastDiameterMm = 14;
    private const double MostDiameterMm = 75;
    private const int Directions = 36;

    /// <summary>Of all directions from the middle in which red lies near the rim; characters reach about half.</summary>
    private const double LeastRound = 0.7;

    public static bool IsPresent(Raster raster, double pixelsPerMm)
    {
        var cell = Math.Max(2, (int)Math.Round(CellMm * pixelsPerMm));
        var (columns, rows) = ((raster.Width / cell) + 1, (raster.Height / cell) + 1);
        var red = RedCells(raster, cell, columns, rows);
        var seen = new bool[red.Length];
        for (var start = 0; start < red.Length; start++)
        {
            if (red[start] && !seen[start] && IsSeal(Patch(red, seen, start, columns, rows), cell / pixelsPerMm))
            {
                return true;
            }
        }
        return false;
    }

    private static bool[] RedCells(Raster raster, int cell, int columns, int rows)
    {
        var counts = new int[columns * rows];
        for (var y = 0; y < raster.Height; y++)
        {
            var pixels = raster.Pixels.Slice(y * raster.Width * 4, raster.Width * 4);
            var first = y / cell * columns;
            for (var x = 0; x < raster.Width; x++)
            {
                if (pixels[(4 * x) + 2] - Math.Max(pixels[4 * x], pixels[(4 * x) + 1]) > 50)
                {
                    counts[first + (x / cell)]++;
                }
            }
        }
        return Array.ConvertAll(counts, count => count > LeastRed * cell * cell);
    }

    /// <summary>All red cells that hang together with the first, diagonals included.</summary>
    private static List<(int X, int Y)> Patch(bool[] red, bool[] seen, int start, int columns, int rows)
    {
        var patch = new List<(int X, int Y)>();
        var open = new Stack<int>([start]);
        seen[start] = true;
        while (open.TryPop(out var at))
        {
            var (x, y) = (at % columns, at / columns);
            patch.Add((x, y));
            for (var nearY = Math.Max(0, y - 1); nearY <= Math.Min(rows - 1, y + 1); nearY++)
            {
                for (var nearX = Math.Max(0, x - 1); nearX <= Math.Min(columns - 1, x + 1); nearX++)
                {
                    var near = (nearY * columns) + nearX;
                    if (red[near] && !seen[near])
                    {
                        seen[near] = true;
                        open.Push(near);
                    }
                }
            }
        }
        return patch;
    }

    private static bool IsSeal(List<(int X, int Y)> patch, double cellMm)
    {
        var (left, right) = (patch.Min(cell => cell.X), patch.Max(cell => cell.X) + 1);
        var (top, bottom) = (patch.Min(cell => cell.Y), patch.Max(cell => cell.Y) + 1);
        var (width, height) = ((right - left) * cellMm, (bottom - top) * cellMm);
        if (
            Math.Min(width, height) < LeastDiameterMm
            || Math.Max(width, height) > MostDiameterMm
            || Math.Max(width, height) > 1.5 * Math.Min(width, height)
        )
        {
            return false;
        }
        var (middleX, middleY) = ((left + right) / 2.0, (top + bottom) / 2.0);
        Span<bool> directions = stackalloc bool[Directions];
        foreach (var (x, y) in patch)
        {
            // In a circle stretched to the patch's box: 1 is its rim.
            var (dx, dy) = (
                (x + 0.5 - middleX) / ((right - left - 1) / 2.0),
                (y + 0.5 - middleY) / ((bottom - top - 1) / 2.0)
            );
            if (Math.Sqrt((dx * dx) + (dy * dy)) is > 0.8 and < 1.17)
            {
                var direction = (int)((Math.Atan2(dy, dx) + Math.PI) / (2 * Math.PI) * Directions);
                directions[Math.Min(direction, Directions - 1)] = true;
            }
        }
        return directions.Count(true) >= LeastRound * Directions;
    }
}
