namespace Enrollment.Materials;

/// <summary>R9's table: what states a number or can't be read blocks, what a program can only estimate warns.</summary>
public static class Severities
{
    public static Severity Of(FindingCode code) =>
        code switch
        {
            FindingCode.NotJpeg => Severity.Blocks,
            FindingCode.Corrupt => Severity.Blocks,
            FindingCode.TooFewBytes => Severity.Blocks,
            FindingCode.TooManyBytes => Severity.Blocks,
            FindingCode.TooFewPixels => Severity.Blocks,
            FindingCode.TooManyPixels => Severity.Blocks,
            FindingCode.WrongRatio => Severity.Blocks,
            FindingCode.NotColour => Severity.Blocks,
            FindingCode.LowResolution => Severity.Blocks,
            FindingCode.BackgroundNotWhite => Severity.Warns,
            FindingCode.Tilted => Severity.Warns,
            FindingCode.Sideways => Severity.Warns,
            FindingCode.Blurred => Severity.Warns,
            FindingCode.IncompletePage => Severity.Warns,
            FindingCode.SealMissing => Severity.Warns,
            FindingCode.QrUnreadable => Severity.Warns,
            FindingCode.QrWrongHost => Severity.Warns,
            FindingCode.ValidityTooShort => Severity.Warns,
            FindingCode.TooOld => Severity.Warns,
            FindingCode.DuplicateImage => Severity.Warns,
            FindingCode.HeaderDensityDiffers => Severity.Warns,
        };

    /// <summary>
    /// The season's severity for a code. What can't be read at all always blocks: there would be nothing to review.
    /// </summary>
    public static Severity Of(FindingCode code, ImageStandards standards)
    {
        if (code is FindingCode.NotJpeg or FindingCode.Corrupt or FindingCode.TooManyPixels)
        {
            return Severity.Blocks;
        }
        foreach (var setting in standards.Severities)
        {
            if (setting.Code == code)
            {
                return setting.Severity;
            }
        }
        return Of(code);
    }
}
