using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using SkiaSharp;

namespace Enrollment.Documents.Fonts;

/// <summary>
/// One embedded TrueType font: which characters it has, how wide they are, and a cut of it with only the
/// characters that a document uses. Safe for all threads; cuts are not cached.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A font lives as long as the process.")]
internal sealed class FontFile
{
    private static readonly string[] TablesOfNoUseInPdf =
    [
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "VORG",
        "vhea",
        "vmtx",
        "DSIG",
        "STAT",
        "gasp",
    ];

    private readonly SKFont font;
    private readonly nint face;
    private readonly ushort[] glyphs;
    private readonly float[] advances;

    public FontFile(FontResource resource)
    {
        var typeface = SKTypeface.FromData(SKData.Create(resource.Address, resource.Length));
        font = new(typeface);
        using var blob = new HarfBuzzSharp.Blob(resource.Address, resource.Length, HarfBuzzSharp.MemoryMode.ReadOnly);
        using var whole = new HarfBuzzSharp.Face(blob, 0);
        face = HarfBuzz.Preprocess(whole.Handle);
        glyphs = font.GetGlyphs([.. Enumerable.Range(0, char.MaxValue + 1)]);
        advances = Advances(typeface);
    }

    public bool Has(Rune rune) => Glyph(rune) != 0;

    /// <summary>Width of a character in ems.</summary>
    public float Advance(Rune rune) => advances[Math.Min(Glyph(rune), advances.Length - 1)];

    /// <summary>A typeface with the given characters only; the caller disposes it.</summary>
    public unsafe SKTypeface Cut(IEnumerable<int> characters)
    {
        var input = HarfBuzz.CreateInput();
        HarfBuzz.SetFlags(input, HarfBuzz.NoHinting | HarfBuzz.NoLayoutClosure);
        var wanted = HarfBuzz.UnicodeSet(input);
        foreach (var character in characters)
        {
            HarfBuzz.Add(wanted, (uint)character);
        }
        var dropped = HarfBuzz.InputSet(input, HarfBuzz.DropTableTags);
        foreach (var tag in TablesOfNoUseInPdf)
        {
            HarfBuzz.Add(dropped, Tag(tag));
        }
        var cut = HarfBuzz.Subset(face, input);
        HarfBuzz.DestroyInput(input);
        if (cut == 0)
        {
            throw new InvalidOperationException("HarfBuzz could not cut the font.");
        }
        var blob = HarfBuzz.FaceBlob(cut);
        try
        {
            var bytes = HarfBuzz.BlobData(blob, out var length);
            using var copy = SKData.CreateCopy(CoarseOutlines.Of(new ReadOnlySpan<byte>((void*)bytes, (int)length)));
            return SKTypeface.FromData(copy);
        }
        finally
        {
            HarfBuzz.DestroyBlob(blob);
            HarfBuzz.DestroyFace(cut);
        }
    }

    private ushort Glyph(Rune rune) => rune.IsBmp ? glyphs[rune.Value] : font.GetGlyph(rune.Value);

    /// <summary>
    /// Read from the font's own tables, because asking Skia for 65,000 widths would load as many outlines.
    /// </summary>
    private static float[] Advances(SKTypeface typeface)
    {
        var metrics = typeface.GetTableData(Tag("hmtx"));
        var counted = BinaryPrimitives.ReadUInt16BigEndian(typeface.GetTableData(Tag("hhea")).AsSpan(34));
        var widths = new float[counted];
        for (var glyph = 0; glyph < counted; glyph++)
        {
            widths[glyph] =
                BinaryPrimitives.ReadUInt16BigEndian(metrics.AsSpan(glyph * 4)) / (float)typeface.UnitsPerEm;
        }
        return widths;
    }

    private static uint Tag(string name) => BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(name));
}
