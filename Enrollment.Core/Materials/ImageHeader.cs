using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jfif;
using MetadataExtractor.Formats.Jpeg;

namespace Enrollment.Materials;

/// <summary>What a JPEG's header says of itself: its density and when the picture was taken. All of it may be missing or wrong.</summary>
/// <param name="Density">Dots per inch, horizontally; null where the header gives none or only a ratio.</param>
/// <param name="TakenAt">The camera's local time (EXIF DateTimeOriginal, or the time of digitising).</param>
public sealed record ImageHeader(double? Density, DateTime? TakenAt)
{
    private const double CentimetresPerInch = 2.54;
    private static readonly IJpegSegmentMetadataReader[] Readers = [new JfifReader(), new ExifReader()];

    public static ImageHeader Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            var directories = JpegMetadataReader.ReadMetadata(stream, Readers);
            return new(
                ExifDensity(directories.OfType<ExifIfd0Directory>().FirstOrDefault())
                    ?? JfifDensity(directories.OfType<JfifDirectory>().FirstOrDefault()),
                TakenAtOf(directories.OfType<ExifSubIfdDirectory>().FirstOrDefault())
            );
        }
        catch (Exception exception) when (exception is ImageProcessingException or IOException)
        {
            // A header that can't be read says nothing; the image itself is judged by decoding it.
            return new(null, null);
        }
    }

    private static double? ExifDensity(ExifIfd0Directory? exif) =>
        exif is not null && exif.TryGetDouble(ExifDirectoryBase.TagXResolution, out var x) && x > 1
            ? InDotsPerInch(x, exif.TryGetInt32(ExifDirectoryBase.TagResolutionUnit, out var unit) ? unit - 1 : 1)
            : null;

    private static double? JfifDensity(JfifDirectory? jfif) =>
        jfif is not null
        && jfif.TryGetInt32(JfifDirectory.TagResX, out var x)
        && x > 1
        && jfif.TryGetInt32(JfifDirectory.TagUnits, out var unit)
            ? InDotsPerInch(x, unit)
            : null;

    /// <summary>Unit 1 is the inch, 2 the centimetre, anything else a mere ratio.</summary>
    private static double? InDotsPerInch(double density, int unit) =>
        unit switch
        {
            1 => density,
            2 => density * CentimetresPerInch,
            _ => null,
        };

    private static DateTime? TakenAtOf(ExifSubIfdDirectory? exif)
    {
        var text =
            exif?.GetString(ExifDirectoryBase.TagDateTimeOriginal)
            ?? exif?.GetString(ExifDirectoryBase.TagDateTimeDigitized);
        return DateTime.TryParseExact(
            text,
            "yyyy:MM:dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
    }
}
