using System.Security.Cryptography;
using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Tests.Materials;

public sealed class InspectorTests
{
    /// <summary>These lie in what the candidate typed or uploaded before, not in the image.</summary>
    private static readonly FindingCode[] Outside = [FindingCode.ValidityTooShort, FindingCode.DuplicateImage];

    public static TheoryData<FindingCode, Slot> EveryWayToBeWrong =>
        [
            .. from code in Enum.GetValues<FindingCode>().Except(Outside)
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
        var inspection = Inspector.Inspect(SampleImages.Scan(slot, page, seed: 11), SampleRequest.For(slot, page));
        Assert.Empty(inspection.Findings);
        Assert.True(inspection.Accepted);
    }

    [Theory]
    [MemberData(nameof(EveryWayToBeWrong))]
    public void An_image_wrong_in_one_way_is_found_wrong_in_that_way_only(FindingCode code, Slot slot)
    {
        var inspection = Inspector.Inspect(SampleImages.Wrong(code, slot, seed: 5), SampleRequest.For(slot));
        // In a blur the code of a record can't be read either: that follows, and is said as well.
        var finding = Assert.Single(
            inspection.Findings,
            finding => (code, finding.Code) != (FindingCode.Blurred, FindingCode.QrUnreadable)
        );
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
                .Inspect(file, SampleRequest.For(Slot.IdPhoto) with { Standards = standards })
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
        Assert.Equal(right, Inspector.Inspect(photo, SampleRequest.For(Slot.IdPhoto)).Accepted);
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
        var finding = Assert.Single(
            Inspector.Inspect(SampleImages.Take(booklet), SampleRequest.For(Slot.BachelorDiploma)).Findings
        );
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
        var request = SampleRequest.For(Slot.AppointmentDocument, Page.StampedCopy);
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
        var request = SampleRequest.For(Slot.IdPhoto) with { Standards = lenient };
        Assert.True(Inspector.Inspect(SampleImages.Wrong(FindingCode.WrongRatio, Slot.IdPhoto, 1), request).Accepted);
        Assert.False(Inspector.Inspect(SampleImages.Wrong(FindingCode.Corrupt, Slot.IdPhoto, 1), request).Accepted);
    }

    [Fact]
    public void A_verification_that_ends_before_the_last_on_site_day_is_too_short()
    {
        var record = SampleImages.Right(Slot.ChsiRecord, seed: 6);
        var request = SampleRequest.For(Slot.ChsiRecord) with { LastOnSiteDay = new(2026, 6, 20) };
        Assert.Empty(Inspector.Inspect(record, request with { ValidUntil = new(2026, 6, 20) }).Findings);
        Assert.Equal(
            [new(FindingCode.ValidityTooShort, Severity.Warns, "2026-06-19", "2026-06-20")],
            Inspector.Inspect(record, request with { ValidUntil = new(2026, 6, 19) }).Findings
        );
    }

    [Fact]
    public void The_code_of_a_record_is_read_and_compared_with_the_one_that_was_typed()
    {
        var record = SampleImages.Right(Slot.ChsiRecord, seed: 6);
        var request = SampleRequest.For(Slot.ChsiRecord) with { VerificationCode = "a7kq2m9xw4tr8bhc " };
        var inspection = Inspector.Inspect(record, request);
        Assert.Empty(inspection.Findings);
        Assert.StartsWith("https://www.chsi.com.cn/", inspection.Qr, StringComparison.Ordinal);
        var other = Assert.Single(
            Inspector.Inspect(record, request with { VerificationCode = "123456789012" }).Findings
        );
        Assert.Equal((FindingCode.QrWrongHost, Severity.Warns), (other.Code, other.Severity));
        Assert.Equal(("A7KQ2M9XW4TR8BHC", "123456789012"), (other.Measured, other.Required));
    }

    [Theory]
    [InlineData("https://www.chsi.com.cn/xlcx/bg.do?vcode=123456789012", true)]
    [InlineData("https://MY.chsi.com.cn/archive", true)]
    [InlineData("http://www.chsi.com.cn/xlcx", false)]
    [InlineData("https://chsi.com.cn/xlcx", false)]
    [InlineData("https://www.chsi.com.cn@example.com/", false)]
    [InlineData("https://user@www.chsi.com.cn/", false)]
    [InlineData("https://www.chsi.com.cn:8443/", false)]
    [InlineData("https://www.chsi.com.cn.example.com/", false)]
    [InlineData("https://www.сhsi.com.cn/", false)]
    [InlineData("123456789012", false)]
    public void Only_an_official_host_over_https_is_right(string text, bool right)
    {
        var findings = new FindingList(new());
        QrChecks.Check(new(text, new(RegionKind.QrCode, 0, 0, 90, 90)), SampleRequest.For(Slot.ChsiRecord), findings);
        Assert.Equal(right, findings.InOrder() is []);
    }

    [Fact]
    public void The_same_file_twice_is_a_duplicate_and_another_page_is_none()
    {
        var page = SampleImages.Right(Slot.Other, seed: 9);
        var known = new KnownImage("其他证明材料", Convert.ToHexStringLower(SHA256.HashData(page)));
        var request = SampleRequest.For(Slot.Other) with { Others = [known] };
        var finding = Assert.Single(Inspector.Inspect(page, request).Findings);
        Assert.Equal((FindingCode.DuplicateImage, "其他证明材料"), (finding.Code, finding.Measured));
        Assert.Empty(Inspector.Inspect(SampleImages.Right(Slot.Other, seed: 10), request).Findings);
    }

    [Fact]
    public void The_same_seed_draws_the_same_image() =>
        Assert.Equal(SampleImages.Right(Slot.ChsiRecord, seed: 2), SampleImages.Right(Slot.ChsiRecord, seed: 2));
}
