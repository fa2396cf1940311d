using System.Security.Cryptography;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using SkiaSharp;

namespace Enrollment.Tests.Materials.Corpus;

/// <summary>The corpus: right images of every page, and every finding's defect in five strengths.</summary>
internal static class CorpusCases
{
    private static readonly InspectionRequest Photo = SampleRequest.For(Slot.IdPhoto, Page.Portrait);
    private static readonly InspectionRequest Record = SampleRequest.For(Slot.ChsiRecord, Page.RegistrationRecord);

    public static IEnumerable<CorpusCase> All =>
        [.. Right(), .. UnreadableFiles.All, .. Numbers(), .. Colours(), .. Portraits(), .. Scans(), .. Records()];

    private static IEnumerable<CorpusCase> Right() =>
        [
            .. from seed in Enumerable.Range(1, 20) select OfPhoto(null, 0, new() { Seed = seed }),
            .. from seed in Enumerable.Range(21, 6) select OfPhoto(null, 0, new() { Seed = seed, Saturation = 0.3f }),
            .. from rule in Slots.All.Skip(1)
            from page in rule.Pages
            from seed in Enumerable.Range(31, 4)
            select OfScan(
                null,
                0,
                new()
                {
                    Slot = rule.Slot,
                    Page = page,
                    Seed = seed,
                }
            ),
            // A page on a dark lid, scanned finely enough that its own pixels suffice.
            .. from look in Looks(2)
            from margin in Steps(8f, 20f)
            select OfScan(null, 0, look with { Margin = margin.Value }),
        ];

    /// <summary>What a number states: bytes, pixels, ratio, resolution, dates.</summary>
    private static IEnumerable<CorpusCase> Numbers() =>
        [
            .. from request in new[] { Photo, SampleRequest.For(Slot.Other, Page.Other) }
            from step in Steps(1, 1000, 10_000, 50_000, 90_000)
            select new CorpusCase(
                FindingCode.TooFewBytes,
                step.Number,
                request,
                () => WithBytes(request, true, step.Value)
            ),
            .. from request in new[] { Photo, SampleRequest.For(Slot.Other, Page.Other) }
            from step in Steps(1, 1000, 10_000, 100_000, 1_000_000)
            select new CorpusCase(
                FindingCode.TooManyBytes,
                step.Number,
                request,
                () => WithBytes(request, false, step.Value)
            ),
            .. from seed in Enumerable.Range(61, 2)
            from step in Steps((299, 399), (285, 380), (240, 320), (180, 240), (90, 120))
            select OfPhoto(FindingCode.TooFewPixels, step.Number, Sized(seed, step.Value)),
            .. from seed in Enumerable.Range(61, 2)
            from step in Steps((602, 800), (620, 800), (600, 720), (640, 640), (800, 600))
            select OfPhoto(FindingCode.WrongRatio, step.Number, Sized(seed, step.Value)),
            .. from step in Steps((7_746, 7_747), (8_000, 8_000), (12_000, 9_000), (30_000, 30_000), (65_000, 65_000))
            from request in new[] { Photo, Record }
            select new CorpusCase(
                FindingCode.TooManyPixels,
                step.Number,
                request,
                () =>
                    SampleJpeg.WithPromisedSize(SampleImages.Right(request.Slot, 1), step.Value.Item1, step.Value.Item2)
            ),
            .. from days in Steps(1, 30, 180, 1000, 3650)
            from seed in Enumerable.Range(61, 2)
            select new CorpusCase(
                FindingCode.TooOld,
                days.Number,
                Photo,
                () =>
                    SampleJpeg.WithTakenAt(SampleImages.Portrait(seed), new DateTime(2025, 10, 1).AddDays(-days.Value))
            ),
            .. from days in Steps(1, 7, 30, 90, 180)
            select new CorpusCase(
                FindingCode.ValidityTooShort,
                days.Number,
                Record with
                {
                    LastOnSiteDay = new(2026, 7, 20),
                    ValidUntil = new DateOnly(2026, 7, 20).AddDays(-days.Value),
                },
                () => SampleImages.Right(Slot.ChsiRecord, days.Number)
            ),
            .. from seed in Enumerable.Range(1, 5)
            let page = SampleImages.Right(Slot.Other, seed)
            select new CorpusCase(
                FindingCode.DuplicateImage,
                seed,
                SampleRequest.For(Slot.Other, Page.Other) with
                {
                    Others = [new("其他证明材料", Convert.ToHexStringLower(SHA256.HashData(page)))],
                },
                () => page
            ),
        ];

