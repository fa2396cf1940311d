using System.Buffers.Binary;

namespace Enrollment.Documents.Fonts;

/// <summary>
/// A cut font on a coarser grid: 250 units to the em instead of 1000. No point moves by more than two thousandths of
/// an em, which at 10.5 points is a sixth of a dot at 600 DPI, and the outlines take a quarter less of the document
/// (DESIGN §5, 60 KB a form).
/// </summary>
internal static class CoarseOutlines
{
    public const int UnitsPerEm = 250;

    /// <summary>Offsets of what is measured in units; an older version of a table ends before the last of them.</summary>
    private static readonly (string Tag, int[] Offsets)[] Measures =
    [
        ("head", [36, 38, 40, 42]),
        ("hhea", [4, 6, 8, 10, 12, 14, 16]),
        ("OS/2", [2, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 68, 70, 72, 74, 76, 86, 88]),
        ("post", [8, 10]),
    ];

    /// <param name="font">A TrueType file without hinting; comes back unchanged when its grid is no finer.</param>
    public static byte[] Of(ReadOnlySpan<byte> font)
    {
        var tables = new TrueTypeTables(font);
        var grid = new Grid(BinaryPrimitives.ReadUInt16BigEndian(tables["head"].AsSpan(18)));
        if (grid.UnitsPerEm <= UnitsPerEm)
        {
            return font.ToArray();
        }
        foreach (var (tag, offsets) in Measures)
        {
            foreach (var offset in offsets.Where(offset => offset < tables[tag].Length))
            {
                grid.Round(tables[tag].AsSpan(offset));
            }
        }
        RoundWidths(tables, grid);
        RoundGlyphs(tables, grid);
        BinaryPrimitives.WriteUInt16BigEndian(tables["head"].AsSpan(18), UnitsPerEm);
        return tables.ToFile();
    }

    private static void RoundWidths(TrueTypeTables tables, Grid grid)
    {
        var widths = tables["hmtx"];
        for (var at = 0; at < widths.Length; at += sizeof(short))
        {
            grid.Round(widths.AsSpan(at));
        }
    }

    private static void RoundGlyphs(TrueTypeTables tables, Grid grid)
    {
        var outlines = tables["glyf"].AsSpan();
        var places = Places(tables["loca"], isLong: tables["head"][51] == 1);
        var rounded = new List<byte>(outlines.Length);
        var offsets = new byte[places.Length * sizeof(uint)];
        for (var glyph = 0; glyph < places.Length; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(glyph * sizeof(uint)), (uint)rounded.Count);
            if (glyph + 1 < places.Length && places[glyph + 1] > places[glyph])
            {
                GlyphOutline.Round(outlines[places[glyph]..places[glyph + 1]], grid, rounded);
                rounded.AddRange(new byte[rounded.Count & 1]);
            }
        }
        tables["glyf"] = [.. rounded];
        tables["loca"] = offsets;
        tables["head"][51] = 1;
    }

    private static int[] Places(ReadOnlySpan<byte> loca, bool isLong)
    {
        var places = new int[loca.Length / (isLong ? sizeof(uint) : sizeof(ushort))];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = isLong
                ? (int)BinaryPrimitives.ReadUInt32BigEndian(loca[(i * sizeof(uint))..])
                : 2 * BinaryPrimitives.ReadUInt16BigEndian(loca[(i * sizeof(ushort))..]);
        }
        return places;
    }

    /// <summary>The finer grid that measures come from.</summary>
    internal readonly record struct Grid(int UnitsPerEm)
    {
        public int Round(int units) =>
            (int)Math.Floor((2.0 * units * CoarseOutlines.UnitsPerEm + UnitsPerEm) / (2.0 * UnitsPerEm));

        public void Round(Span<byte> at) =>
            BinaryPrimitives.WriteInt16BigEndian(at, (short)Round(BinaryPrimitives.ReadInt16BigEndian(at)));
    }
}
