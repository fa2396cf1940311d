namespace Enrollment.Documents.Layout;

/// <summary>A page in the making: everything on it is measured and placed, nothing is drawn yet.</summary>
internal sealed class Page
{
    /// <summary>Where the ideographic em box of the fonts stands above the baseline, in ems.</summary>
    private const float Ascent = 0.88f;

    private readonly List<Mark> marks = [];
    private readonly List<PageBox> boxes = [];
    private readonly List<Area> seals = [];

    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>The limited boxes, in the order of the page.</summary>
    public IReadOnlyList<PageBox> Boxes => boxes;

    /// <summary>Where seals go: each has room for the largest one that is used.</summary>
    public IReadOnlyList<Area> Seals => seals;

    public void Add(Mark mark) => marks.Add(mark);

    public void Add(PageBox box) => boxes.Add(box);

    /// <summary>Keeps a place free of everything but what a seal is put on: a name, a caption, a date.</summary>
    public void AddSeal(Area place) => seals.Add(place);

    /// <summary>Draws lines that are already set.</summary>
    public void Write(IReadOnlyList<TextLine> lines, TypeStyle type, Area area, Align align, Stand stand = Stand.Middle)
    {
        var spare = area.Height - type.HeightOf(lines.Count);
        var top =
            area.Top
            + stand switch
            {
                Stand.Top => 0,
                Stand.Middle => spare / 2,
                Stand.Bottom => spare,
            };
        for (var i = 0; i < lines.Count; i++)
        {
            Write(lines[i], type, area, align, top + i * type.LineHeight);
        }
    }

    /// <summary>Sets a text in the largest type that fits, and notes how full its box is.</summary>
    public void WriteFitted(string box, string text, TypeStyle type, float smallest, Area area, Align align)
    {
        var fitted = Fitted.Into(area, text, type, smallest);
        Add(new PageBox(box, area, text, fitted.Percent));
        fitted = align == Align.Centre ? fitted.Balanced(text, area.Width) : fitted;
        Write(fitted.Lines, fitted.Style, area, align);
    }

    /// <summary>Text of ours, that is known to fit.</summary>
    public void Write(
        string text,
        TypeStyle type,
        Area area,
        Align align,
        Stand stand = Stand.Middle,
        float indent = 0
    ) => Write(new MeasuredText(text, type.Face).Break(type, area.Width, indent), type, area, align, stand);

    /// <summary>A label from top to bottom (竖排), one character a line, spread over the height.</summary>
    public void WriteVertical(string text, TypeStyle type, Area area)
    {
        var pitch = Math.Min(type.Size * 1.8f, area.Height / text.Length);
        var column = area.Middle(area.Width, pitch * text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            Write(text[i].ToString(), type, column with { Top = column.Top + i * pitch, Height = pitch }, Align.Centre);
        }
    }

    private void Write(TextLine line, TypeStyle type, Area area, Align align, float top)
    {
        if (line.Characters.Count == 0)
        {
            return;
        }
        var spare = area.Width - line.Width;
        var x = align switch
        {
            Align.Left or Align.Justified => area.Left,
            Align.Centre => area.Left + spare / 2,
            Align.Right => area.Right - line.Width,
        };
        var stretched = align == Align.Justified && !line.EndsParagraph && spare > 0;
        var characters = stretched ? Stretch(line.Characters, spare) : line.Characters;
        marks.Add(new Mark.Text(characters, type.Size, x, top + type.Size * Ascent));
    }

    /// <summary>Spreads the spare width over the places where a line might have been broken.</summary>
    private static Placed[] Stretch(IReadOnlyList<Placed> characters, float spare)
    {
        var gaps = 0;
        for (var i = 1; i < characters.Count; i++)
        {
            gaps += LineBreaks.Allowed(characters[i - 1].Rune, characters[i].Rune) ? 1 : 0;
        }
        var stretched = new Placed[characters.Count];
        var shift = 0f;
        for (var i = 0; i < characters.Count; i++)
        {
            if (i > 0 && LineBreaks.Allowed(characters[i - 1].Rune, characters[i].Rune))
            {
                shift += spare / gaps;
            }
            stretched[i] = characters[i] with { X = characters[i].X + shift };
        }
        return stretched;
    }
}

/// <summary>A box that takes only so much text, and how full it is at the smallest type.</summary>
/// <param name="Name">Where in the form: "post", "education[0].school".</param>
/// <param name="Area">What the text must stay in.</param>
/// <param name="Text">The text it holds.</param>
/// <param name="Percent">Above 100 the text does not fit.</param>
internal sealed record PageBox(string Name, Area Area, string Text, double Percent);
