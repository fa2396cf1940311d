using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>The faint noise that paper and sensors leave; without it a drawing would compress to a fraction of a scan's size.</summary>
internal static class Grain
{
    private const int Tile = 256;

    /// <summary>Darkens each pixel by up to <paramref name="strength"/> of 255.</summary>
    public static void Apply(SKBitmap bitmap, int strength, Random random)
    {
        using var tile = new SKBitmap(Tile, Tile, SKColorType.Bgra8888, SKAlphaType.Unpremul);
        var pixels = new SKColor[Tile * Tile];
        for (var i = 0; i < pixels.Length; i++)
        {
            var shade = (byte)random.Next(0, 90);
            pixels[i] = new SKColor(
                shade,
                (byte)(shade / 2),
                (byte)random.Next(0, 90),
                (byte)random.Next(0, strength + 1)
            );
        }
        tile.Pixels = pixels;
        using var canvas = new SKCanvas(bitmap);
        using var shader = tile.ToShader(SKShaderTileMode.Mirror, SKShaderTileMode.Mirror);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawPaint(paint);
    }
}
