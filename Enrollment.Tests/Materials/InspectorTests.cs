using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Tests.Materials;

public sealed class InspectorTests
{
    /// <summary>What inspection finds of what it was asked to find; a code joins when its check does.</summary>
    private static readonly FindingCode[] Found =
    [
        FindingCode.NotJpeg,
        FindingCode.Corrupt,
        FindingCode.TooFewBytes,
        FindingCode.TooManyBytes,
        FindingCode.TooFewPixels,
        FindingCode.TooManyPixels,
        FindingCode.WrongRatio,
        FindingCode.NotColour,
        FindingCode.LowResolution,
    ];

    public static TheoryData<FindingCode, Slot> EveryWayToBeWrong =>
        [
            .. from code in Found
            from slot in new[] { Slot.IdPhoto, Slot.IdentityCard, Slot.BachelorDiploma, Slot.ChsiRecord }
            where SampleImages.CanBeWrong(code, slot)
            select new TheoryDataRow<FindingCode, Slot>(code, slot),
        ];

    public static TheoryData<Slot, Page> EveryPage =>
        [.. Slots.All.SelectMany(rule => rule.Pages, (rule, page) => new TheoryDataRow<Slot, Page>(rule.Slot, page))];

    [Theory]
    [MemberData(nameof(EveryPage))]
    public void A_right_image_has_no_findings(Slot slot, Page page)
    {
        var inspection = Inspector.Inspect(SampleImages.Scan(slot, page, seed: 11), For(slot, page));
        Assert.Empty(inspection.Findings);
        Assert.True(inspection.Accepted);
    }

    [Theory]
    [MemberData(nameof(EveryWayToBeWrong))]
    public void An_image_wrong_in_one_way_is_found_wrong_in_that_way_only(FindingCode code, Slot slot)
    {
        var inspection = Inspector.Inspect(SampleImages.Wrong(code, slot, seed: 5), For(slot));
        var finding = Assert.Single(inspection.Findings);
        Assert.Equal(code, finding.Code);
        Assert.NotEmpty(finding.Measured);
        Assert.NotEmpty(finding.Required);
        Assert.Equal(Severities.Of(code) == Severity.Warns, inspection.Accepted);
    }

    [Fact]
    public void Both_readings_of_K_are_accepted_and_their_ends_are_included()
    {
        var file = SampleImages.Portrait(seed: 3);
        Assert.Equal([], CodesWith(new() { PhotoMinBytes = file.Length, PhotoMaxBytes = file.Length }));
        Assert.Equal([FindingCode.TooFewBytes], CodesWith(new() { PhotoMinBytes = file.Length + 1 }));
        Assert.Equal([FindingCode.TooManyBytes], CodesWith(new() { PhotoMaxBytes = file.Length - 1 }));

        IEnumerable<FindingCode> CodesWith(ImageStandards standards) =>
            Inspector
                .Inspect(file, For(Slot.IdPhoto) with { Standards = standards })
                .Findings.Select(finding => finding.Code);
    }

    [Theory]
    [InlineData(600, 800, true)]
    [InlineData(601, 800, true)]
    [InlineData(599, 800, true)]
    [InlineData(602, 800, false)]
    [InlineData(598, 800, false)]
    public void The_ratio_may_be_off_by_one_pixel(int width, int height, bool right)
    {
        var photo = SampleImages.Take(
            new PortraitLook
            {
                Seed = 4,
                Width = width,
                Height = height,
            }
        );
        Assert.Equal(right, Inspector.Inspect(photo, For(Slot.IdPhoto)).Accepted);
    }

    [Fact]
    public void A_scan_that_is_enough_for_the_smallest_paper_only_warns()
    {
        var booklet = new ScanLook
        {
            Slot = Slot.BachelorDiploma,
            Page = Page.Diploma,
            Seed = 8,
            Dpi = 170,
        };
        var finding = Assert.Single(Inspector.Inspect(SampleImages.Take(booklet), For(Slot.BachelorDiploma)).Findings);
        Assert.Equal(new(FindingCode.LowResolution, Severity.Warns, "170 DPI (A4)", "≥ 200 DPI"), finding);
    }

    [Fact]
    public void A_stamped_copy_may_be_grey()
    {
        var copy = new ScanLook
        {
            Slot = Slot.AppointmentDocument,
            Page = Page.StampedCopy,
            Seed = 8,
            Grey = true,
        };
        var request = For(Slot.AppointmentDocument, Page.StampedCopy);
        Assert.True(Inspector.Inspect(SampleImages.Take(copy), request).Accepted);
        Assert.False(Inspector.Inspect(SampleImages.Take(copy), request with { Page = Page.FirstPage }).Accepted);
    }

    [Fact]
    public void The_season_sets_severities_but_what_cannot_be_read_always_blocks()
    {
        var lenient = new ImageStandards
        {
            Severities = [.. Enum.GetValues<FindingCode>().Select(code => new SeveritySetting(code, Severity.Warns))],
        };
        var request = For(Slot.IdPhoto) with { Standards = lenient };
        Assert.True(Inspector.Inspect(SampleImages.Wrong(FindingCode.WrongRatio, Slot.IdPhoto, 1), request).Accepted);
        Assert.False(Inspector.Inspect(SampleImages.Wrong(FindingCode.Corrupt, Slot.IdPhoto, 1), request).Accepted);
    }

    [Fact]
    public void The_same_seed_draws_the_same_image() =>
        Assert.Equal(SampleImages.Right(Slot.ChsiRecord, seed: 2), SampleImages.Right(Slot.ChsiRecord, seed: 2));

    private static InspectionRequest For(Slot slot, Page? page = null) =>
        new()
        {
            Slot = slot,
            Page = page ?? Slots.Of(slot).Pages[0],
            Standards = new(),
            Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        };
}
