using Enrollment.Documents.Fonts;
using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>Draws text, seals and signatures in millimetres.</summary>
internal sealed class Ink(SKCanvas canvas, Random random)
{
    private static readonly Lazy<SKTypeface> Serif = new(() =>
    {
        var font = FontResource.Mapped("NotoSerifSC-Regular");
        return SKTypeface.FromData(SKData.Create(font.Address, font.Length));
    });

    public static readonly SKColor Black = new(28, 26, 30);
    public static readonly SKColor SealRed = new(200, 28, 36);

    public SKCanvas Canvas => canvas;

    /// <summary>One line from the left edge, its middle at <paramref name="y"/>.</summary>
    public void Text(string text, float x, float y, float size, SKColor? colour = null)
    {
        using var font = Font(size);
        using var paint = new SKPaint { Color = colour ?? Black, IsAntialias = true };
        canvas.DrawText(text, x, y + (size * 0.36f), SKTextAlign.Left, font, paint);
    }

    public void Centred(string text, float x, float y, float size, SKColor? colour = null) =>
        Text(text, x - (WidthOf(text, size) / 2), y, size, colour);

    /// <summary>A paragraph of square characters, two left free at its start; returns where the next one begins.</summary>
    public float Paragraph(string text, float x, float y, float width, float size)
    {
        var perLine = (int)(width / size);
        text = "　　" + text;
        for (var i = 0; i < text.Length; i += perLine)
        {
            Text(text.Substring(i, Math.Min(perLine, text.Length - i)), x, y, size);
            y += size * 1.75f;
        }
        return y;
    }

    public void Line(float x1, float y1, float x2, float y2, float width = 0.25f, SKColor? colour = null)
    {
        using var paint = Pen(width, colour ?? Black);
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    public void Box(SKRect rect, float width = 0.25f)
    {
        using var paint = Pen(width, Black);
        canvas.DrawRect(rect, paint);
    }

    /// <summary>A round seal (公章): ring, star, the unit's name along the ring, unevenly inked.</summary>
    public void Seal(string unit, float x, float y, float radius = 20, SKColor? colour = null)
    {
        var save = canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees((float)((random.NextDouble() * 16) - 8));
        var red = (colour ?? SealRed).WithAlpha((byte)random.Next(185, 225));
        using var ring = Pen(radius * 0.055f, red);
        canvas.DrawCircle(0, 0, radius, ring);
        using var fill = new SKPaint { Color = red, IsAntialias = true };
        using var star = Star(radius * 0.3f);
        canvas.DrawPath(star, fill);
        var step = Math.Min(300f / Math.Max(unit.Length, 1), 30);
        for (var i = 0; i < unit.Length; i++)
        {
            var inner = canvas.Save();
            canvas.RotateDegrees((i - ((unit.Length - 1) / 2f)) * step);
            Centred(unit[i].ToString(), 0, -radius * 0.75f, radius * 0.27f, red);
            canvas.RestoreToCount(inner);
        }
        canvas.RestoreToCount(save);
    }

    /// <summary>A quick hand's signature.</summary>
    public void Signature(float x, float y, float width)
    {
        using var path = new SKPathBuilder();
        path.MoveTo(x, y);
        for (var i = 0; i < 7; i++)
        {
            var x0 = x + (width * i / 7);
            path.CubicTo(
                x0 + Jitter(width / 6),
                y - 6 + Jitter(4),
                x0 + (width / 9) + Jitter(3),
                y + 5 + Jitter(3),
                x0 + (width / 6),
                y + Jitter(3)
            );
        }
        using var paint = Pen(0.55f, new SKColor(24, 28, 70));
        using var signature = path.Detach();
        canvas.DrawPath(signature, paint);
    }

    private float Jitter(float most) => (float)((random.NextDouble() - 0.5) * most);

    private static float WidthOf(string text, float size)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    /// <summary>Sizes are millimetres on a canvas that is scaled up, so widths may not be rounded to whole units.</summary>
    private static SKFont Font(float size) =>
        new(Serif.Value, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };

    private static SKPaint Pen(float width, SKColor colour) =>
        new()
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeCap = SKStrokeCap.Round,
            Color = colour,
        };

    private static SKPath Star(float radius)
    {
        using var path = new SKPathBuilder();
        for (var i = 0; i < 5; i++)
        {
            var angle = (i * 4 * Math.PI / 5) - (Math.PI / 2);
            var point = new SKPoint((float)Math.Cos(angle) * radius, (float)Math.Sin(angle) * radius);
            if (i == 0)
            {
                path.MoveTo(point);
            }
            else
            {
                path.LineTo(point);
            }
        }
        path.Close();
        return path.Detach();
    }
}
