using Enrollment.Materials.Measures;

namespace Enrollment.Materials;

/// <summary>What R8 states of the ID photo (个人证件照) alone.</summary>
public static class PhotoChecks
{
    /// <summary>Width over height.</summary>
    public const double Ratio = 3.0 / 4;

    /// <summary>Hair and cloth are soft; the best tenth of a portrait's edges (eyes, collar) is what should be sharp.</summary>
    private const double SharpestShare = 0.9;

    private const double LeastSharpness = 0.22;

    internal static void Check(
        Raster raster,
        ImageHeader header,
        int width,
        int height,
        InspectionRequest request,
        FindingList findings
    )
    {
        Size(width, height, request.Standards, findings);
        Age(header.TakenAt, request, findings);
        Look(raster, findings);
    }

    private static void Size(int width, int height, ImageStandards standards, FindingList findings)
    {
        if (width < standards.PhotoMinWidth || height < standards.PhotoMinHeight)
        {
            findings.Add(
                FindingCode.TooFewPixels,
                $"{width}×{height} px",
                $"≥ {standards.PhotoMinWidth}×{standards.PhotoMinHeight} px"
            );
        }
        if (!IsThreeToFour(width, height))
        {
            findings.Add(FindingCode.WrongRatio, $"{width}×{height} px ({4.0 * width / height:0.00} : 4)", "3 : 4");
        }
    }

    /// <summary>The camera's date is its own local time; a photo is of the branch's country.</summary>
    private static void Age(DateTime? takenAt, InspectionRequest request, FindingList findings)
    {
        var oldest = request.Now.DateTime.Date.AddMonths(-request.Standards.PhotoMaxAgeMonths);
        if (takenAt < oldest)
        {
            findings.Add(FindingCode.TooOld, $"{takenAt:yyyy-MM-dd}", $"{oldest:yyyy-MM-dd}");
        }
    }

    private static void Look(Raster raster, FindingList findings)
    {
        var background = Background.Of(raster);
        if (!background.IsPlainWhite)
        {
            findings.Add(
                FindingCode.BackgroundNotWhite,
                $"{background.Dark}–{background.Light}",
                $"≥ {Background.Required}",
                Background.Regions(raster)
            );
        }
        if (Sharpness.Of(raster, SharpestShare) is { } sharpness && sharpness < LeastSharpness)
        {
            findings.Add(FindingCode.Blurred, $"{sharpness:0.00}", $"≥ {LeastSharpness:0.00}");
        }
    }

    /// <summary>Either side may be off by one pixel.</summary>
    private static bool IsThreeToFour(int width, int height) =>
        Math.Abs(width - (height * Ratio)) <= 1 || Math.Abs(height - (width / Ratio)) <= 1;
}
