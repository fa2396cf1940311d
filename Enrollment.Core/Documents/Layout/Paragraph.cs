using System.Runtime.InteropServices;
using System.Text;
using Enrollment.Documents.Fonts;

namespace Enrollment.Documents.Layout;

/// <summary>One character of a line: its face (the rare one where the wanted has none) and its place in the line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Placed(Rune Rune, Face Face, float X);

/// <summary>A set line: its characters, and how wide they are, in points.</summary>
internal sealed record TextLine(IReadOnlyList<Placed> Characters, float Width, bool EndsParagraph)
{
    public override string ToString() => string.Concat(Characters.Select(placed => placed.Rune));
}

/// <summary>Text broken into lines. Nothing is drawn: what is measured here is what is drawn later.</summary>
internal static class Paragraph
{
    /// <param name="text">May hold line feeds; each ends a paragraph.</param>
    /// <param name="type">The type it is set in.</param>
    /// <param name="width">The measure in points.</param>
    /// <param name="indent">Ems before the first line of each paragraph (首行缩进).</param>
    public static IReadOnlyList<TextLine> Break(string text, TypeStyle type, float width, float indent = 0)
    {
        var lines = new List<TextLine>();
        foreach (var paragraph in text.Split('\n'))
        {
            var runes = paragraph.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).ToArray();
            BreakOne(runes, type, width, indent * type.Size, lines);
        }
        return lines;
    }

    private static void BreakOne(Rune[] runes, TypeStyle type, float width, float indent, List<TextLine> lines)
    {
        var start = 0;
        do
        {
            var end = LineEnd(runes, start, type, width - indent);
            lines.Add(Line(runes.AsSpan(start..end), type, indent, end == runes.Length));
            start = end;
            while (start < runes.Length && Rune.IsWhiteSpace(runes[start]))
            {
                start++;
            }
            indent = 0;
        } while (start < runes.Length);
    }

    /// <summary>The index after the last character that the line takes: at least one, whatever the width.</summary>
    private static int LineEnd(Rune[] runes, int start, TypeStyle type, float width)
    {
        var (x, end) = (0f, start);
        for (var i = start; i < runes.Length; i++)
        {
            var advance = AdvanceOf(runes[i], type);
            var needed = LineBreaks.MayHang(runes[i]) ? advance / 2 : advance;
            if (x + needed > width + 0.01f && !Rune.IsWhiteSpace(runes[i]))
            {
                return end > start ? end : Math.Max(i, start + 1);
            }
            x += advance;
            if (i + 1 < runes.Length && LineBreaks.Allowed(runes[i], runes[i + 1]))
            {
                end = i + 1;
            }
        }
        return runes.Length;
    }

    private static TextLine Line(ReadOnlySpan<Rune> runes, TypeStyle type, float indent, bool endsParagraph)
    {
        while (runes.Length > 0 && Rune.IsWhiteSpace(runes[^1]))
        {
            runes = runes[..^1];
        }
        var characters = new Placed[runes.Length];
        var x = indent;
        for (var i = 0; i < runes.Length; i++)
        {
            characters[i] = new(runes[i], FaceOf(runes[i], type), x);
            x += AdvanceOf(runes[i], type);
        }
        var hang = runes.Length > 0 && !endsParagraph && LineBreaks.MayHang(runes[^1]) ? type.Size / 2 : 0;
        return new(characters, x - hang, endsParagraph);
    }

    private static float AdvanceOf(Rune rune, TypeStyle type) => FaceOf(rune, type).File().Advance(rune) * type.Size;

    /// <summary>A character that no font has is drawn as the wanted face's empty box; saving refuses it before.</summary>
    private static Face FaceOf(Rune rune, TypeStyle type) => Faces.For(rune, type.Face) ?? type.Face;
}
