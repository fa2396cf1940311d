using Enrollment.Materials.Measures;

namespace Enrollment.Materials;

/// <summary>What R9 states of scans (证书、任职文件、认证报告等彩色扫描件).</summary>
internal static class ScanChecks
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>The typical edge of printed text, not the best one.</summary>
    private const double TypicalShare = 0.5;

    private const double LeastSharpness = 0.36;

    /// <summary>In degrees; less is hardly seen.</summary>
    private const double MostTilt = 1.5;

    /// <summary>Scanners write their density exactly; papers are cut and laid less so.</summary>
    private const double MostDensityDeviation = 0.15;

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

    /// <summary>What a program can only estimate of a page; in a blur no direction can be judged. <paramref name="dpi"/> is the raster's.</summary>
    public static void Look(Raster raster, double dpi, FindingList findings)
    {
        var pixelsPerMm = dpi / MillimetresPerInch;
        if (Sharpness.Of(raster, TypicalShare) is { } sharpness && sharpness < LeastSharpness)
        {
            findings.Add(FindingCode.Blurred, $"{sharpness:0.00}", $"≥ {LeastSharpness:0.00}");
        }
        else if (TextDirection.IsSideways(raster, pixelsPerMm))
        {
            findings.Add(FindingCode.Sideways, "90°", "0°");
        }
        else if (Tilt.Degrees(raster) is { } tilt && Math.Abs(tilt) > MostTilt)
        {
            findings.Add(FindingCode.Tilted, $"{tilt:0.0}°", $"≤ {MostTilt:0.0}°");
        }
        var inkAtBorder = PageBorder.InkShare(raster, pixelsPerMm);
        if (PageBorder.IsCut(inkAtBorder))
        {
            findings.Add(FindingCode.IncompletePage, $"{inkAtBorder:P0}", "0 %");
        }
    }

    /// <summary>A red seal on the pages that are worthless without one; even a stamped copy that may be grey (R9).</summary>
    public static void Seal(Raster raster, double dpi, InspectionRequest request, FindingList findings)
    {
        if (request.Page is { } page && BearsSeal(page) && !RedSeal.IsPresent(raster, dpi / MillimetresPerInch))
        {
            findings.Add(FindingCode.SealMissing, "0", "≥ 1");
        }
    }

    /// <summary>The header's density is compared with pixels over each paper; it needs to fit only one (R9).</summary>
    public static void Density(double? density, int width, int height, InspectionRequest request, FindingList findings)
    {
        var byPaper = Slots.Of(request.Slot).Papers.Select(paper => Dpi(width, height, paper)).Order().ToList();
        if (density is { } stated && !byPaper.Any(dpi => Math.Abs(stated - dpi) <= MostDensityDeviation * dpi))
        {
            findings.Add(FindingCode.HeaderDensityDiffers, $"{stated:0} DPI", $"{string.Join(" / ", byPaper)} DPI");
        }
    }

    /// <summary>Online verification must reach the season's last on-site day (R9).</summary>
    public static void Validity(InspectionRequest request, FindingList findings)
    {
        if (request.Slot == Slot.ChsiRecord && request.ValidUntil < request.LastOnSiteDay)
        {
            findings.Add(
                FindingCode.ValidityTooShort,
                $"{request.ValidUntil:yyyy-MM-dd}",
                $"{request.LastOnSiteDay:yyyy-MM-dd}"
            );
        }
    }

    /// <summary>
    /// Pages that are worthless without a seal. Cards, covers, inner pages and the online record, which is verified by
    /// its code, bear none.
    /// </summary>
    public static bool BearsSeal(Page page) =>
        page
            is Page.Diploma
                or Page.DegreeCertificate
                or Page.DegreeReport
                or Page.DiplomaReport
                or Page.ForeignCredentialReport
                or Page.LetterOfAppointment
                or Page.SignaturePage
                or Page.StampedCopy;

    private static int Dpi(int width, int height, Paper paper) =>
        (int)
            Math.Round(
                Math.Min(
                    Math.Max(width, height) / (paper.LongMm / MillimetresPerInch),
                    Math.Min(width, height) / (paper.ShortMm / MillimetresPerInch)
                )
            );
}
