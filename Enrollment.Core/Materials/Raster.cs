using System.Buffers;
using SkiaSharp;

namespace Enrollment.Materials;

/// <summary>
/// A decoded image at the scale of analysis, upright as stored: one 32-bit pixel after another (B, G, R, X).
/// Its memory is rented and goes back on disposal, so that thousands of inspections use what one does.
/// </summary>
public sealed class Raster : IDisposable
{
    private readonly byte[] _pixels;

    private Raster(byte[] pixels, int width, int height)
    {
        _pixels = pixels;
        Width = width;
        Height = height;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Four bytes a pixel: blue, green, red, unused.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels.AsSpan(0, Width * Height * 4);

    public ReadOnlySpan<byte> Row(int y) => _pixels.AsSpan(y * Width * 4, Width * 4);

    /// <summary>Decodes at the nearest scale that the JPEG's own transform offers (eighths); null when the data is broken.</summary>
    public static unsafe Raster? Decode(SKCodec codec, float scale)
    {
        var size = codec.GetScaledDimensions(scale);
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        var pixels = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        fixed (byte* first = pixels)
        {
            if (codec.GetPixels(info, (nint)first) == SKCodecResult.Success)
            {
                return new(pixels, size.Width, size.Height);
            }
        }
        ArrayPool<byte>.Shared.Return(pixels);
        return null;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_pixels);
}
