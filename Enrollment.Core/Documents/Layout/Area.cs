using System.Runtime.InteropServices;

namespace Enrollment.Documents.Layout;

/// <summary>A rectangle on the page, in points from its upper left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Area(float Left, float Top, float Width, float Height)
{
    public float Right => Left + Width;

    public float Bottom => Top + Height;

    public Area Inset(float horizontal, float vertical) =>
        new(Left + horizontal, Top + vertical, Width - 2 * horizontal, Height - 2 * vertical);

    public Area TopPart(float height) => this with { Height = height };

    public Area BottomPart(float height) => this with { Top = Bottom - height, Height = height };

    public Area LeftPart(float width) => this with { Width = width };

    public Area RightPart(float width) => this with { Left = Right - width, Width = width };

    /// <summary>A square in the middle, or a smaller rectangle.</summary>
    public Area Middle(float width, float height) =>
        new(Left + (Width - width) / 2, Top + (Height - height) / 2, width, height);

    public bool Contains(Area other, float tolerance = 0.01f) =>
        other.Left >= Left - tolerance
        && other.Top >= Top - tolerance
        && other.Right <= Right + tolerance
        && other.Bottom <= Bottom + tolerance;
}

/// <summary>Paper is measured in millimetres, type and PDF in points (1/72 inch).</summary>
internal static class Units
{
    public const float A4Width = 595.276f;
    public const float A4Height = 841.89f;

    public static float Mm(float millimetres) => millimetres * 72f / 25.4f;
}
