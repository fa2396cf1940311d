using QRCoder;
using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>
/// A scanned page with a QR code somewhere on it, by lot from its number: every version from 1 to 20, every level,
/// numbers, characters and bytes in turn; laid down turned, mildly distorted, pale, in shadow, soft and grainy.
/// </summary>
internal sealed class CodeScan
{
    private const int Width = 1654;
    private const int Height = 2339;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:";

    private readonly QRCodeData _code;
    private readonly Random _random;

    public CodeScan(int number)
    {
        _random = new Random(number);
        var (version, level) = (1 + (number % 20), (QRCodeGenerator.ECCLevel)(number / 20 % 4));
        var isByte = number % 3 == 2;
        // The smallest code of its version takes little; a longer text would ask for the next version.
        Text = Some(number % 3, isByte ? 6 + (version * 2) : 8 + (version * 4), version);
        _code = QRCodeGenerator.GenerateQrCode(
            Text,
            level,
            forceUtf8: isByte,
            eciMode: QRCodeGenerator.EciMode.Default,
            requestedVersion: version
        );
    }

    public string Text { get; }

    /// <summary>The caller disposes it: A4 at 200 DPI, in grey.</summary>
    public SKBitmap Draw()
    {
        using var page = new SKBitmap(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        var paper = (byte)_random.Next(200, 256);
        using (var canvas = new SKCanvas(page))
        {
            canvas.Clear(new SKColor(paper, paper, paper));
            Lines(canvas);
            Code(canvas, paper);
            Shadow(canvas);
        }
        using var soft = new SKBitmap(page.Info);
        using (var canvas = new SKCanvas(soft))
        using (var paint = new SKPaint())
        {
            var blur = (float)(_random.NextDouble() * 1.6);
            paint.ImageFilter = SKImageFilter.CreateBlur(blur, blur, SKShaderTileMode.Clamp);
            canvas.DrawBitmap(page, 0, 0, SKSamplingOptions.Default, paint);
        }
        Grain.Apply(soft, _random.Next(4, 40), _random);
        var grey = new SKBitmap(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(grey))
        {
            canvas.DrawBitmap(soft, 0, 0, SKSamplingOptions.Default);
        }
        return grey;
    }

    private string Some(int kind, int length, int version)
    {
        var most = Math.Min(length, 6 + (version * 6));
        return kind switch
        {
            0 => string.Concat(Enumerable.Range(0, Math.Min(most, 16 + (version * 2))).Select(_ => _random.Next(10))),
            1 => string.Concat(
                Enumerable.Range(0, Math.Min(most, 7 + version)).Select(_ => Letters[_random.Next(Letters.Length)])
            ),
            _ => "验"
                + new string([
                    .. Enumerable.Range(0, Math.Min(most, version)).Select(_ => (char)_random.Next('a', 'z' + 1)),
                ]),
        };
    }

    /// <summary>Print around it, as a page has it.</summary>
    private void Lines(SKCanvas canvas)
    {
        var save = canvas.Save();
        canvas.Scale(Width / 210f);
        var ink = new Ink(canvas, _random);
        var end = ink.Paragraph(
            "本表依据电子注册办法对学历证书电子注册复核备案，内容验证办法：登录在线验证系统，输入验证码，或用手机扫描二维码。",
            26,
            30,
            156,
            5
        );
        ink.Box(new SKRect(22, end + 4, 188, end + 60), 0.4f);
        ink.Paragraph(
            "在线验证有效期由报告持有者设置，有效期内均可验证；报告内容如有修改，请以最新在线验证的内容为准。",
            26,
            268,
            156,
            5
        );
        canvas.RestoreToCount(save);
    }

    private void Code(SKCanvas canvas, byte paper)
    {
        var modules = _code.ModuleMatrix;
        var module = (float)(4 + (_random.NextDouble() * 4));
        var side = Math.Min(modules.Count * module, 760);
        module = side / modules.Count;
        canvas.Save();
        canvas.Translate(500 + (float)(_random.NextDouble() * 650), 1150 + (float)(_random.NextDouble() * 350));
        var distortion = (float)((_random.NextDouble() - 0.5) * 0.0004);
        canvas.Concat(SKMatrix.Identity with { Persp0 = distortion, Persp1 = -distortion / 2 });
        canvas.RotateDegrees((float)(_random.Next(4) * 90 + ((_random.NextDouble() - 0.5) * 40)));
        canvas.Translate(-side / 2, -side / 2);
        var dark = (byte)(_random.NextDouble() * (paper - 70));
        using var paint = new SKPaint { Color = new SKColor(dark, dark, dark) };
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                {
                    canvas.DrawRect(x * module, y * module, module + 0.1f, module + 0.1f, paint);
                }
            }
        }
        canvas.Restore();
    }

    private void Shadow(SKCanvas canvas)
    {
        using var paint = new SKPaint
        {
            Shader = SKShader.CreateLinearGradient(
                new(0, 0),
                new(Width, Height * (float)_random.NextDouble()),
                [SKColors.Transparent, new SKColor(0, 0, 0, (byte)_random.Next(0, 90))],
                SKShaderTileMode.Clamp
            ),
        };
        canvas.DrawPaint(paint);
    }
}
