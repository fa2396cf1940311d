using Enrollment.Collections;
using Enrollment.Materials.Measures;

namespace Enrollment.Materials;

/// <summary>What R9 states of scans (证书、任职文件、认证报告等彩色扫描件).</summary>
internal static class ScanChecks
{
    /// <summary>The typical edge of printed text, not the best one.</summary>
    private const double TypicalShare = 0.5;

    private const double LeastSharpness = 0.36;

    /// <summary>In degrees; less is hardly seen.</summary>
    private const double MostTilt = 1.5;

    /// <summary>Scanners write their density exactly; papers are cut and laid less so.</summary>
    private const double MostDensityDeviation = 0.15;

    /// <summary>All of them.</summary>
    /// <returns>
    /// Dots per inch over the largest paper, or over the smallest when that already is too low; and what was found where.
    /// </returns>
    public static (int Dpi, ValueList<Region> Regions) Check(Scan scan, InspectionRequest request, FindingList findings)
    {
        var dpi = Resolution(scan, request, findings);
        Density(scan, request, findings);
        Validity(request, findings);
        if (QrChecks.BearsCode(request))
        {
            QrChecks.Check(scan.Code, request, findings);
        }
        Look(scan, dpi, findings);
        var seal = Seal(scan, dpi, request, findings);
        return (dpi, [.. new[] { scan.Edges.Region, seal, scan.Code?.Region }.OfType<Region>()]);
    }

    /// <summary>
    /// Pixels over paper, long side to long side. Under the least resolution even on the slot's smallest paper is
    /// surely too low and blocks; enough on the smallest but not on the largest can't be told apart and warns.
    /// </summary>
    private static int Resolution(Scan scan, InspectionRequest request, FindingList findings)
    {
        var papers = Slots.Of(request.Slot).Papers.OrderBy(paper => paper.AreaMm2).ToList();
        var (smallest, largest) = (papers[0], papers[^1]);
        var (most, least) = (
            Dpi(scan.PageWidth, scan.PageHeight, smallest),
            Dpi(scan.PageWidth, scan.PageHeight, largest)
        );
        var required = $"≥ {request.Standards.ScanMinDpi} DPI";
        if (most < request.Standards.ScanMinDpi)
        {
            findings.Add(FindingCode.LowResolution, $"{most} DPI", required, scan.Edges.Region);
            return most;
        }
        if (least < request.Standards.ScanMinDpi)
        {
            findings.Warn(FindingCode.LowResolution, $"{least} DPI ({largest.NameEn})", required, scan.Edges.Region);
        }
        return least;
    }

    /// <summary>What a program can only estimate of a page; in a blur nothing but a code shows its direction.</summary>
    private static void Look(Scan scan, int dpi, FindingList findings)
    {
        var pixelsPerMm = scan.PixelsPerMm(dpi);
        var sharpness = Sharpness.Of(scan.Raster, TypicalShare);
        var isBlurred = sharpness < LeastSharpness;
        if (isBlurred)
        {
            findings.Add(FindingCode.Blurred, $"{sharpness:0.00}", $"≥ {LeastSharpness:0.00}");
        }
        if (Turn(scan, pixelsPerMm, isBlurred) is > 0 and var turn)
        {
            findings.Add(FindingCode.Sideways, $"{turn}°", "0°", scan.Code?.Region);
        }
        else if (!isBlurred)
        {
            Straightness(scan, findings);
        }
        if (PageBorder.Cuts(scan.Raster, scan.Edges, pixelsPerMm) is [var worst, ..] cuts)
        {
            findings.Add(FindingCode.IncompletePage, $"{worst.Share:P0}", "0 %", cuts.Select(cut => cut.Region));
        }
    }

    /// <summary>
    /// By how many degrees clockwise the page is turned: as its code says, or as its print looks, which can't tell a
    /// quarter to the left from one to the right.
    /// </summary>
    private static int Turn(Scan scan, double pixelsPerMm, bool isBlurred) =>
        scan.Code is { } code ? code.QuarterTurns * 90
        : isBlurred ? 0
        : TextDirection.IsSideways(scan.Raster, pixelsPerMm) ? 90
        : HeadDown.IsSo(scan.Raster, pixelsPerMm) ? 180
        : 0;

    /// <summary>Of what is printed; where that shows no direction, of the page's edges.</summary>
    private static void Straightness(Scan scan, FindingList findings)
    {
        var print = Tilt.Of(scan.Raster);
        if ((print.Degrees ?? scan.Edges.Degrees) is { } tilt && Math.Abs(tilt) > MostTilt)
        {
            findings.Add(
                FindingCode.Tilted,
                $"{tilt:0.0}°",
                $"≤ {MostTilt:0.0}°",
                print.Degrees is null ? scan.Edges.Region : print.Region
            );
        }
    }

    /// <summary>
    /// A red seal on the pages that are worthless without one; even on a stamped copy that may be grey (R9), but none
    /// is asked of a scan that is wrongly grey.
    /// </summary>
    private static Region? Seal(Scan scan, int dpi, InspectionRequest request, FindingList findings)
    {
        if (scan.IsWronglyGrey || request.Page is not { } page || !BearsSeal(page))
        {
            return null;
        }
        var seal = RedSeal.Find(scan.Raster, scan.PixelsPerMm(dpi));
        if (seal is null)
        {
            findings.Add(FindingCode.SealMissing, "0", "≥ 1");
        }
        return seal;
    }

    /// <summary>
    /// The header's density is compared with pixels over each paper, with and without the scan's margin; it needs to
    /// fit only one (R9).
    /// </summary>
    private static void Density(Scan scan, InspectionRequest request, FindingList findings)
    {
        var papers = Slots.Of(request.Slot).Papers;
        var byPaper = papers
            .Select(paper => Dpi(scan.PageWidth, scan.PageHeight, paper))
            .Union(papers.Select(paper => Dpi(scan.Width, scan.Height, paper)))
            .Order()
            .ToList();
        if (
            scan.Header.Density is { } stated
            && !byPaper.Any(dpi => Math.Abs(stated - dpi) <= MostDensityDeviation * dpi)
        )
        {
            findings.Add(FindingCode.HeaderDensityDiffers, $"{stated:0} DPI", $"{string.Join(" / ", byPaper)} DPI");
        }
    }

    /// <summary>Online verification must reach the season's last on-site day (R9).</summary>
    private static void Validity(InspectionRequest request, FindingList findings)
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

    private static int Dpi(double width, double height, Paper paper) =>
        (int)
            Math.Round(
                Math.Min(Math.Max(width, height) / paper.LongInches, Math.Min(width, height) / paper.ShortInches)
            );
}
