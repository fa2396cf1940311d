using System.Text;

namespace Enrollment.Documents.Fonts;

/// <summary>The styles of type that documents are set in.</summary>
internal enum Face
{
    /// <summary>宋体, for what is said.</summary>
    Serif,

    /// <summary>黑体, for titles and labels.</summary>
    Sans,

    /// <summary>宋体 for the rare characters of names that neither of the others has.</summary>
    Rare,
}

internal static class Faces
{
    private static readonly Lazy<FontFile> Serif = new(() => new(FontResource.Mapped("NotoSerifSC-Regular")));
    private static readonly Lazy<FontFile> Sans = new(() => new(FontResource.Mapped("NotoSansSC-Medium")));
    private static readonly Lazy<FontFile> Rare = new(() => new(FontResource.Unpacked("RareHan-Regular")));

    public static FontFile File(this Face face) =>
        face switch
        {
            Face.Serif => Serif.Value,
            Face.Sans => Sans.Value,
            Face.Rare => Rare.Value,
        };

    /// <summary>The face that draws a character: the wanted one, or the one for rare characters, or none.</summary>
    public static Face? For(Rune rune, Face wanted) =>
        wanted.File().Has(rune) ? wanted
        : Rare.Value.Has(rune) ? Face.Rare
        : null;
}
