using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace Enrollment.Materials;

/// <summary>
/// A decoded image at the scale of analysis, as people see it (EXIF orientation applied): its colours and its
/// brightness. Its memory is rented and goes back on disposal, so that thousands of inspections use what one does.
/// </summary>
internal sealed class Raster : IDisposable
{
    private readonly byte[] _pixels;
    private readonly byte[] _luma;

    private Raster(byte[] pixels, int width, int height)
    {
        (_pixels, Width, Height) = (pixels, width, height);
        _luma = ArrayPool<byte>.Shared.Rent(width * height);
        Brightness(MemoryMarshal.Cast<byte, uint>(Pixels), _luma);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Pixels of the image to one of the raster.</summary>
    public double Reduction { get; private init; } = 1;

    /// <summary>Four bytes a pixel: blue, green, red, unused.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, Width * Height * 4);

    /// <summary>One byte a pixel.</summary>
    public ReadOnlySpan<byte> Luma => _luma.AsSpan(0, Width * Height);

    public ReadOnlySpan<byte> LumaRow(int y) => _luma.AsSpan(y * Width, Width);

    /// <summary>The pixels of a row as one number each: blue in its lowest byte.</summary>
    public ReadOnlySpan<uint> PixelRow(int y) =>
        MemoryMarshal.Cast<byte, uint>(_pixels.AsSpan(y * Width * 4, Width * 4));

    /// <summary>
    /// Decodes at the nearest scale that the JPEG's own transform offers (eighths); null when the data is broken.
    /// </summary>
    public static unsafe Raster? Decode(SKCodec codec, float scale)
    {
        var size = codec.GetScaledDimensions(scale);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        var pixels = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        fixed (byte* first = pixels)
        {
            if (codec.GetPixels(info, (nint)first) == SKCodecResult.Success)
            {
                return Upright(pixels, size, codec);
            }
        }
        ArrayPool<byte>.Shared.Return(pixels);
        return null;
    }

    public static bool IsOnItsSide(SKEncodedOrigin origin) =>
        origin
            is SKEncodedOrigin.LeftTop
                or SKEncodedOrigin.RightTop
                or SKEncodedOrigin.RightBottom
                or SKEncodedOrigin.LeftBottom;

    /// <summary>A box of the raster as a region on the image.</summary>
    public Region Region(RegionKind kind, double x, double y, double width, double height, double degrees = 0) =>
        new(kind, OfImage(x), OfImage(y), OfImage(width), OfImage(height)) { Degrees = Math.Round(degrees, 1) };

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_pixels);
        ArrayPool<byte>.Shared.Return(_luma);
    }

    private int OfImage(double length) => (int)Math.Round(length * Reduction);

    /// <summary>0.11 blue + 0.59 green + 0.30 red, eight pixels at a time.</summary>
    private static void Brightness(ReadOnlySpan<uint> pixels, Span<byte> luma)
    {
        var (low, weights) = (Vector256.Create(0x00FF00FFu), Vector256.Create(29u | (77u << 16)).AsUInt16());
        var green = Vector256.Create(150u).AsUInt16();
        var i = 0;
        for (; i + 16 <= pixels.Length; i += 16)
        {
            var sixteen = Vector256.Narrow(Eight(pixels[i..]), Eight(pixels[(i + 8)..]));
            Vector128.Narrow(sixteen.GetLower(), sixteen.GetUpper()).CopyTo(luma[i..]);
        }
        for (; i < pixels.Length; i++)
        {
            var (b, g, r) = (pixels[i] & 0xFF, (pixels[i] >> 8) & 0xFF, (pixels[i] >> 16) & 0xFF);
            luma[i] = (byte)(((29 * b) + (150 * g) + (77 * r)) >> 8);
        }

        Vector256<uint> Eight(ReadOnlySpan<uint> from)
        {
            var eight = Vector256.Create(from);
            var blueAndRed = (eight & low).AsUInt16() * weights;
            var sum = (blueAndRed + (((eight >> 8) & low).AsUInt16() * green)).AsUInt32();
            return ((sum & Vector256.Create(0xFFFFu)) + (sum >> 16)) >> 8;
        }
    }

    private static Raster Upright(byte[] stored, SKSizeI size, SKCodec codec)
    {
        var (width, height, origin) = (size.Width, size.Height, codec.EncodedOrigin);
        var reduction = codec.Info.Width / (double)width;
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return new(stored, width, height) { Reduction = reduction };
        }
        var turned = IsOnItsSide(origin);
        var (shownWidth, shownHeight) = turned ? (height, width) : (width, height);
        var shown = ArrayPool<byte>.Shared.Rent(width * height * 4);
        var flipX =
            origin
            is SKEncodedOrigin.TopRight
                or SKEncodedOrigin.BottomRight
                or SKEncodedOrigin.RightBottom
                or SKEncodedOrigin.LeftBottom;
        var flipY =
            origin
            is SKEncodedOrigin.BottomRight
                or SKEncodedOrigin.BottomLeft
                or SKEncodedOrigin.RightTop
                or SKEncodedOrigin.RightBottom;
        ReadOnlySpan<uint> from = MemoryMarshal.Cast<byte, uint>(stored);
        var to = MemoryMarshal.Cast<byte, uint>(shown.AsSpan());
        var (first, stepX, stepY) = (
            (flipX ? width - 1 : 0) + (flipY ? (height - 1) * width : 0),
            flipX ? -1 : 1,
            flipY ? -width : width
        );
        var (across, down) = turned ? (stepY, stepX) : (stepX, stepY);
        for (var y = 0; y < shownHeight; y++)
        {
            var at = first + (y * down);
            for (var x = 0; x < shownWidth; x++, at += across)
            {
                to[(y * shownWidth) + x] = from[at];
            }
        }
        ArrayPool<byte>.Shared.Return(stored);
        return new(shown, shownWidth, shownHeight) { Reduction = reduction };
    }
}