    private static IEnumerable<CorpusCase> Colours() =>
        [
            .. from seed in Enumerable.Range(1, 5)
            select OfPhoto(FindingCode.NotColour, seed, new() { Seed = seed, Grey = true }),
            .. from look in Looks(3) select OfScan(FindingCode.NotColour, 5, look with { Grey = true }),
        ];

    private static IEnumerable<CorpusCase> Portraits() =>
        [
            .. from seed in Enumerable.Range(1, 6)
            from step in Steps(30, 50, 75, 110, 150)
            let shade = (byte)(253 - step.Value)
            select OfPhoto(
                FindingCode.BackgroundNotWhite,
                step.Number,
                new() { Seed = seed, Background = seed % 2 == 0 ? new(shade, shade, shade) : new(shade, shade, 253) }
            ),
            .. from seed in Enumerable.Range(1, 6)
            from step in Steps(1.5f, 3, 5, 7, 10)
            select OfPhoto(FindingCode.Blurred, step.Number, new() { Seed = seed, Blur = step.Value }),
        ];

    private static IEnumerable<CorpusCase> Scans() =>
        [
            .. from look in Looks(2)
            from step in Steps(0.15f, 0.25f, 0.4f, 0.6f, 0.9f)
            select OfScan(FindingCode.Blurred, step.Number, look with { Blur = step.Value }),
            .. from look in Looks(2)
            from step in Steps(1, 1.8f, 2.5f, 4, -6)
            select OfScan(FindingCode.Tilted, step.Number, look with { Tilt = step.Value }),
            .. from look in Looks(1)
            from step in Steps(1, 1.8f, 2.5f, 4, -6)
            select OfScan(FindingCode.Tilted, step.Number, look with { Tilt = step.Value, Margin = 20 }),
            .. from look in Looks(3)
            from quarters in Enumerable.Range(1, 3)
            // Nothing on a card tells its head from its foot.
            where look.Slot != Slot.IdentityCard || quarters != 2
            select OfScan(FindingCode.Sideways, 5, look with { QuarterTurns = quarters }),
            .. from look in Looks(2)
            from step in Steps(88, 94, 100, 106, 112)
            where look.Slot is not (Slot.IdentityCard or Slot.ChsiRecord)
            select OfScan(FindingCode.IncompletePage, step.Number, look with { CutOff = step.Value }),
            .. from seed in Enumerable.Range(41, 4)
            from ink in Steps(new SKColor(30, 60, 170), new SKColor(40, 40, 44), SKColors.Transparent)
            from page in new[] { (Slot.BachelorDiploma, Page.Diploma), (Slot.AppointmentDocument, Page.SignaturePage) }
            select OfScan(
                FindingCode.SealMissing,
                ink.Number,
                new()
                {
                    Slot = page.Item1,
                    Page = page.Item2,
                    Seed = seed,
                    SealInk = ink.Value,
                    Sealed = ink.Value.Alpha > 0,
                }
            ),
            .. from look in Looks(1)
            from step in Steps(0.99, 0.95, 0.85, 0.6, 0.4)
            let smallest = Slots.Of(look.Slot).Papers.Min(paper => paper.LongMm)
            select OfScan(
                FindingCode.LowResolution,
                step.Number,
                look with
                {
                    Dpi = (int)(200 * step.Value * smallest / Paper.A4.LongMm),
                }
            ),
            // 200 DPI over the glass, but less over the page that lies on it.
            .. from look in Looks(1)
            from step in Steps(15f, 20, 30, 40, 50)
            where Slots.Of(look.Slot).Papers.Count == 1
            select OfScan(
                FindingCode.LowResolution,
                step.Number,
                look with
                {
                    Margin = step.Value,
                    Dpi = OverGlass(step.Value),
                }
            ),
            .. from look in Looks(1)
            from step in Steps(0.9, 0.84, 0.75, 0.5, 0.36)
            select OfScan(FindingCode.HeaderDensityDiffers, step.Number, look) with
            {
                Draw = () => SampleJpeg.WithDensity(SampleImages.Take(look), (int)(200 * step.Value)),
            },
        ];

