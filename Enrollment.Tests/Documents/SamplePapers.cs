using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.People;
using Enrollment.Tests.Applications;
using SkiaSharp;

namespace Enrollment.Tests.Documents;

/// <summary>What papers are made from in tests: an ordinary candidate, and a photo that is only a shape.</summary>
internal static class SamplePapers
{
    public static readonly DateOnly Day = new(2026, 6, 20);

    public static readonly SealKey Key = new("K1", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static byte[] Photo { get; } = DrawPhoto();

    public static PaperSource Ordinary { get; } =
        new()
        {
            Season = SampleForm.Season,
            Application = Enrollment.Applications.ApplicationId.Parse("0193a5b0c0de7000800000000000abcd"),
            Number = "20260013",
            Form = SampleForm.Valid,
            Phone = PhoneNumber.Parse("13812345678"),
            Photo = Photo,
            KeptOriginals =
            [
                new("任职文件原件", 1, "李静", "2026年7月15日 09:12"),
                new("专业技术职称证书原件", 2, "李静", "2026年7月15日 09:12"),
            ],
        };

    public static Document Make(DocumentKind kind, PaperSource source) => Papers.Make(kind, source, 1, Day, Key);

    public static PaperSource With(Func<Form, Form> change) => Ordinary with { Form = change(Ordinary.Form) };

    private static byte[] DrawPhoto()
    {
        using var bitmap = new SKBitmap(300, 400);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var skin = new SKPaint { Color = new SKColor(0xd8, 0xa8, 0x88) };
        using var coat = new SKPaint { Color = new SKColor(0x30, 0x40, 0x60) };
        canvas.DrawCircle(150, 160, 80, skin);
        canvas.DrawRect(60, 260, 180, 140, coat);
        using var image = SKImage.FromBitmap(bitmap);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return jpeg.ToArray();
    }
}
