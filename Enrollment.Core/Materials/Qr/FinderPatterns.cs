namespace Enrollment.Materials.Qr;

/// <summary>A finder pattern: the square eye in three of a code's corners. All in pixels.</summary>
internal sealed record Finder(double X, double Y, double Module, int Seen)
{
    public double DistanceTo(Finder other) => Math.Sqrt(Math.Pow(X - other.X, 2) + Math.Pow(Y - other.Y, 2));
}

/// <summary>Finds eyes by their runs of dark and light, 1 : 1 : 3 : 1 : 1 on every line through their middle.</summary>
internal static class FinderPatterns
{
    private const int MostFinders = 14;
    private const int LeastModules = 14;
    private const int MostModules = 100;

    /// <summary>An eye is crossed by many lines, what merely looks like one by few.</summary>
    private const double WeightOfSeen = 0.5;

    /// <summary>All threes that may be the corners of one code, the best first.</summary>
    public static IEnumerable<Corners> Triples(BinaryImage image)
    {
        var finders = Find(image).OrderByDescending(finder => finder.Seen).Take(MostFinders).ToList();
        var triples = new List<(double Doubt, Corners Corners)>();
        for (var a = 0; a < finders.Count; a++)
        {
            for (var b = a + 1; b < finders.Count; b++)
            {
                for (var c = b + 1; c < finders.Count; c++)
                {
                    if (Corners.From(finders[a], finders[b], finders[c]) is { } corners && IsPlausible(corners))
                    {
                        // Sorted by how often they were seen: the third is the least certain.
                        var certain = (double)finders[c].Seen / finders[0].Seen;
                        triples.Add((corners.Error + (WeightOfSeen * (1 - certain)), corners));
                    }
                }
            }
        }
        return triples.OrderBy(triple => triple.Doubt).Select(triple => triple.Corners);
    }

    private static bool IsPlausible(Corners corners) =>
        corners.Error < 0.6 && corners.Across / corners.Module is > LeastModules - 4 and < MostModules;

    private static List<Finder> Find(BinaryImage image)
    {
        var found = new List<Finder>();
        Span<int> runs = stackalloc int[5];
        for (var y = 0; y < image.Height; y++)
        {
            runs.Clear();
            var row = image.Row(y);
            var (x, dark) = (0, (byte)0);
            while (x < row.Length)
            {
                var length = row[x..].IndexOfAnyExcept(dark);
                length = length < 0 ? row.Length - x : length;
                x += length;
                runs[1..].CopyTo(runs);
                runs[4] = length;
                if (dark == 1 && IsEye(runs))
                {
                    Consider(image, x - runs[4] - runs[3] - (runs[2] / 2.0), y, runs, found);
                }
                dark ^= 1;
            }
        }
        return found;
    }

    private static void Consider(BinaryImage image, double x, int y, ReadOnlySpan<int> runs, List<Finder> found)
    {
        var total = Sum(runs);
        if (
            CrossCheck(image, (int)x, y, 0, 1, total) is not { } down
            || CrossCheck(image, (int)x, (int)(y + down.Shift), 1, 0, total) is not { } across
        )
        {
            return;
        }
        var (middleX, middleY) = ((int)x + across.Shift + 0.5, y + down.Shift + 0.5);
        var module = (down.Total + across.Total) / 14.0;
        for (var i = 0; i < found.Count; i++)
        {
            var known = found[i];
            if (
                Math.Abs(known.X - middleX) < known.Module * 1.5
                && Math.Abs(known.Y - middleY) < known.Module * 1.5
                && module < known.Module * 1.6
                && known.Module < module * 1.6
            )
            {
                var seen = known.Seen + 1;
                found[i] = new(
                    known.X + ((middleX - known.X) / seen),
                    known.Y + ((middleY - known.Y) / seen),
                    known.Module + ((module - known.Module) / seen),
                    seen
                );
                return;
            }
        }
        found.Add(new(middleX, middleY, module, 1));
    }

    /// <summary>
    /// The five runs on the line through a pixel of the eye's middle; how far the middle lies from that pixel, and how
    /// long the runs are together.
    /// </summary>
    private static (double Shift, int Total)? CrossCheck(BinaryImage image, int x, int y, int dx, int dy, int expected)
    {
        if (!image.Contains(x, y) || !image.IsDark(x, y))
        {
            return null;
        }
        Span<int> runs = stackalloc int[5];
        var before = Follow(image, x, y, -dx, -dy, expected, out runs[1], out runs[0]);
        var after = Follow(image, x, y, dx, dy, expected, out runs[3], out runs[4]);
        if (before < 0 || after < 0)
        {
            return null;
        }
        runs[2] = before + after + 1;
        var total = Sum(runs);
        return IsEye(runs) && total < 2 * expected && expected < 2 * total ? ((after - before) / 2.0, total) : null;
    }

    /// <summary>Counts the dark pixels beyond the first, then the light and the dark ring; −1 at the image's edge.</summary>
    private static int Follow(BinaryImage image, int x, int y, int dx, int dy, int most, out int light, out int dark)
    {
        var core = -1;
        (light, dark) = (0, 0);
        for (; image.Contains(x, y) && image.IsDark(x, y) && core < most; x += dx, y += dy)
        {
            core++;
        }
        for (; image.Contains(x, y) && !image.IsDark(x, y) && light < most; x += dx, y += dy)
        {
            light++;
        }
        for (; image.Contains(x, y) && image.IsDark(x, y) && dark < most; x += dx, y += dy)
        {
            dark++;
        }
        return light == 0 || dark == 0 ? -1 : core;
    }

    private static bool IsEye(ReadOnlySpan<int> runs)
    {
        var total = Sum(runs);
        if (total < 7 || runs[0] == 0)
        {
            return false;
        }
        var module = total / 7.0;
        var most = Math.Max(module * 0.65, 1);
        return Math.Abs(runs[0] - module) <= most
            && Math.Abs(runs[1] - module) <= most
            && Math.Abs(runs[2] - (3 * module)) <= 3 * most
            && Math.Abs(runs[3] - module) <= most
            && Math.Abs(runs[4] - module) <= most;
    }

    private static int Sum(ReadOnlySpan<int> runs) => runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
}
