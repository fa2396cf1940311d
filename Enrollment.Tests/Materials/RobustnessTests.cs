using System.Text;
using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Tests.Materials;

/// <summary>Whatever is uploaded gets a finding: never an exception, and nothing large is decoded.</summary>
public sealed class RobustnessTests
{
    private static readonly byte[] Photo = SampleImages.Portrait(seed: 1);
    private static readonly byte[] Scan = SampleImages.Right(Slot.ChsiRecord, seed: 1);

    public static TheoryData<string, string> Renamed =>
        new()
        {
            { "", "empty file" },
            { "\u0089PNG\r\n", "PNG" },
            { "GIF89a", "GIF" },
            { "RIFF....WEBPVP8 ", "WebP" },
            { "\0\0\0\u0018ftypheic", "HEIC" },
            { "%PDF-1.7", "PDF" },
            { "BM......", "BMP" },
            { "PK\u0003\u0004", "ZIP" },
            { "hello", "unknown format" },
        };

    [Theory]
    [MemberData(nameof(Renamed))]
    public void Another_kind_of_file_is_named(string start, string name)
    {
        var finding = Assert.Single(Inspect(Encoding.Latin1.GetBytes(start)).Findings);
        Assert.Equal((FindingCode.NotJpeg, name), (finding.Code, finding.Measured));
    }

    [Fact]
    public void Noise_is_no_jpeg()
    {
        var noise = new byte[700];
        new Random(3).NextBytes(noise);
        Assert.Equal([FindingCode.NotJpeg], Codes(noise));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_corrupt_or_no_jpeg()
    {
        for (var length = 0; length < Photo.Length; length += length < 700 ? 1 : 997)
        {
            Assert.Contains(Assert.Single(Codes(Photo[..length])), Unreadable);
        }
        Assert.Equal([FindingCode.Corrupt], Codes(Photo[..^1]));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.35)]
    [InlineData(0.65)]
    [InlineData(0.90)]
    public void A_hole_of_zeros_is_corrupt(double at)
    {
        foreach (var (file, slot) in new[] { (Photo, Slot.IdPhoto), (Scan, Slot.ChsiRecord) })
        {
            var holed = (byte[])file.Clone();
            holed.AsSpan((int)(file.Length * at), Math.Min(20_000, (int)(file.Length * 0.09))).Clear();
            Assert.Equal([FindingCode.Corrupt], Codes(holed, slot));
        }
    }

    [Fact]
    public void A_decompression_bomb_is_refused_from_its_header()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(
            [FindingCode.TooManyPixels],
            Codes(SampleImages.Wrong(FindingCode.TooManyPixels, Slot.IdPhoto, 1))
        );
        Assert.Equal([FindingCode.Corrupt], Codes(TinyJpeg.Write(160, 160, 3, progressive: true, passes: 200)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 30_000_000);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(3, true)]
    [InlineData(1, true)]
    public void Grey_CMYK_and_progressive_files_are_read(int components, bool progressive)
    {
        var inspection = Inspect(TinyJpeg.Write(480, 640, components, progressive, progressive ? 2 : 1));
        Assert.Equal((480, 640), (inspection.Width, inspection.Height));
        Assert.DoesNotContain(FindingCode.Corrupt, inspection.Findings.Select(finding => finding.Code));
        Assert.Equal(components == 1, inspection.Findings.Any(finding => finding.Code == FindingCode.NotColour));
    }

    [Theory]
    [InlineData(1, 600, 800)]
    [InlineData(3, 600, 800)]
    [InlineData(6, 800, 600)]
    [InlineData(8, 800, 600)]
    public void A_photo_is_judged_as_its_header_says_it_is_shown(byte orientation, int width, int height)
    {
        var inspection = Inspect(SampleJpeg.WithOrientation((byte[])Photo.Clone(), orientation));
        Assert.Equal((width, height), (inspection.Width, inspection.Height));
        Assert.Equal(width > height, inspection.Findings.Any(finding => finding.Code == FindingCode.WrongRatio));
    }

    [Fact]
    public void A_photo_stored_on_its_side_but_shown_upright_is_right()
    {
        var lying = SampleImages.Take(new PortraitLook { Seed = 2, QuarterTurns = 3 });
        Assert.Equal([FindingCode.WrongRatio], Codes(lying).Take(1));
        Assert.Empty(Codes(SampleJpeg.WithOrientation(lying, 6)));
    }

