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
    /// <param name="figures">How its figures stand.</param>
    public MeasuredText(string text, Face face, Figures figures = Figures.Proportional)
    {
        var runes = text.EnumerateRunes().Where(rune => rune.Value == '\n' || !Rune.IsControl(rune)).ToArray();
        characters = new Character[runes.Length];
        var afterOpening = false;
        for (var i = 0; i < runes.Length; i++)
        {
            var rune = runes[i];
            // Space after an opening mark does not part it from what it opens.
            afterOpening = LineBreaks.IsOpening(rune) || (afterOpening && Rune.IsWhiteSpace(rune));
            var mayEndLine = i + 1 < runes.Length && !afterOpening && LineBreaks.Allowed(rune, runes[i + 1]);
            characters[i] =
                rune.Value == '\n'
                    ? new(rune, face, 0, 0, 0, MayEndLine: false)
                    : Measure(rune, i + 1 < runes.Length ? runes[i + 1] : null, face, figures, mayEndLine);
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

    /// <summary>Whether a line of this measure would have to end inside a word or number.</summary>
    public bool CutsWords(float measure, float indent) =>
        Lines(measure, indent).Any(line => !line.EndsParagraph && !characters[line.End - 1].MayEndLine);

    /// <param name="style">The type; its size scales everything.</param>
    /// <param name="width">The width of the column, in points.</param>
    /// <param name="indent">Ems before each paragraph's first line.</param>
    public List<TextLine> Break(TypeStyle style, float width, float indent = 0)
    {
        var lines = new List<TextLine>();
        foreach (var line in Lines(width / style.Size, indent))
        {
            lines.Add(Set(line, style.Size, width / style.Size));
        }
        return lines;
    }

    /// <summary>
    /// The narrowest measure that takes no more lines: centred lines of about one length, instead of a full one and
    /// a last character alone.
    /// </summary>
    public float Balance(float measure)
    {
        var count = CountLines(measure);
        if (count < 2)
        {
            return measure;
        }
        var (narrow, wide) = (measure / count, measure);
        while (wide - narrow > 0.25f)
        {
            var middle = (narrow + wide) / 2;
            (narrow, wide) = CountLines(middle) > count ? (middle, wide) : (narrow, middle);
        }
        return wide;
    }

    /// <summary>The width on one line, in ems.</summary>
    public float Width => characters.Sum(character => character.Advance);

    private static Character Measure(Rune rune, Rune? next, Face wanted, Figures figures, bool mayEndLine)
    {
        // What no font has is drawn as the wanted face's empty box; saving a form refuses it before.
        var face = Faces.For(rune, wanted) ?? wanted;
        var own = face.File().Advance(rune);
        var isColumn = figures == Figures.InColumns && Rune.IsDigit(rune);
        var advance = isColumn ? face.File().Advance(new('0')) : own;
        var least = LineBreaks.IsEmptyRight(rune) ? advance / 2 : advance;
        var between = next is { } after ? LineBreaks.Between(rune, after) : 0;
        return new(rune, face, advance + between, least, (advance - own) / 2, mayEndLine);
    }

    private IEnumerable<Line> Lines(float measure, float indent)
    {
        var start = 0;
        var x = indent;
        do
        {
            var end = LineEnd(start, measure - x);
            var endsParagraph = end == characters.Length || characters[end].IsParagraphEnd;
            yield return new(start, end, x, endsParagraph);
            start = endsParagraph ? end + 1 : end;
            while (!endsParagraph && start < characters.Length && characters[start].IsSpace)
            {
                start++;
            }
            x = endsParagraph ? indent : HangBefore(start);
        } while (start < characters.Length);
    }

    /// <summary>A mark whose left half is empty begins a line with its right half: its ink stands at the edge.</summary>
    private float HangBefore(int start) =>
        start < characters.Length && LineBreaks.IsEmptyLeft(characters[start].Rune) ? -0.5f : 0;

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

    private TextLine Set(Line line, float size, float measure)
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
            placed[i] = new(character.Rune, character.Face, (x + character.Shift) * size);
            x += character.Advance;
        }
        // The empty half of a mark stands outside the measure: in a paragraph's last line only where it must.
        var hang = end > line.Start ? characters[end - 1].Advance - characters[end - 1].LeastAdvance : 0;
        var width = line.EndsParagraph ? Math.Max(x - hang, Math.Min(x, measure)) : x - hang;
        return new(placed, width * size, line.EndsParagraph);
    }

    /// <summary>
    /// Widths in ems; the least is that of a mark at a line's end, whose empty half may stand outside, and the shift
    /// is what a figure stands in from the left of its column.
    /// </summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Character(
        Rune Rune,
        Face Face,
        float Advance,
        float LeastAdvance,
        float Shift,
        bool MayEndLine
    )
    {
        public bool IsParagraphEnd => Rune.Value == '\n';

        public bool IsSpace => Rune.Value is ' ' or '\u3000';
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Line(int Start, int End, float Indent, bool EndsParagraph);
}
