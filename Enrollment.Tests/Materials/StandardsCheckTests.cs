using Enrollment.Materials;

namespace Enrollment.Tests.Materials;

public sealed class StandardsCheckTests
{
    private static readonly ImageStandards Attainable = new() { PhotoMinWidth = 450, PhotoMinHeight = 600 };

    [Fact]
    public void A_size_that_a_clean_page_cannot_reach_is_told_with_what_was_measured()
    {
        var told = StandardsCheck.Of(Attainable with { ScanMinBytes = 5_000_000, ScanMaxBytes = 6_000_000 });
        Assert.Contains("200 DPI", Assert.Single(told).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Standards_that_images_can_keep_have_no_contradiction() => Assert.Empty(StandardsCheck.Of(Attainable));

    /// <summary>The guide's own: a plain photo of 300 × 400 stays under 100K even at the best quality.</summary>
    [Fact]
    public void A_size_that_the_smallest_photo_cannot_reach_is_told()
    {
        var told = StandardsCheck.Of(new());
        Assert.Contains("300×400", Assert.Single(told).English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolution_that_the_greatest_size_cannot_hold_is_told() =>
        Assert.Contains(
            StandardsCheck.Of(Attainable with { ScanMinBytes = 10_000, ScanMaxBytes = 60_000 }),
            contradiction => contradiction.English.Contains("worst usable quality", StringComparison.Ordinal)
        );

    [Fact]
    public void Limits_that_exclude_each_other_are_told()
    {
        var told = StandardsCheck.Of(
            new()
            {
                PhotoMinBytes = 2,
                PhotoMaxBytes = 1,
                ScanMinBytes = 2,
                ScanMaxBytes = 1,
                PhotoMinWidth = 300,
                PhotoMinHeight = 300,
                MaxPixels = 1000,
            }
        );
        Assert.Equal(4, told.Count);
    }
}
