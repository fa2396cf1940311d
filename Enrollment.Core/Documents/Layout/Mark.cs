namespace Enrollment.Documents.Layout;

/// <summary>One thing that is drawn. Points, from the page's upper left corner.</summary>
internal abstract record Mark
{
    private Mark() { }

    /// <summary>A set line. Its characters' places are relative to <paramref name="X"/>.</summary>
    internal sealed record Text(IReadOnlyList<Placed> Characters, float Size, float X, float Baseline) : Mark;

    internal sealed record Rule(float X1, float Y1, float X2, float Y2, float Thickness, bool Dashed = false) : Mark;

    internal sealed record Frame(Area Area, float Thickness) : Mark;

    /// <summary>A JPEG, stretched to the area, its bytes taken over as they are.</summary>
    internal sealed record Picture(byte[] Jpeg, Area Area) : Mark;

    /// <summary>A QR code's dark modules.</summary>
    internal sealed record Code(bool[,] Modules, Area Area) : Mark;
}
