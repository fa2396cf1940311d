using System.Runtime.InteropServices;
using Enrollment.Documents.Fonts;

namespace Enrollment.Documents.Layout;

/// <summary>How a text is set: face, size in points, and the distance of lines in sizes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TypeStyle(Face Face, float Size, float Leading = 1.25f)
{
    public float LineHeight => Size * Leading;

    /// <summary>From the first line's top to the last line's bottom; the leading of the last line is not paper.</summary>
    public float HeightOf(int lines) => lines == 0 ? 0 : (lines - 1) * LineHeight + Size;
}

/// <summary>How wide a text's figures are.</summary>
internal enum Figures
{
    /// <summary>Each as wide as the font has it.</summary>
    Proportional,

    /// <summary>All as wide as a nought, so that they stand below each other.</summary>
    InColumns,
}

internal enum Align
{
    Left,
    Centre,
    Right,

    /// <summary>Both edges, but for a paragraph's last line.</summary>
    Justified,
}

internal enum Stand
{
    Top,
    Middle,
    Bottom,
}
