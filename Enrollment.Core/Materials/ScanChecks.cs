namespace Enrollment.Materials;

/// <summary>What R9 states of scans (证书、任职文件、认证报告等彩色扫描件).</summary>
internal static class ScanChecks
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>
    /// Pixels over paper, long side to long side. Under the least resolution even on the slot's smallest paper is
    /// surely too low and blocks; enough on the smallest but not on the largest can't be told apart and warns.
    /// </summary>
    /// <returns>Dots per inch over the largest paper, or over the smallest when that already is too low.</returns>
    public static int Resolution(int width, int height, InspectionRequest request, FindingList findings)
    {
        var papers = Slots.Of(request.Slot).Papers.OrderBy(paper => paper.AreaMm2).ToList();
        var (smallest, largest) = (papers[0], papers[^1]);
        var (most, least) = (Dpi(width, height, smallest), Dpi(width, height, largest));
        var required = $"≥ {request.Standards.ScanMinDpi} DPI";
        if (most < request.Standards.ScanMinDpi)
        {
            findings.Add(FindingCode.LowResolution, $"{most} DPI", required);
            return most;
        }
        if (least < request.Standards.ScanMinDpi)
        {
            findings.Warn(FindingCode.LowResolution, $"{least} DPI ({largest.NameEn})", required);
        }
        return least;
    }

    private static int Dpi(int width, int height, Paper paper) =>
        (int)
            Math.Round(
                Math.Min(
                    Math.Max(width, height) / (paper.LongMm / MillimetresPerInch),
                    Math.Min(width, height) / (paper.ShortMm / MillimetresPerInch)
                )
            );
}
