using System.Numerics;
using System.Runtime.Intrinsics;

namespace Enrollment.Materials.Measures;

/// <summary>Looks for a red seal (公章): a round patch of red ink of a seal's size.</summary>
internal static class RedSeal
{
    private const double CellMm = 2;

    /// <summary>By how much red stands out from blue and green, of 255.</summary>
    private const int LeastRedness = 50;

    /// <summary>Of a cell's pixels; a faint ring crosses a cell with about a tenth.</summary>
    private const double LeastRed = 0.04;

    private const double LeastDiameterMm = 14;
    private const double MostDiameterMm = 75;
    private const int Directions = 36;

    /// <summary>Of all directions from the middle in which red lies near the rim; characters reach about half.</summary>
    private const double LeastRound = 0.7;

    /// <summary>Where the first one lies; null where there is none.</summary>
    public static Region? Find(Raster raster, double pixelsPerMm)
    {
        var cell = Math.Max(2, (int)Math.Round(CellMm * pixelsPerMm));
        var (columns, rows) = ((raster.Width / cell) + 1, (raster.Height / cell) + 1);
        var red = RedCells(raster, cell, columns, rows);
        var seen = new bool[red.Length];
        for (var start = 0; start < red.Length; start++)
        {
            if (!red[start] || seen[start])
            {
                continue;
            }
            var patch = Patch(red, seen, start, columns, rows);
            var box = Box.Around(patch);
            if (IsSeal(patch, box, cell / pixelsPerMm))
            {
                return raster.Region(
                    RegionKind.Seal,
                    box.Left * cell,
                    box.Top * cell,
                    (box.Right - box.Left) * cell,
                    (box.Bottom - box.Top) * cell
                );
            }
        }
        return null;
    }

    private static bool[] RedCells(Raster raster, int cell, int columns, int rows)
    {
        var counts = new int[columns * rows];
        for (var y = 0; y < raster.Height; y++)
        {
            CountRed(raster.PixelRow(y), cell, counts.AsSpan(y / cell * columns, columns));
        }
        return Array.ConvertAll(counts, count => count > LeastRed * cell * cell);
    }

    /// <summary>Eight pixels at a time; few of a page's rows hold any red.</summary>
    private static void CountRed(ReadOnlySpan<uint> row, int cell, Span<int> counts)
    {
        var x = 0;
        for (; x + Vector256<uint>.Count <= row.Length; x += Vector256<uint>.Count)
        {
            var blue = Vector256.Create(row[x..]);
            var red = (blue >> 16).AsByte();
            var other = Vector256.Max(blue.AsByte(), (blue >> 8).AsByte());
            var redness = (Vector256.Max(red, other) - other).AsUInt32() & Vector256.Create(0xFFu);
            var isRed = Vector256.GreaterThan(redness, Vector256.Create((uint)LeastRedness));
            for (var bits = isRed.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                counts[(x + BitOperations.TrailingZeroCount(bits)) / cell]++;
            }
        }
        for (; x < row.Length; x++)
        {
            var (blue, green, red) = ((int)row[x] & 0xFF, (int)(row[x] >> 8) & 0xFF, (int)(row[x] >> 16) & 0xFF);
            counts[x / cell] += red - Math.Max(blue, green) > LeastRedness ? 1 : 0;
        }
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

    private static bool IsSeal(List<(int X, int Y)> patch, Box box, double cellMm)
    {
        var (width, height) = ((box.Right - box.Left) * cellMm, (box.Bottom - box.Top) * cellMm);
        if (
            Math.Min(width, height) < LeastDiameterMm
            || Math.Max(width, height) > MostDiameterMm
            || Math.Max(width, height) > 1.5 * Math.Min(width, height)
        )
        {
            return false;
        }
        var (middleX, middleY) = ((box.Left + box.Right) / 2.0, (box.Top + box.Bottom) / 2.0);
        Span<bool> directions = stackalloc bool[Directions];
        foreach (var (x, y) in patch)
        {
            // In a circle stretched to the patch's box: 1 is its rim.
            var (dx, dy) = (
                (x + 0.5 - middleX) / ((box.Right - box.Left - 1) / 2.0),
                (y + 0.5 - middleY) / ((box.Bottom - box.Top - 1) / 2.0)
            );
            if (Math.Sqrt((dx * dx) + (dy * dy)) is > 0.8 and < 1.17)
            {
                var direction = (int)((Math.Atan2(dy, dx) + Math.PI) / (2 * Math.PI) * Directions);
                directions[Math.Min(direction, Directions - 1)] = true;
            }
        }
        return directions.Count(true) >= LeastRound * Directions;
    }

    /// <summary>In cells, right and bottom excluded.</summary>
    private sealed record Box(int Left, int Top, int Right, int Bottom)
    {
        public static Box Around(List<(int X, int Y)> patch) =>
            new(
                patch.Min(cell => cell.X),
                patch.Min(cell => cell.Y),
                patch.Max(cell => cell.X) + 1,
                patch.Max(cell => cell.Y) + 1
            );
    }
}