    [Fact]
    public void A_thumbnail_in_the_header_and_data_after_the_end_do_not_matter()
    {
        var thumbnail = TinyJpeg.Write(160, 120, 3);
        byte[] carrying =
        [
            .. Photo[..2],
            0xFF,
            0xE2,
            (byte)((thumbnail.Length + 2) >> 8),
            (byte)(thumbnail.Length + 2),
            .. thumbnail,
            .. Photo[2..],
            .. "trailing"u8,
        ];
        Assert.Empty(Codes(carrying));
    }

    /// <summary>As cameras and image programs leave them: thousands of segments, each at its greatest length or empty.</summary>
    [Fact]
    public void A_header_of_many_application_segments_does_not_matter()
    {
        var segments = new MemoryStream();
        for (var i = 0; i < 4_000; i++)
        {
            var length = i % 400 == 0 ? 65_535 : 2;
            segments.Write([0xFF, (byte)(0xE1 + (i % 15)), (byte)(length >> 8), (byte)length, .. new byte[length - 2]]);
        }
        Assert.Equal([FindingCode.TooManyBytes], Codes([.. Photo[..2], .. segments.ToArray(), .. Photo[2..]]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Blank_paper_that_compresses_to_zeros_is_no_hole(int passes)
    {
        var blank = TinyJpeg.Write(480, 640, 3, progressive: passes > 1, passes, isFlat: true);
        Assert.True(blank.AsSpan().IndexOf(new byte[64]) > 0);
        Assert.DoesNotContain(FindingCode.Corrupt, Codes(blank));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.8)]
    public void A_hole_in_a_progressive_file_is_corrupt(double at)
    {
        var file = TinyJpeg.Write(480, 640, 3, progressive: true, passes: 2);
        file.AsSpan((int)(file.Length * at), 500).Clear();
        Assert.Equal([FindingCode.Corrupt], Codes(file));
    }

    /// <summary>A few hundred rounds with every run, 200,000 with the long proofs.</summary>
    [Fact]
    public void Mutated_files_never_throw() =>
        Mutate(Environment.GetEnvironmentVariable("ENROLLMENT_LONG") == "1" ? 200_000 : 400);

    /// <summary>Changes a few bytes, mostly in the headers, cuts, doubles and swaps pieces; only that it answers matters.</summary>
    private static void Mutate(int rounds)
    {
        byte[][] seeds =
        [
            TinyJpeg.Write(320, 400, 3),
            TinyJpeg.Write(64, 64, 4),
            TinyJpeg.Write(200, 100, 3, progressive: true, passes: 2),
            SampleJpeg.WithTakenAt(TinyJpegWithJfif(), new DateTime(2020, 1, 1)),
            SmallPortrait(),
        ];
        var slots = Enum.GetValues<Slot>();
        Parallel.For(
            0,
            rounds,
            round =>
            {
                var random = new Random(round);
                var file = Mutated((byte[])seeds[round % seeds.Length].Clone(), random);
                Assert.True(
                    Inspector.Inspect(file, SampleRequest.For(slots[random.Next(slots.Length)])).Bytes == file.Length
                );
            }
        );
    }

    private static byte[] Mutated(byte[] file, Random random)
    {
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var end = random.Next(3) == 0 ? file.Length : Math.Min(file.Length, 400);
            file[random.Next(2, end)] = (byte)random.Next(256);
        }
        var (from, to) = (random.Next(file.Length - 80), random.Next(file.Length - 80));
        switch (random.Next(8))
        {
            case 0:
                file.AsSpan(from, 70).Clear();
                break;
            case 1:
                file.AsSpan(from, 70).CopyTo(file.AsSpan(to));
                break;
            case 2:
                file = [.. file[..from], .. file[Math.Min(from, to)..]];
                break;
        }
        return random.Next(5) == 0 ? file[..random.Next(file.Length)] : file;
    }

    private static byte[] SmallPortrait()
    {
        using var portrait = SampleImages.Develop(
            new PortraitLook
            {
                Seed = 1,
                Width = 120,
                Height = 160,
            }
        );
        return SampleJpeg.Encode(portrait, 80);
    }

    private static readonly FindingCode[] Unreadable = [FindingCode.NotJpeg, FindingCode.Corrupt];

    private static byte[] TinyJpegWithJfif()
    {
        var plain = TinyJpeg.Write(160, 160, 3);
        return [.. plain[..2], 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 1, 0, 200, 0, 200, 0, 0, .. plain[2..]];
    }

    private static Inspection Inspect(byte[] file, Slot slot = Slot.IdPhoto) =>
        Inspector.Inspect(file, SampleRequest.For(slot));

    private static IEnumerable<FindingCode> Codes(byte[] file, Slot slot = Slot.IdPhoto) =>
        Inspect(file, slot).Findings.Select(finding => finding.Code);
}
