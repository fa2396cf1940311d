namespace Enrollment.Materials.Qr;

/// <summary>A QR code that was read: what it says, and which way its top points.</summary>
/// <param name="Turn">Clockwise from upright, in degrees from −180 to 180.</param>
/// <param name="X">Its middle, in pixels.</param>
/// <param name="Y">Its middle, in pixels.</param>
/// <param name="Side">Its length, in pixels.</param>
public sealed record QrCode(string Text, int Version, double Turn, double X, double Y, double Side);

/// <summary>
/// Reads a QR code (model 2, versions 1–20, all levels and masks; numeric, alphanumeric and byte segments, bytes as
/// UTF-8) from anywhere in a grey image, turned by any angle, mildly distorted, pale or soft.
/// </summary>
public static class QrReader
{
    /// <summary>Each try costs little, and the right three patterns are nearly always among the first.</summary>
    private const int MostTries = 12;

    /// <param name="luma">Brightness, one byte a pixel, row after row.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <returns>Null where there is no code that can be read.</returns>
    public static QrCode? Read(ReadOnlySpan<byte> luma, int width)
    {
        if (width < QrLayout.SizeOf(1) || luma.Length / width < QrLayout.SizeOf(1))
        {
            return null;
        }
        using var image = BinaryImage.Of(luma, width, luma.Length / width);
        foreach (var corners in FinderPatterns.Triples(image).Take(MostTries))
        {
            foreach (var version in corners.LikelyVersions())
            {
                if (Read(image, corners, version) is { } code)
                {
                    return code;
                }
            }
        }
        return null;
    }

    private static QrCode? Read(BinaryImage image, Corners corners, int version)
    {
        foreach (var grid in Grids(image, corners, version))
        {
            if (grid.Sample(image) is { } modules && QrDecoder.Text(modules, version) is { } text)
            {
                var size = QrLayout.SizeOf(version);
                var (x, y) = grid.At(size / 2.0, size / 2.0);
                return new(text, version, corners.Turn, x, y, corners.Across * size / (size - 7));
            }
        }
        return null;
    }

    /// <summary>
    /// By all the alignment patterns that are found, then by the far one alone; else, and if these were mistakes, as a
    /// parallelogram.
    /// </summary>
    private static IEnumerable<Grid> Grids(BinaryImage image, Corners corners, int version)
    {
        var parallelogram = Grid.Parallelogram(corners, version);
        var far = AlignmentPattern.Find(image, corners, version) is { } fourth
            ? Grid.WithAlignment(corners, fourth, version)
            : null;
        if (AlignmentPattern.Refine(image, far ?? parallelogram, corners, version) is { } refined)
        {
            yield return refined;
            if (AlignmentPattern.Refine(image, refined, corners, version) is { } twice)
            {
                yield return twice;
            }
        }
        if (far is not null)
        {
            yield return far;
        }
        yield return parallelogram;
    }
}
