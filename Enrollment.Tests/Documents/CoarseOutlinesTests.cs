using System.Text;
using Enrollment.Documents.Fonts;
using SkiaSharp;

namespace Enrollment.Tests.Documents;

public sealed class CoarseOutlinesTests
{
    private const string Characters = "在职干部研究生报名登记表囊䶮，。（）·0123456789AWgé@";

    /// <summary>A size of 10.5 points at 600 DPI, in dots.</summary>
    private const float SizeInDots = 10.5f * 600 / 72;

    /// <summary>Grey of 255: half a dot.</summary>
    private const int HalfADot = 128;

    public static TheoryData<string> Fonts => ["NotoSerifSC-Regular", "NotoSansSC-Medium"];

    [Theory, MemberData(nameof(Fonts))]
    public void No_dot_of_a_printer_changes_by_half(string name)
    {
        var resource = FontResource.Mapped(name);
        var whole = SKTypeface.FromData(SKData.Create(resource.Address, resource.Length));
        using var cut = new FontFile(resource).Cut(Characters.EnumerateRunes().Select(rune => rune.Value));
        foreach (var rune in Characters.EnumerateRunes())
        {
            var pairs = Dots(whole, rune).Zip(Dots(cut, rune));
            var most = pairs.Max(pair => Math.Abs(pair.First - pair.Second));
            Assert.True(most < HalfADot, $"{rune} differs by {most}");
        }
    }

    [Fact]
    public void The_cut_is_on_the_coarse_grid_and_a_cut_of_it_stays_as_it_is()
    {
        var cut = new FontFile(FontResource.Mapped("NotoSerifSC-Regular")).Cut([.. "国é".Select(c => (int)c)]);
        Assert.Equal(CoarseOutlines.UnitsPerEm, cut.UnitsPerEm);
        using var stream = cut.OpenStream();
        var file = new byte[stream.Length];
        stream.Read(file, file.Length);
        Assert.Equal(file, CoarseOutlines.Of(file));
    }

    private static byte[] Dots(SKTypeface typeface, Rune rune)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(120, 120, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var font = new SKFont(typeface, SizeInDots)
        {
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };
        canvas.Clear(SKColors.White);
        canvas.DrawText(rune.ToString(), 10, 95, SKTextAlign.Left, font, paint);
        return bitmap.Bytes;
    }
}
