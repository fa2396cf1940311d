using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>
/// Images of nobody, drawn for demonstrations, simulations, tests and benchmarks: right ones, and for each finding
/// one that is wrong in just that way. The same seed draws the same image.
/// </summary>
public static class SampleImages
{
    /// <summary>在线验证码 in the QR code of a right record; made up.</summary>
    public const string VerificationCode = "A7KQ2M9XW4TR8BHC";

    private const float MillimetresPerInch = 25.4f;
    private static readonly ImageStandards Standards = new();
    private static readonly SKColor White = new(252, 251, 248);
    private static readonly SKColor Lid = new(58, 60, 64);

    /// <summary>A 3 : 4 colour portrait before white.</summary>
    public static byte[] Portrait(int seed) => Take(new PortraitLook { Seed = seed });

    /// <summary>A scan at 200 DPI of the given page, with its seal, its signature and its QR code.</summary>
    public static byte[] Scan(Slot slot, Page page, int seed) =>
        slot == Slot.IdPhoto
            ? Portrait(seed)
            : Take(
                new ScanLook
                {
                    Slot = slot,
                    Page = page,
                    Seed = seed,
                }
            );

    /// <summary>A portrait before white as a phone takes it: 4000×3000 pixels and 4 MB, right but for its shape and size.</summary>
    public static byte[] PhonePhoto(int seed)
    {
        using var developed = Develop(
            new PortraitLook
            {
                Seed = seed,
                Width = 4000,
                Height = 3000,
            }
        );
        return SampleJpeg.Encode(developed, 3_900_000, 4_300_000, 80);
    }

    /// <summary>A page as a scanner saves it at 300 DPI in its best quality: 8 MB, right but for its size.</summary>
    public static byte[] ScannerPage(Slot slot, Page page, int seed)
    {
        var look = new ScanLook
        {
            Slot = slot,
            Page = page,
            Seed = seed,
            Dpi = 300,
            Grain = 50,
        };
        using var developed = Develop(look);
        return SampleJpeg.WithDensity(SampleJpeg.Encode(developed, 7_500_000, 8_500_000, 100), look.Dpi);
    }

    /// <summary>The usual page of the slot, right in every way.</summary>
    public static byte[] Right(Slot slot, int seed) => Scan(slot, Slots.Of(slot).Pages[0], seed);

    /// <summary>
    /// An image for the slot that is wrong in the way the code names, and only in that way as far as this can be. A
    /// portrait has no paper, seal or QR code, and a scan no ratio or background: such pairs throw. What lies outside the
    /// image (a date typed too early, the same file twice) gives the right image.
    /// </summary>
    /// <exception cref="ArgumentException">The slot's images can't be wrong in this way.</exception>
    public static byte[] Wrong(FindingCode code, Slot slot, int seed) =>
        CanBeWrong(code, slot)
            ? WrongImages.Draw(code, slot, seed)
            : throw new ArgumentException($"{slot} can't be wrong by {code}.", nameof(code));

    public static bool CanBeWrong(FindingCode code, Slot slot) =>
        code switch
        {
            FindingCode.TooFewPixels
            or FindingCode.WrongRatio
            or FindingCode.BackgroundNotWhite
            or FindingCode.TooOld => slot == Slot.IdPhoto,
            FindingCode.LowResolution
            or FindingCode.Tilted
            or FindingCode.Sideways
            or FindingCode.HeaderDensityDiffers => slot != Slot.IdPhoto,
            FindingCode.IncompletePage => slot is not (Slot.IdPhoto or Slot.IdentityCard),
            FindingCode.SealMissing => ScanChecks.BearsSeal(Slots.Of(slot).Pages[0]),
            FindingCode.QrUnreadable or FindingCode.QrWrongHost or FindingCode.ValidityTooShort => slot
                == Slot.ChsiRecord,
            _ => true,
        };

    public static byte[] Take(PortraitLook look)
    {
        using var developed = Develop(look);
        return SampleJpeg.Encode(developed, Standards.PhotoMinBytes, Standards.PhotoMaxBytes, 96);
    }

