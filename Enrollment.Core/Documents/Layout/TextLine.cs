using System.Runtime.InteropServices;
using System.Text;
using Enrollment.Documents.Fonts;

namespace Enrollment.Documents.Layout;

/// <summary>A set line: its characters, and how wide they are, in points.</summary>
internal sealed record TextLine(IReadOnlyList<Placed> Characters, float Width, bool EndsParagraph)
{
    public override string ToString() => string.Concat(Characters.Select(placed => placed.Rune));
}

/// <summary>One character of a line: its face (the rare one where the wanted has none) and its place in the line.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Placed(Rune Rune, Face Face, float X);
