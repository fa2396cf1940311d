using SkiaSharp;

namespace Enrollment.Materials;

/// <summary>
/// Copies of an image for looking at: upright, without metadata, no larger than asked for. The original is never
/// touched.
/// </summary>
public static class DisplayCopy
{
    private const int Quality = 85;

    public static byte[]? Make(ReadOnlyMemory<byte> original, CopySize size) => Make(original, EdgeOf(size));

    /// <summary>The longer side, in pixels.</summary>
    public static int EdgeOf(CopySize size) =>
        size switch
        {
            CopySize.Review => 1600,
            CopySize.Thumbnail => 240,
        };

    /// <summary>A JPEG whose longer side is at most <paramref name="maxEdge"/> pixels; null where the original can't be decoded.</summary>
    public static byte[]? Make(ReadOnlyMemory<byte> original, int maxEdge)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEdge, 1);
        using var data = SKData.CreateCopy(original.Span);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg } || IsTooLarge(codec.Info))
        {
            return null;
        }
        var scale = Math.Min(1f, maxEdge / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        // The decoder offers eighths: the next larger one, so that nothing is enlarged again.
        var decoded = codec.GetScaledDimensions(MathF.Ceiling(scale * 8) / 8);
        using var bitmap = new SKBitmap(
            new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Bgra8888, SKAlphaType.Opaque)
        );
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }
        using var copy = Upright(bitmap, codec.EncodedOrigin, maxEdge);
        using var file = copy.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return file.ToArray();
    }

    private static bool IsTooLarge(SKImageInfo info) => (long)info.Width * info.Height > new ImageStandards().MaxPixels;

    private static SKBitmap Upright(SKBitmap stored, SKEncodedOrigin origin, int maxEdge)
    {
        var scale = Math.Min(1f, maxEdge / (float)Math.Max(stored.Width, stored.Height));
        var (width, height) = (Scaled(stored.Width), Scaled(stored.Height));
        var onItsSide = Raster.IsOnItsSide(origin);
        var upright = new SKBitmap(
            new SKImageInfo(
                onItsSide ? height : width,
                onItsSide ? width : height,
                SKColorType.Bgra8888,
                SKAlphaType.Opaque
            )
        );
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(ToUpright(origin, width, height));
        using var image = SKImage.FromBitmap(stored);
        canvas.DrawImage(
            image,
            new SKRect(0, 0, width, height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        return upright;

        int Scaled(int side) => Math.Max(1, (int)MathF.Round(side * scale));
    }

    /// <summary>From the stored pixels to the shown ones, for each of the eight EXIF orientations.</summary>
    private static SKMatrix ToUpright(SKEncodedOrigin origin, float width, float height) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
