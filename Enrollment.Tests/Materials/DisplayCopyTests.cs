using Enrollment.Materials;
using Enrollment.Materials.Jpeg;
using Enrollment.Materials.Samples;

namespace Enrollment.Tests.Materials;

public sealed class DisplayCopyTests
{
    [Fact]
    public void A_copy_is_as_small_as_asked_and_keeps_its_shape()
    {
        var copy = DisplayCopy.Make(SampleImages.Right(Slot.Other, seed: 1), CopySize.Thumbnail);
        var shown = JpegStructure.Read(copy);
        Assert.Equal((170, 240), (shown.Width, shown.Height));
    }

    [Fact]
    public void A_small_image_is_not_enlarged()
    {
        var shown = JpegStructure.Read(DisplayCopy.Make(SampleImages.Portrait(seed: 1), CopySize.Review));
        Assert.Equal((600, 800), (shown.Width, shown.Height));
    }

    [Theory]
    [InlineData(3, 6)]
    [InlineData(2, 3)]
    [InlineData(1, 8)]
    public void A_copy_stands_upright_and_carries_no_metadata(int quarterTurns, byte orientation)
    {
        var stored = SampleImages.Take(new PortraitLook { Seed = 2, QuarterTurns = quarterTurns });
        var taken = SampleJpeg.WithOrientation(SampleJpeg.WithTakenAt(stored, new(2026, 1, 2)), orientation);
        var copy = DisplayCopy.Make(taken, CopySize.Review)!;
        Assert.Equal(new ImageHeader(null, null), ImageHeader.Read(copy));
        Assert.Equal(-1, copy.AsSpan().IndexOf("Exif"u8));
        var findings = Inspector
            .Inspect(copy, SampleRequest.For(Slot.IdPhoto))
            .Findings.Select(finding => finding.Code);
        Assert.DoesNotContain(FindingCode.BackgroundNotWhite, findings);
        Assert.DoesNotContain(FindingCode.WrongRatio, findings);
    }

    [Fact]
    public void What_cannot_be_decoded_has_no_copy()
    {
        Assert.Null(DisplayCopy.Make(SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, 1), 100));
        Assert.Null(DisplayCopy.Make(SampleImages.Wrong(FindingCode.TooManyPixels, Slot.IdPhoto, 1), 100));
        Assert.Null(DisplayCopy.Make(ReadOnlyMemory<byte>.Empty, 100));
    }
}
