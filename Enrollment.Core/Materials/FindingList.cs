using Enrollment.Collections;

namespace Enrollment.Materials;

/// <summary>Collects what an inspection finds, with the season's severities, and puts first what to mend first.</summary>
internal sealed class FindingList(ImageStandards standards)
{
    /// <summary>
    /// A wrong file or the wrong page comes before how it was scanned, and that before its size in bytes: a new scan
    /// changes everything after it.
    /// </summary>
    private static readonly FindingCode[] MendingOrder =
    [
        FindingCode.NotJpeg,
        FindingCode.Corrupt,
        FindingCode.TooManyPixels,
        FindingCode.DuplicateImage,
        FindingCode.TooOld,
        FindingCode.ValidityTooShort,
        FindingCode.QrWrongHost,
        FindingCode.NotColour,
        FindingCode.LowResolution,
        FindingCode.TooFewPixels,
        FindingCode.WrongRatio,
        FindingCode.BackgroundNotWhite,
        FindingCode.IncompletePage,
        FindingCode.Sideways,
        FindingCode.Tilted,
        FindingCode.Blurred,
        FindingCode.QrUnreadable,
        FindingCode.SealMissing,
        FindingCode.HeaderDensityDiffers,
        FindingCode.TooFewBytes,
        FindingCode.TooManyBytes,
    ];

    private readonly List<Finding> _findings = [];

    public void Add(FindingCode code, string measured, string required, params IEnumerable<Region?> regions) =>
        _findings.Add(
            new(code, Severities.Of(code, standards), measured, required) { Regions = [.. regions.OfType<Region>()] }
        );

    /// <summary>For what is only an estimate although its code usually states a number.</summary>
    public void Warn(FindingCode code, string measured, string required, params IEnumerable<Region?> regions) =>
        _findings.Add(new(code, Severity.Warns, measured, required) { Regions = [.. regions.OfType<Region>()] });

    public ValueList<Finding> InOrder() =>
        _findings
            .OrderBy(finding => finding.Severity)
            .ThenBy(finding => Array.IndexOf(MendingOrder, finding.Code))
            .ToValueList();
}
