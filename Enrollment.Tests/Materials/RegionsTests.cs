using Enrollment.Materials;
using Enrollment.Materials.Samples;
using SkiaSharp;

namespace Enrollment.Tests.Materials;

/// <summary>A finding shows where on the image it was measured, so that a candidate sees what is meant (R9).</summary>
public sealed class RegionsTests
{
    private const double PixelsPerMm = 200 / 25.4;

    [Theory]
    [InlineData(8)]
    [InlineData(15)]
    public void The_page_is_where_the_lid_ends(int margin)
    {
        var inspection = Inspect(Diploma with { Margin = margin });
        var page = Assert.Single(inspection.Regions, region => region.Kind == RegionKind.Page);
        var expected = margin * PixelsPerMm;
        Assert.Equal(expected, page.X, 1.0 * PixelsPerMm);
        Assert.Equal(expected, page.Y, 1.0 * PixelsPerMm);
        Assert.Equal(inspection.Width - (2 * expected), page.Width, 2.0 * PixelsPerMm);
        Assert.Equal(inspection.Height - (2 * expected), page.Height, 2.0 * PixelsPerMm);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(-30, false)]
    public void A_cut_is_marked_on_the_side_that_is_missing(float cutOff, bool isLeft)
    {
        var inspection = Inspect(Diploma with { CutOff = cutOff });
        var finding = Assert.Single(inspection.Findings, found => found.Code == FindingCode.IncompletePage);
        var cut = Assert.Single(finding.Regions);
        Assert.Equal(RegionKind.Cut, cut.Kind);
        Assert.Equal(isLeft ? 0 : inspection.Width, isLeft ? cut.X : cut.X + cut.Width, 2.0);
    }

    [Fact]
    public void The_seal_is_where_an_unsealed_page_is_not_red()
    {
        var look = Diploma with { Slot = Slot.AppointmentDocument, Page = Page.StampedCopy };
        var file = SampleImages.Take(look);
        var seal = Assert.Single(Inspector.Inspect(file, For(look)).Regions, region => region.Kind == RegionKind.Seal);
        Assert.InRange(ShareOfSeal(file, SampleImages.Take(look with { Sealed = false }), seal), 0.9, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_code_is_marked_with_the_way_that_it_lies(int quarterTurns)
    {
        var inspection = Inspect(Record with { QuarterTurns = quarterTurns });
        var code = Assert.Single(inspection.Regions, region => region.Kind == RegionKind.QrCode);
        Assert.Equal(quarterTurns * 90, (code.Degrees + 360.4) % 360, 1.5);
        Assert.Equal(quarterTurns > 0, inspection.Findings.Any(found => found.Code == FindingCode.Sideways));
    }

    [Fact]
    public void A_tilt_is_marked_by_as_many_degrees_as_the_page_is_turned()
    {
        var finding = Assert.Single(Inspect(Diploma with { Tilt = 3 }).Findings);
        Assert.Equal(FindingCode.Tilted, finding.Code);
        Assert.Equal(3, Assert.Single(finding.Regions).Degrees, 0.3);
    }

    private static ScanLook Diploma =>
        new()
        {
            Slot = Slot.BachelorDiploma,
            Page = Page.Diploma,
            Seed = 4,
        };

    private static ScanLook Record =>
        new()
        {
            Slot = Slot.ChsiRecord,
            Page = Page.RegistrationRecord,
            Seed = 4,
        };

    private static Inspection Inspect(ScanLook look) => Inspector.Inspect(SampleImages.Take(look), For(look));

    private static InspectionRequest For(ScanLook look) => SampleRequest.For(look.Slot, look.Page);

    /// <summary>Of the pixels that are red on the sealed page only, those in the region.</summary>
    private static double ShareOfSeal(byte[] sealedPage, byte[] unsealedPage, Region region)
    {
        using var with = SKBitmap.Decode(sealedPage);
        using var without = SKBitmap.Decode(unsealedPage);
        var area = SKRectI.Create(region.X, region.Y, region.Width, region.Height);
        var (inside, all) = (0, 0);
        for (var y = 0; y < with.Height; y += 2)
        {
            for (var x = 0; x < with.Width; x += 2)
            {
                if (IsRed(with.GetPixel(x, y)) && !IsRed(without.GetPixel(x, y)))
                {
                    all++;
                    inside += area.Contains(x, y) ? 1 : 0;
                }
            }
        }
        return inside / (double)all;
    }

    private static bool IsRed(SKColor pixel) => pixel.Red - Math.Max(pixel.Green, pixel.Blue) > 60;
}
