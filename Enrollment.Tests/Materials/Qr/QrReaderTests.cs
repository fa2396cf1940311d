using Enrollment.Materials.Qr;
using QRCoder;
using SkiaSharp;

namespace Enrollment.Tests.Materials.Qr;

public sealed class QrReaderTests
{
    private const string Address = "https://www.chsi.com.cn/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC";

    public static TheoryData<int, QRCodeGenerator.ECCLevel> EveryVersionAndLevel =>
        new MatrixTheoryData<int, QRCodeGenerator.ECCLevel>(
            [.. Enumerable.Range(1, 20)],
            [
                QRCodeGenerator.ECCLevel.L,
                QRCodeGenerator.ECCLevel.M,
                QRCodeGenerator.ECCLevel.Q,
                QRCodeGenerator.ECCLevel.H,
            ]
        );

    public static TheoryData<int> EveryTurn => [.. Enumerable.Range(0, 24).Select(i => i * 15)];

    [Theory]
    [MemberData(nameof(EveryVersionAndLevel))]
    public void Every_version_and_level_is_read(int version, QRCodeGenerator.ECCLevel level)
    {
        var code = Read(new Picture("汉7", version, level));
        Assert.Equal(("汉7", version), (code?.Text, code?.Version ?? 0));
    }

    [Theory]
    [InlineData("0123456789012345")]
    [InlineData("7")]
    [InlineData("42")]
    [InlineData("HTTPS://WWW.CHSI.COM.CN/A-B+C:D")]
    [InlineData("ABC")]
    [InlineData("在线验证码 A7KQ2M9X")]
    [InlineData(Address)]
    public void Numbers_characters_and_bytes_are_read(string text) => Assert.Equal(text, Read(new Picture(text))?.Text);

    [Theory]
    [MemberData(nameof(EveryTurn))]
    public void A_code_may_lie_at_any_angle(int degrees)
    {
        var code = Read(new Picture(Address) { Turn = degrees });
        Assert.Equal(Address, code?.Text);
        Assert.Equal(0, Math.IEEERemainder(code!.Turn - degrees, 360), 2.0);
    }

    [Theory]
    [InlineData(1.2f, 0f, 0f)]
    [InlineData(0f, 0.0004f, 0f)]
    [InlineData(0.8f, 0f, 0.7f)]
    [InlineData(0.8f, 0.0003f, 0.5f)]
    public void A_soft_distorted_or_pale_code_is_read(float blur, float perspective, float paleness)
    {
        var picture = new Picture(Address)
        {
            Turn = 7,
            Blur = blur,
            Perspective = perspective,
            Paleness = paleness,
        };
        Assert.Equal(Address, Read(picture)?.Text);
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(0.10)]
    public void Damage_within_what_the_level_corrects_is_mended(double share)
    {
        var picture = new Picture(Address, -1, QRCodeGenerator.ECCLevel.H) { Damage = share };
        Assert.Equal(Address, Read(picture)?.Text);
    }

    [Fact]
    public void What_is_no_code_reads_as_nothing()
    {
        var noise = new byte[200 * 200];
        new Random(1).NextBytes(noise);
        Assert.Null(QrReader.Read(noise, 200));
        Assert.Null(QrReader.Read(new byte[10_000], 100));
        Assert.Null(QrReader.Read([], 0));
        Assert.Null(QrReader.Read(new byte[30], 10));
    }

    private static QrCode? Read(Picture picture)
    {
        using var bitmap = picture.Draw();
        return QrReader.Read(bitmap.GetPixelSpan(), bitmap.Width);
    }

    /// <summary>A code on white, 5 pixels a module, laid down as badly as wished.</summary>
    private sealed record Picture(
        string Text,
        int Version = -1,
        QRCodeGenerator.ECCLevel Level = QRCodeGenerator.ECCLevel.M
    )
    {
        private const int Module = 5;

        public float Turn { get; init; }

        public float Blur { get; init; }

        public float Perspective { get; init; }

        /// <summary>0 is black on white, 1 white on white.</summary>
        public float Paleness { get; init; }

        /// <summary>The share of the side of a blot on the data.</summary>
        public double Damage { get; init; }

        public SKBitmap Draw()
        {
            using var data = QRCodeGenerator.GenerateQrCode(
                Text,
                Level,
                forceUtf8: true,
                requestedVersion: Version,
                eciMode: QRCodeGenerator.EciMode.Utf8
            );
            var side = data.ModuleMatrix.Count * Module;
            var size = (side * 3 / 2) + 20;
            using var colour = new SKBitmap(size, size, SKColorType.Bgra8888, SKAlphaType.Opaque);
            using (var canvas = new SKCanvas(colour))
            {
                canvas.Clear(SKColors.White);
                canvas.Translate(size / 2f, size / 2f);
                var distortion = SKMatrix.Identity with { Persp0 = Perspective, Persp1 = Perspective / 2 };
                canvas.Concat(distortion);
                canvas.RotateDegrees(Turn);
                canvas.Translate(-side / 2f, -side / 2f);
                var shade = (byte)(255 * Paleness);
                using var ink = new SKPaint { Color = new SKColor(shade, shade, shade) };
                for (var y = 0; y < data.ModuleMatrix.Count; y++)
                {
                    for (var x = 0; x < data.ModuleMatrix.Count; x++)
                    {
                        if (data.ModuleMatrix[y][x])
                        {
                            canvas.DrawRect(x * Module, y * Module, Module, Module, ink);
                        }
                    }
                }
                canvas.DrawRect(side * 0.5f, side * 0.5f, (float)(side * Damage), (float)(side * Damage), ink);
            }
            var grey = new SKBitmap(size, size, SKColorType.Gray8, SKAlphaType.Opaque);
            using var onto = new SKCanvas(grey);
            using var paint = new SKPaint { ImageFilter = Blur > 0 ? SKImageFilter.CreateBlur(Blur, Blur) : null };
            onto.DrawBitmap(colour, 0, 0, SKSamplingOptions.Default, paint);
            return grey;
        }
    }
}
