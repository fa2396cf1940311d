using System.Runtime.InteropServices;
using System.Text;
using Enrollment.Documents.Fonts;

namespace Enrollment.Documents.Layout;

/// <summary>
/// A text with the widths of its characters, which do not depend on the size it will have: measured once, it can be
/// broken into lines of any size quickly. Nothing is drawn; what is measured here is what is drawn later.
/// </summary>
internal sealed class MeasuredText
{
    private readonly Character[] characters;

    /// <param name="text">May hold line feeds; each ends a paragraph. Other control characters are dropped.</param>
    /// <param name="face">The face it is wanted in.</param>
    public MeasuredText(string text, Face face)
    {
        var runes = text.EnumerateRunes().Where(rune => rune.Value == '\n' || !Rune.IsControl(rune)).ToArray();
        characters = new Character[runes.Length];
        for (var i = 0; i < runes.Length; i++)
        {
            characters[i] =
                runes[i].Value == '\n'
                    ? new(runes[i], face, 0, 0, MayEndLine: false)
                    : Measure(runes[i], face, i + 1 < runes.Length ? runes[i + 1] : null);
        }
    }

    /// <summary>How many lines it takes.</summary>
    /// <param name="measure">The width of the column, in ems.</param>
    /// <param name="indent">Ems before each paragraph's first line (首行缩进).</param>
    public int CountLines(float measure, float indent = 0)
    {
        var count = 0;
        foreach (var _ in Lines(measure, indent))
        {
            count++;
        }
        return count;
    }

    /// <param name="style">The type; its size scales everything.</param>
    /// <param name="width">The width of the column, in points.</param>
    /// <param name="indent">Ems before each paragraph's first line.</param>
    public List<TextLine> Break(TypeStyle style, float width, float indent = 0)
    {
        var lines = new List<TextLine>();
        foreach (var line in Lines(width / style.Size, indent))
        {
            lines.Add(Set(line, style.Size));
        }
        return lines;
    }

    /// <summary>The width on one line, in ems.</summary>
    public float Width => characters.Sum(character => character.Advance);

    private static Character Measure(Rune rune, Face wanted, Rune? next)
    {
        // What no font has is drawn as the wanted face's empty box; saving a form refuses it before.
        var face = Faces.For(rune, wanted) ?? wanted;
        var advance = face.File().Advance(rune);
        var least = LineBreaks.MayHang(rune) ? advance / 2 : advance;
        return new(rune, face, advance, least, next is { } after && LineBreaks.Allowed(rune, after));
    }

    private IEnumerable<Line> Lines(float measure, float indent)
    {
        var start = 0;
        do
        {
            var end = LineEnd(start, measure - indent);
            var endsParagraph = end == characters.Length || characters[end].IsParagraphEnd;
            yield return new(start, end, indent, endsParagraph);
            start = endsParagraph ? end + 1 : end;
            while (!endsParagraph && start < characters.Length && characters[start].IsSpace)
            {
                start++;
            }
            indent = endsParagraph ? indent : 0;
        } while (start < characters.Length);
    }

    /// <summary>The index after the last character that the line takes: at least one, whatever the measure.</summary>
    private int LineEnd(int start, float measure)
    {
        var (x, end) = (0f, start);
        for (var i = start; i < characters.Length; i++)
        {
            var character = characters[i];
            if (character.IsParagraphEnd)
            {
                return i;
            }
            if (x + character.LeastAdvance > measure + 0.001f && !character.IsSpace)
            {
                return end > start ? end : Math.Max(i, start + 1);
            }
            x += character.Advance;
            end = character.MayEndLine ? i + 1 : end;
        }
        return characters.Length;
    }

    private TextLine Set(Line line, float size)
    {
        var end = line.End;
        while (end > line.Start && characters[end - 1].IsSpace)
        {
            end--;
        }
        var placed = new Placed[end - line.Start];
        var x = line.Indent;
        for (var i = 0; i < placed.Length; i++)
        {
            var character = characters[line.Start + i];
            placed[i] = new(character.Rune, character.Face, x * size);
            x += character.Advance;
        }
        var hang =
            placed.Length > 0 && !line.EndsParagraph
                ? characters[end - 1].Advance - characters[end - 1].LeastAdvance
                : 0;
        return new(placed, (x - hang) * size, line.EndsParagraph);
    }

    /// <summary>Widths in ems; the least is that of a mark at a line's end, whose empty half may stand outside.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Character(Rune Rune, Face Face, float Advance, float LeastAdvance, bool MayEndLine)
    {
        public bool IsParagraphEnd => Rune.Value == '\n';

        public bool IsSpace => Rune.Value is ' ' or '\u3000';
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Line(int Start, int End, float Indent, bool EndsParagraph);
}