    private static IEnumerable<CorpusCase> Records() =>
        [
            .. from seed in Enumerable.Range(41, 3)
            from step in Steps(2, 6, 16, 26, 60)
            select OfScan(FindingCode.QrUnreadable, step.Number, RecordLook(seed) with { Smudges = step.Value }),
            .. from seed in Enumerable.Range(41, 2)
            from step in Steps(
                "http://www.chsi.com.cn/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC",
                "https://www.chsi.com.cn.cx-verify.com/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC",
                "https://www.chsi.com.cn@verify.example/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC",
                "https://example.com/",
                "A7KQ2M9XW4TR8BHC"
            )
            select OfScan(FindingCode.QrWrongHost, step.Number, RecordLook(seed) with { QrText = step.Value }),
        ];

    private static IEnumerable<ScanLook> Looks(int seeds) =>
        from page in new[]
        {
            (Slot.IdentityCard, Page.CardBothSides),
            (Slot.BachelorDiploma, Page.Diploma),
            (Slot.AppointmentDocument, Page.FirstPage),
            (Slot.ChsiRecord, Page.RegistrationRecord),
        }
        from seed in Enumerable.Range(41, seeds)
        select new ScanLook
        {
            Slot = page.Item1,
            Page = page.Item2,
            Seed = seed,
        };

    private static ScanLook RecordLook(int seed) =>
        new()
        {
            Slot = Slot.ChsiRecord,
            Page = Page.RegistrationRecord,
            Seed = seed,
        };

    private static PortraitLook Sized(int seed, (int Width, int Height) size) =>
        new()
        {
            Seed = seed,
            Width = size.Width,
            Height = size.Height,
        };

    /// <summary>Such that all of the image, margin included, has the pixels of a page at 200 DPI.</summary>
    private static int OverGlass(float margin) => (int)(200 * Paper.A4.ShortMm / (Paper.A4.ShortMm + (2 * margin)));

    private static IEnumerable<(int Number, T Value)> Steps<T>(params T[] values) =>
        values.Select((value, index) => (index + 1, value));

    private static byte[] WithBytes(InspectionRequest request, bool tooFew, int by)
    {
        var (photo, standards) = (request.Slot == Slot.IdPhoto, request.Standards);
        var size = tooFew
            ? (photo ? standards.PhotoMinBytes : standards.ScanMinBytes) - by
            : (photo ? standards.PhotoMaxBytes : standards.ScanMaxBytes) + by;
        using var bitmap = photo
            ? SampleImages.Develop(
                new PortraitLook
                {
                    Seed = 61,
                    Width = 450,
                    Height = 600,
                }
            )
            : SampleImages.Develop(
                new ScanLook
                {
                    Slot = request.Slot,
                    Page = Page.Other,
                    Seed = 61,
                }
            );
        var quality = 90;
        var file = SampleJpeg.Encode(bitmap, quality);
        while (file.Length > size - 8)
        {
            file = SampleJpeg.Encode(bitmap, quality -= 5);
        }
        file = SampleJpeg.WithSize(file, size);
        return photo ? file : SampleJpeg.WithDensity(file, 200);
    }

    private static CorpusCase OfPhoto(FindingCode? code, int strength, PortraitLook look) =>
        new(code, strength, Photo, () => SampleImages.Take(look));

    private static CorpusCase OfScan(FindingCode? code, int strength, ScanLook look) =>
        new(code, strength, SampleRequest.For(look.Slot, look.Page), () => SampleImages.Take(look));
}
