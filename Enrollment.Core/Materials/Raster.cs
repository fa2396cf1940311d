using System.Buffers;
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
        for (int i = 0, p = 0; i < width * height; i++, p += 4)
        {
            _luma[i] = (byte)(((29 * pixels[p]) + (150 * pixels[p + 1]) + (77 * pixels[p + 2])) >> 8);
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Four bytes a pixel: blue, green, red, unused.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, Width * Height * 4);

    /// <summary>One byte a pixel.</summary>
    public ReadOnlySpan<byte> Luma => _luma.AsSpan(0, Width * Height);

    public ReadOnlySpan<byte> LumaRow(int y) => _luma.AsSpan(y * Width, Width);

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
                return Upright(pixels, size.Width, size.Height, codec.EncodedOrigin);
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

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_pixels);
        ArrayPool<byte>.Shared.Return(_luma);
    }

    private static Raster Upright(byte[] stored, int width, int height, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft)
        {
            return new(stored, width, height);
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
        for (var y = 0; y < shownHeight; y++)
        {
            for (var x = 0; x < shownWidth; x++)
            {
                var (storedX, storedY) = turned ? (y, x) : (x, y);
                storedX = flipX ? width - 1 - storedX : storedX;
                storedY = flipY ? height - 1 - storedY : storedY;
                stored.AsSpan(((storedY * width) + storedX) * 4, 4).CopyTo(shown.AsSpan(((y * shownWidth) + x) * 4));
            }
        }
        ArrayPool<byte>.Shared.Return(stored);
        return new(shown, shownWidth, shownHeight);
    }
}