    public static byte[] Take(ScanLook look)
    {
        using var developed = Develop(look);
        var file = SampleJpeg.Encode(developed, Standards.ScanMinBytes, Standards.ScanMaxBytes, 84);
        return SampleJpeg.WithDensity(file, look.Dpi);
    }

    internal static SKBitmap Develop(PortraitLook look)
    {
        using var bitmap = PortraitDrawing.Draw(look);
        using var turned = Turned(bitmap, look.QuarterTurns);
        return Develop(turned, look.Blur, look.Grey ? 0 : look.Saturation, 14, new Random(look.Seed));
    }

    internal static SKBitmap Develop(ScanLook look)
    {
        var random = new Random(look.Seed);
        var paper = PageDrawing.SizeOf(look.Page);
        var scale = look.Dpi / MillimetresPerInch;
        var (width, height) = (Pixels(paper.Width + (2 * look.Margin)), Pixels(paper.Height + (2 * look.Margin)));
        var turned = look.QuarterTurns % 2 == 1;
        using var bitmap = new SKBitmap(
            turned ? height : width,
            turned ? width : height,
            SKColorType.Bgra8888,
            SKAlphaType.Opaque
        );
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(look.Margin > 0 ? Lid : White);
            canvas.Translate(bitmap.Width / 2f, bitmap.Height / 2f);
            canvas.RotateDegrees((look.QuarterTurns * 90) + look.Tilt);
            canvas.Translate(-width / 2f, -height / 2f);
            canvas.Scale(scale);
            canvas.Translate(look.Margin, look.Margin);
            if (look.Margin > 0)
            {
                using var white = new SKPaint { Color = White, IsAntialias = true };
                canvas.DrawRect(0, 0, paper.Width, paper.Height, white);
            }
            canvas.Translate(-look.CutOff, 0);
            PageDrawing.Draw(new Ink(canvas, random), look);
        }
        return Develop(bitmap, look.Blur * scale, look.Grey ? 0 : 1, look.Grain, random);

        int Pixels(float millimetres) => (int)Math.Ceiling(millimetres * scale);
    }

    private static SKBitmap Turned(SKBitmap upright, int quarterTurns)
    {
        var onItsSide = quarterTurns % 2 == 1;
        var turned = new SKBitmap(
            upright.Info.WithSize(
                onItsSide ? upright.Height : upright.Width,
                onItsSide ? upright.Width : upright.Height
            )
        );
        using var canvas = new SKCanvas(turned);
        canvas.Translate(turned.Width / 2f, turned.Height / 2f);
        canvas.RotateDegrees(90 * quarterTurns);
        canvas.DrawBitmap(upright, -upright.Width / 2f, -upright.Height / 2f, SKSamplingOptions.Default);
        return turned;
    }

    private static SKBitmap Develop(SKBitmap drawn, float blur, float saturation, int grain, Random random)
    {
        var developed = new SKBitmap(drawn.Info);
        using (var canvas = new SKCanvas(developed))
        {
            using var paint = new SKPaint();
            if (blur > 0)
            {
                paint.ImageFilter = SKImageFilter.CreateBlur(blur, blur, SKShaderTileMode.Clamp);
            }
            canvas.DrawBitmap(drawn, 0, 0, SKSamplingOptions.Default, paint);
        }
        Grain.Apply(developed, grain, random);
        if (saturation >= 1)
        {
            return developed;
        }
        var faded = new SKBitmap(drawn.Info);
        using (developed)
        using (var canvas = new SKCanvas(faded))
        using (var filter = SKColorFilter.CreateColorMatrix(Fading(saturation)))
        using (var paint = new SKPaint { ColorFilter = filter })
        {
            canvas.DrawBitmap(developed, 0, 0, SKSamplingOptions.Default, paint);
        }
        return faded;
    }

    /// <summary>Each channel with so much of its own and the rest of the brightness.</summary>
    private static float[] Fading(float s)
    {
        var (red, green, blue) = (0.299f * (1 - s), 0.587f * (1 - s), 0.114f * (1 - s));
        return [red + s, green, blue, 0, 0, red, green + s, blue, 0, 0, red, green, blue + s, 0, 0, 0, 0, 0, 1, 0];
    }
}
