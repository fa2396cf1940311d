using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>Draws an ID photo of nobody: head, hair, shoulders and clothes before a plain background.</summary>
internal static class PortraitDrawing
{
    private static readonly SKColor[] Skins =
    [
        new(243, 208, 180),
        new(236, 196, 165),
        new(228, 184, 150),
        new(247, 217, 193),
    ];
    private static readonly SKColor[] Hairs = [new(24, 20, 20), new(38, 30, 27), new(52, 44, 42), new(92, 88, 88)];
    private static readonly SKColor[] Coats =
    [
        new(28, 36, 62),
        new(40, 40, 44),
        new(62, 66, 74),
        new(34, 52, 56),
        new(70, 40, 48),
    ];
    private static readonly SKColor[] Ties = [new(150, 30, 40), new(36, 66, 130), new(60, 90, 70), new(100, 60, 110)];

    /// <summary>By lot, the same for the portrait and the papers of one seed.</summary>
    public static bool IsWoman(int seed) => new Random(seed).Next(2) == 0;

    /// <summary>The caller disposes the bitmap.</summary>
    public static SKBitmap Draw(PortraitLook look)
    {
        var bitmap = new SKBitmap(look.Width, look.Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(look.Background);
        // Everything is drawn in a field of 300 × 400, however large and wide the photo is.
        var scale = Math.Min(look.Width / 300f, look.Height / 400f);
        canvas.Translate((look.Width - (300 * scale)) / 2, look.Height - (400 * scale));
        canvas.Scale(scale);
        var sitter = new Sitter(canvas, new Random(look.Seed), IsWoman(look.Seed));
        sitter.HairBehind();
        sitter.Clothes();
        sitter.Head();
        sitter.Face();
        sitter.HairInFront();
        return bitmap;
    }

    private sealed class Sitter
    {
        private readonly SKCanvas _canvas;
        private readonly SKColor _skin;
        private readonly SKColor _hair;
        private readonly SKColor _coat;
        private readonly SKColor _tie;
        private readonly bool _longHair;
        private readonly bool _glasses;
        private readonly float _headWidth;
        private readonly float _parting;

        public Sitter(SKCanvas canvas, Random random, bool isWoman)
        {
            _canvas = canvas;
            _skin = Skins[random.Next(Skins.Length)];
            _hair = Hairs[random.Next(Hairs.Length)];
            _coat = Coats[random.Next(Coats.Length)];
            _tie = Ties[random.Next(Ties.Length)];
            _longHair = isWoman;
            _glasses = random.Next(3) == 0;
            _headWidth = 57 + (float)(random.NextDouble() * 7);
            _parting = 132 + (float)(random.NextDouble() * 36);
        }

        public void HairBehind()
        {
            if (_longHair)
            {
                Blob(
                    $"M {150 - _headWidth - 10} 150 Q {150 - _headWidth - 16} 250 {150 - _headWidth + 6} 292 L {150 + _headWidth - 6} 292 Q {150 + _headWidth + 16} 250 {150 + _headWidth + 10} 150 Z",
                    Shade(_hair, 0.85f)
                );
            }
        }

        public void Clothes()
        {
            Blob("M 124 230 L 176 230 L 182 300 Q 150 330 118 300 Z", Shade(_skin, 0.86f));
            using var coat = Gradient(new(60, 280), new(240, 400), Shade(_coat, 1.25f), Shade(_coat, 0.8f));
            Path("M 18 400 Q 22 322 82 304 L 122 284 L 150 340 L 178 284 L 218 304 Q 278 322 282 400 Z", coat);
            Blob("M 122 283 L 150 356 L 178 283 L 186 300 L 160 400 L 140 400 L 114 300 Z", new(246, 247, 250));
            if (!_longHair)
            {
                Blob("M 143 318 L 157 318 L 161 330 L 156 400 L 144 400 L 139 330 Z", _tie);
                Blob("M 141 312 L 159 312 L 155 328 L 145 328 Z", Shade(_tie, 0.8f));
            }
            Blob("M 122 283 L 104 298 L 128 352 L 144 400 L 150 400 L 150 352 Z", Shade(_coat, 0.72f));
            Blob("M 178 283 L 196 298 L 172 352 L 156 400 L 150 400 L 150 352 Z", Shade(_coat, 0.62f));
            Blob("M 122 281 L 150 316 L 136 326 L 116 296 Z", new(252, 252, 254));
            Blob("M 178 281 L 150 316 L 164 326 L 184 296 Z", new(238, 240, 245));
        }

        public void Head()
        {
            using var ear = new SKPaint { Color = Shade(_skin, 0.92f), IsAntialias = true };
            _canvas.DrawOval(150 - _headWidth, 186, 9, 17, ear);
            _canvas.DrawOval(150 + _headWidth, 186, 9, 17, ear);
            using var face = Gradient(new(110, 120), new(205, 260), Shade(_skin, 1.05f), Shade(_skin, 0.9f));
            Path(
                $"M {150 - _headWidth} 165 Q {150 - _headWidth} 100 150 98 Q {150 + _headWidth} 100 {150 + _headWidth} 165 Q {150 + _headWidth} 215 {150 + (_headWidth * 0.62f)} 242 Q 165 262 150 262 Q 135 262 {150 - (_headWidth * 0.62f)} 242 Q {150 - _headWidth} 215 {150 - _headWidth} 165 Z",
                face
            );
            using var cheek = Glow(new SKColor(214, 110, 100, 48));
            _canvas.DrawCircle(118, 214, 16, cheek);
            _canvas.DrawCircle(182, 214, 16, cheek);
        }

        public void Face()
        {
            using var line = new SKPaint
            {
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeCap = SKStrokeCap.Round,
            };
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var x = 150 + (side * 26);
                Blob($"M {x - 12} 186 Q {x} 176 {x + 12} 186 Q {x} 193 {x - 12} 186 Z", new(250, 248, 245));
                using var iris = new SKPaint { Color = new(40, 26, 20), IsAntialias = true };
                _canvas.DrawCircle(x, 185.5f, 5.2f, iris);
                using var light = new SKPaint { Color = SKColors.White, IsAntialias = true };
                _canvas.DrawCircle(x + 1.6f, 183.6f, 1.4f, light);
                (line.Color, line.StrokeWidth) = (Shade(_hair, 0.9f), 1.8f);
                Path($"M {x - 13} 186 Q {x} 174.5 {x + 13} 186", line);
                line.StrokeWidth = _longHair ? 2.4f : 4;
                Path($"M {x - 14} {169 + side} Q {x} 162 {x + 14} {169 - side}", line);
                if (_glasses)
                {
                    (line.Color, line.StrokeWidth) = (new(46, 46, 52), 2);
                    _canvas.DrawRoundRect(x - 19, 174, 38, 26, 9, 9, line);
                    Path(
                        $"M {150 + (side * 7)} 184 L 150 183 M {150 + (side * 45)} 183 L {150 + (side * _headWidth)} 180",
                        line
                    );
                }
            }
            (line.Color, line.StrokeWidth) = (Shade(_skin, 0.74f), 1.8f);
            Path("M 146 186 Q 141 208 139 213 Q 144 219 150 217 Q 156 219 161 213", line);
            Blob(
                "M 131 235 Q 142 229 150 232 Q 158 229 169 235 Q 150 248 131 235 Z",
                _longHair ? new(190, 78, 82) : new(186, 104, 96)
            );
            (line.Color, line.StrokeWidth) = (new(130, 56, 56), 1.2f);
            Path("M 131 235 Q 150 238 169 235", line);
        }

        public void HairInFront()
        {
            var (left, right) = (150 - _headWidth - 5, 150 + _headWidth + 5);
            using var hair = Gradient(new(120, 70), new(190, 170), Shade(_hair, 1.9f), _hair);
            Path(
                _longHair
                    ? $"M {left} 240 Q {left - 10} 120 {left + 12} 96 Q 150 48 {right - 12} 96 Q {right + 10} 120 {right} 240 Q {right - 8} 170 {right - 16} 142 Q {_parting + 20} 138 {_parting} 112 Q {_parting - 30} 140 {left + 16} 146 Q {left + 8} 170 {left} 240 Z"
                    : $"M {left + 3} 172 Q {left - 8} 104 {left + 22} 84 Q 150 50 {right - 22} 84 Q {right + 8} 104 {right - 3} 172 Q {right - 8} 150 {right - 12} 134 Q {_parting + 10} 132 {_parting} 118 Q {_parting - 30} 136 {left + 12} 136 Q {left + 6} 150 {left + 3} 172 Z",
                hair
            );
        }

        private void Blob(string path, SKColor colour)
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            Path(path, paint);
        }

        private void Path(string path, SKPaint paint)
        {
            using var parsed = SKPath.ParseSvgPathData(path);
            _canvas.DrawPath(parsed, paint);
        }

        private static SKPaint Gradient(SKPoint from, SKPoint to, SKColor light, SKColor dark) =>
            new()
            {
                IsAntialias = true,
                Shader = SKShader.CreateLinearGradient(from, to, [light, dark], SKShaderTileMode.Clamp),
            };

        private static SKPaint Glow(SKColor colour) =>
            new()
            {
                Color = colour,
                IsAntialias = true,
                MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 7),
            };

        private static SKColor Shade(SKColor colour, float factor) =>
            new(Channel(colour.Red, factor), Channel(colour.Green, factor), Channel(colour.Blue, factor));

        private static byte Channel(byte value, float factor) => (byte)Math.Min(255, value * factor);
    }
}
