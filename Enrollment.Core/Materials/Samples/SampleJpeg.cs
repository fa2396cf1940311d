using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>Writes sample images as JPEG files of a wished size, with the header facts that scanners and cameras leave.</summary>
internal static class SampleJpeg
{
    private const int MostCommentBytes = 65_533;
    private const int JfifDensityOffset = 13;

    /// <summary>The first quality that lands between the limits; where even the best is too small, comments fill it up.</summary>
    public static byte[] Encode(SKBitmap bitmap, long least, long most, int startQuality)
    {
        var (low, high, quality) = (1, 100, startQuality);
        while (true)
        {
            var file = Encode(bitmap, quality);
            if (file.Length >= least && file.Length <= most)
            {
                return file;
            }
            if (file.Length > most)
            {
                high = quality - 1;
            }
            else
            {
                low = quality + 1;
            }
            if (low > high)
            {
                return file.Length < least ? Fill(file, (int)((least + most) / 2) - file.Length) : file;
            }
            quality = (low + high) / 2;
        }
    }

    public static byte[] Encode(SKBitmap bitmap, int quality)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    /// <summary>States a density in dots per inch in the JFIF header that the encoder wrote.</summary>
    public static byte[] WithDensity(byte[] file, int dpi)
    {
        file[JfifDensityOffset] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(JfifDensityOffset + 1), (ushort)dpi);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(JfifDensityOffset + 3), (ushort)dpi);
        return file;
    }

    /// <summary>Promises other dimensions in the frame header than the data holds, as a decompression bomb does.</summary>
    public static byte[] WithPromisedSize(byte[] file, int width, int height)
    {
        var frame = file.AsSpan().IndexOf<byte>([0xFF, 0xC0, 0x00, 0x11]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), (ushort)width);
        return file;
    }

    /// <summary>Adds an EXIF segment whose DateTimeOriginal is the given local time.</summary>
    public static byte[] WithTakenAt(byte[] file, DateTime takenAt)
    {
        // Big-endian TIFF: one entry in IFD0 (pointer to the EXIF IFD at 26), one in the EXIF IFD (text at 44).
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            0x87,
            0x69,
            0,
            4,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            26,
            0,
            0,
            0,
            0,
            0,
            1,
            0x90,
            0x03,
            0,
            2,
            0,
            0,
            0,
            20,
            0,
            0,
            0,
            44,
            0,
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(takenAt.ToString("yyyy:MM:dd HH:mm:ss\0")),
        ];
        return Insert(file, 0xE1, exif);
    }

    /// <summary>Adds an EXIF segment with the given orientation (1–8).</summary>
    public static byte[] WithOrientation(byte[] file, byte orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        ];
        return Insert(file, 0xE1, exif);
    }

    /// <summary>Fills a smaller file up with comments to just so many bytes.</summary>
    public static byte[] WithSize(byte[] file, long bytes)
    {
        const int Overhead = 4;
        while (bytes - file.Length is > 0 and var missing)
        {
            // What is left after this segment must be none, or room for another.
            var content = (int)Math.Min(MostCommentBytes, missing - Overhead);
            content -= missing - Overhead - content is > 0 and < Overhead ? Overhead : 0;
            file = Insert(file, 0xFE, new byte[Math.Max(0, content)]);
        }
        return file;
    }

    private static byte[] Fill(byte[] file, int missing)
    {
        for (; missing > 0; missing -= MostCommentBytes)
        {
            file = Insert(file, 0xFE, new byte[Math.Min(missing, MostCommentBytes)]);
        }
        return file;
    }

    /// <summary>Inserts a segment after the JFIF header.</summary>
    private static byte[] Insert(byte[] file, byte marker, byte[] content)
    {
        var after = 4 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)) - 2 + 2;
        var length = content.Length + 2;
        return [.. file[..after], 0xFF, marker, (byte)(length >> 8), (byte)length, .. content, .. file[after..]];
    }
}
