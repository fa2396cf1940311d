namespace Enrollment.Materials.Measures;

/// <summary>
/// Whether a page lies on its side: between lines of text the paper stays blank, between the characters of a line it
/// hardly does. Looked at in small tiles, so that tables, seals and a slight tilt don't matter.
/// </summary>
internal static class TextDirection
{
    /// <summary>Small print needs small tiles, so that a tilt doesn't close its gaps; a certificate's large print large ones.</summary>
    private static readonly double[] TilesMm = [20, 45];

    /// <summary>Darker than the paper by this much is ink.</summary>
    private const int InkDepth = 60;

    /// <summary>Of a tile's pixels: less is an empty tile, more a picture.</summary>
    private const double LeastInk = 0.02;

    /// <inheritdoc cref="LeastInk"/>
    private const double MostInk = 0.4;

    private const int LeastTiles = 4;

    /// <summary>How many times more blank columns than blank rows make a page that lies on its side.</summary>
    private const double LeastRatio = 1.15;

    public static bool IsSideways(Raster raster, double pixelsPerMm)
    {
        var ink = Paper(raster) - InkDepth;
        var (blankRows, blankColumns, tiles) = (0, 0, 0);
        foreach (var tile in TilesMm.Select(mm => Math.Max(12, (int)(mm * pixelsPerMm))))
        {
            for (var top = 0; top + tile <= raster.Height; top += tile)
            {
                for (var left = 0; left + tile <= raster.Width; left += tile)
                {
                    var (inRows, inColumns, total) = Profiles(raster, left, top, tile, ink);
                    if (total >= LeastInk * tile * tile && total <= MostInk * tile * tile)
                    {
                        blankRows += Blank(inRows);
                        blankColumns += Blank(inColumns);
                        tiles++;
                    }
                }
            }
        }
        return tiles >= LeastTiles && blankColumns > LeastRatio * blankRows && blankColumns > tiles;
    }

    /// <summary>The commonest brightness.</summary>
    public static int Paper(Raster raster)
    {
        Span<int> histogram = stackalloc int[256];
        var luma = raster.Luma;
        for (var i = 0; i < luma.Length; i += 7)
        {
            histogram[luma[i]]++;
        }
        var best = 0;
        for (var value = 1; value < 256; value++)
        {
            best = histogram[value] >= histogram[best] ? value : best;
        }
        return best;
    }

    private static (int[] Rows, int[] Columns, int Total) Profiles(Raster raster, int left, int top, int tile, int ink)
    {
        var (rows, columns, total) = (new int[tile], new int[tile], 0);
        for (var y = 0; y < tile; y++)
        {
            var line = raster.LumaRow(top + y).Slice(left, tile);
            for (var x = 0; x < tile; x++)
            {
                if (line[x] < ink)
                {
                    rows[y]++;
                    columns[x]++;
                    total++;
                }
            }
        }
        return (rows, columns, total);
    }

    /// <summary>Blank lines between the first and the last that has ink.</summary>
    private static int Blank(int[] profile)
    {
        var (first, last) = (Array.FindIndex(profile, count => count > 0), Array.FindLastIndex(profile, count => count > 0));
        return profile.AsSpan(first, last - first + 1).Count(0);
    }
}
