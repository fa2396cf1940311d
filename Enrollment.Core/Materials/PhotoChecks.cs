namespace Enrollment.Materials;

/// <summary>What R8 states of the ID photo (个人证件照) alone.</summary>
internal static class PhotoChecks
{
    private const double Ratio = 3.0 / 4;

    public static void Size(int width, int height, ImageStandards standards, FindingList findings)
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

    /// <summary>Either side may be off by one pixel.</summary>
    private static bool IsThreeToFour(int width, int height) =>
        Math.Abs(width - (height * Ratio)) <= 1 || Math.Abs(height - (width / Ratio)) <= 1;
}
