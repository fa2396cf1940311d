using SkiaSharp;

namespace Enrollment.Materials.Samples;

/// <summary>For each finding an image that is wrong in just that way.</summary>
internal static class WrongImages
{
    private static readonly DateTime LongAgo = new(2015, 3, 2, 10, 20, 30);
    private static readonly ImageStandards Standards = new();

    public static byte[] Draw(FindingCode code, Slot slot, int seed)
    {
        var portrait = new PortraitLook { Seed = seed };
        var scan = new ScanLook
        {
            Slot = slot,
            Page = Slots.Of(slot).Pages[0],
            Seed = seed,
        };
        return code switch
        {
            FindingCode.NotJpeg => Png(slot, portrait, scan),
            FindingCode.Corrupt => Truncated(SampleImages.Right(slot, seed)),
            FindingCode.TooFewBytes => Within(slot, portrait, scan, 20_000, LeastBytes(slot) - 10_000),
            FindingCode.TooManyBytes => Within(slot, portrait, scan, MostBytes(slot) + 10_000, MostBytes(slot) * 3),
            FindingCode.TooFewPixels => SampleImages.Take(portrait with { Width = 240, Height = 320 }),
            FindingCode.TooManyPixels => SampleJpeg.WithPromisedSize(SampleImages.Right(slot, seed), 12_000, 9_000),
            FindingCode.WrongRatio => SampleImages.Take(portrait with { Width = 640, Height = 640 }),
            FindingCode.NotColour when slot == Slot.IdPhoto => SampleImages.Take(portrait with { Grey = true }),
            FindingCode.NotColour => SampleImages.Take(scan with { Grey = true }),
            FindingCode.LowResolution => SampleImages.Take(scan with { Dpi = SurelyTooLow(slot) }),
            FindingCode.BackgroundNotWhite => SampleImages.Take(portrait with { Background = new(88, 148, 218) }),
            FindingCode.Tilted => SampleImages.Take(scan with { Tilt = 4 }),
            FindingCode.Sideways => SampleImages.Take(scan with { QuarterTurns = 1 }),
            FindingCode.Blurred when slot == Slot.IdPhoto => SampleImages.Take(portrait with { Blur = 6 }),
            FindingCode.Blurred => SampleImages.Take(scan with { Blur = 0.4f }),
            FindingCode.IncompletePage => SampleImages.Take(scan with { CutOff = CutThroughText(slot) }),
            FindingCode.SealMissing => SampleImages.Take(scan with { Sealed = false }),
            FindingCode.QrUnreadable => SampleImages.Take(scan with { QrText = null }),
            FindingCode.QrWrongHost => SampleImages.Take(
                scan with
                {
                    QrText = "https://www.chsi.com.cn.cx-verify.com/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC",
                }
            ),
            FindingCode.TooOld => SampleJpeg.WithTakenAt(SampleImages.Portrait(seed), LongAgo),
            FindingCode.HeaderDensityDiffers => SampleJpeg.WithDensity(SampleImages.Take(scan), 72),
            FindingCode.ValidityTooShort or FindingCode.DuplicateImage => SampleImages.Right(slot, seed),
        };
    }

    /// <summary>Too low even over the slot's smallest paper.</summary>
    private static int SurelyTooLow(Slot slot)
    {
        var papers = Slots.Of(slot).Papers;
        var share = papers.Min(paper => paper.LongMm) / papers.Max(paper => paper.LongMm);
        return (int)(Standards.ScanMinDpi * share * 0.8);
    }

    /// <summary>A record is cut on the right, or its code would be cut off with the rest.</summary>
    private static float CutThroughText(Slot slot) => slot == Slot.ChsiRecord ? -90 : 100;

    private static byte[] Png(Slot slot, PortraitLook portrait, ScanLook scan)
    {
        using var bitmap = Develop(slot, portrait, scan);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static byte[] Truncated(byte[] file) => file[..(file.Length * 6 / 10)];

    private static byte[] Within(Slot slot, PortraitLook portrait, ScanLook scan, long least, long most)
    {
        using var bitmap = Develop(slot, portrait, scan);
        return SampleJpeg.WithDensity(SampleJpeg.Encode(bitmap, least, most, 70), scan.Dpi);
    }

    private static SKBitmap Develop(Slot slot, PortraitLook portrait, ScanLook scan) =>
        slot == Slot.IdPhoto ? SampleImages.Develop(portrait) : SampleImages.Develop(scan);

    private static long LeastBytes(Slot slot) =>
        slot == Slot.IdPhoto ? Standards.PhotoMinBytes : Standards.ScanMinBytes;

    private static long MostBytes(Slot slot) => slot == Slot.IdPhoto ? Standards.PhotoMaxBytes : Standards.ScanMaxBytes;
}
