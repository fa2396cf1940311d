using Enrollment.Collections;
using Enrollment.Materials.Samples;

namespace Enrollment.Materials;

/// <summary>Two of the season's image standards that no image can keep together; numbers as text with units.</summary>
public sealed record StandardsContradiction(string Chinese, string English);

/// <summary>
/// Tells an administrator where image standards contradict each other, by drawing an image that just keeps the one and
/// measuring it against the other.
/// </summary>
public static class StandardsCheck
{
    private const int BestQuality = 100;
    private const int WorstUsableQuality = 30;

    public static ValueList<StandardsContradiction> Of(ImageStandards standards) =>
        [.. Ranges(standards), .. Photos(standards), .. Scans(standards)];

    private static IEnumerable<StandardsContradiction> Ranges(ImageStandards standards)
    {
        if (standards.PhotoMinBytes > standards.PhotoMaxBytes)
        {
            yield return new("证件照文件大小的下限高于上限。", "The photo's least size is above its greatest.");
        }
        if (standards.ScanMinBytes > standards.ScanMaxBytes)
        {
            yield return new("扫描件文件大小的下限高于上限。", "The scan's least size is above its greatest.");
        }
        if ((long)standards.PhotoMinWidth * 4 != (long)standards.PhotoMinHeight * 3)
        {
            yield return new(
                $"证件照最小尺寸 {standards.PhotoMinWidth}×{standards.PhotoMinHeight} 不是 3:4。",
                $"The photo's least size {standards.PhotoMinWidth}×{standards.PhotoMinHeight} is not 3 : 4."
            );
        }
        if (A4Pixels(standards.ScanMinDpi) > standards.MaxPixels)
        {
            yield return new(
                $"{standards.ScanMinDpi} DPI 的 A4 页面超过像素上限 {standards.MaxPixels:N0}。",
                $"An A4 page at {standards.ScanMinDpi} DPI is above the limit of {standards.MaxPixels:N0} pixels."
            );
        }
    }

    private static IEnumerable<StandardsContradiction> Photos(ImageStandards standards)
    {
        var (width, height) = (standards.PhotoMinWidth, standards.PhotoMinHeight);
        if (width is < 30 or > 4000 || height is < 40 or > 5000)
        {
            yield break;
        }
        using var photo = SampleImages.Develop(
            new PortraitLook
            {
                Seed = 1,
                Width = width,
                Height = height,
            }
        );
        var largest = SampleJpeg.Encode(photo, BestQuality).Length;
        if (largest < standards.PhotoMinBytes)
        {
            yield return new(
                $"{width}×{height} 像素的证件照以最高质量保存也只有 {largest / 1000} KB，达不到 {standards.PhotoMinBytes / 1000} KB 的下限。",
                $"A photo of {width}×{height} px has {largest / 1000} KB at the best quality, less than the required {standards.PhotoMinBytes / 1000} KB."
            );
        }
    }

    private static IEnumerable<StandardsContradiction> Scans(ImageStandards standards)
    {
        if (standards.ScanMinDpi is < 30 or > 600 || A4Pixels(standards.ScanMinDpi) > standards.MaxPixels)
        {
            yield break;
        }
        // A page with hardly any grain, as good scanners give it.
        using var page = SampleImages.Develop(
            new ScanLook
            {
                Slot = Slot.Other,
                Page = Page.Other,
                Seed = 1,
                Dpi = standards.ScanMinDpi,
                Grain = 1,
            }
        );
        var largest = SampleJpeg.Encode(page, BestQuality).Length;
        var smallest = SampleJpeg.Encode(page, WorstUsableQuality).Length;
        if (largest < standards.ScanMinBytes)
        {
            yield return new(
                $"{standards.ScanMinDpi} DPI 的清洁 A4 页面以最高质量保存也只有 {largest / 1000} KB，达不到 {standards.ScanMinBytes / 1000} KB 的下限。",
                $"A clean A4 page at {standards.ScanMinDpi} DPI has {largest / 1000} KB at the best quality, less than the required {standards.ScanMinBytes / 1000} KB."
            );
        }
        if (smallest > standards.ScanMaxBytes)
        {
            yield return new(
                $"{standards.ScanMinDpi} DPI 的 A4 页面以可用的最低质量保存仍有 {smallest / 1000} KB，超过 {standards.ScanMaxBytes / 1024} KB 的上限。",
                $"An A4 page at {standards.ScanMinDpi} DPI has {smallest / 1000} KB at the worst usable quality, more than the allowed {standards.ScanMaxBytes / 1024} KB."
            );
        }
    }

    private static long A4Pixels(int dpi) => (long)(Paper.A4.AreaMm2 / (25.4 * 25.4) * dpi * dpi);
}
