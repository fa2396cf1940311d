using Enrollment.Materials.Measures;

namespace Enrollment.Materials;

/// <summary>A scan as its checks see it.</summary>
/// <param name="Width">Pixels as displayed.</param>
/// <param name="Height">Pixels as displayed.</param>
/// <param name="Edges">Of the page, where there is a margin around it.</param>
/// <param name="Code">The code of a record, where one was looked for and read.</param>
/// <param name="IsWronglyGrey">It should be in colour and isn't.</param>
internal sealed record Scan(
    Raster Raster,
    ImageHeader Header,
    int Width,
    int Height,
    PageEdges Edges,
    SeenCode? Code,
    bool IsWronglyGrey
)
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>Pixels, without the margin.</summary>
    public double PageWidth => Width * Edges.ShareOfWidth;

    /// <inheritdoc cref="PageWidth"/>
    public double PageHeight => Height * Edges.ShareOfHeight;

    /// <summary>Of the raster, in which everything is measured.</summary>
    public double PixelsPerMm(int dpi) => dpi / Raster.Reduction / MillimetresPerInch;
}
