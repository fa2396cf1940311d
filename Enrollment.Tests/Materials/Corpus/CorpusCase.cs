using Enrollment.Materials;

namespace Enrollment.Tests.Materials.Corpus;

/// <summary>One drawn image with what is known of it.</summary>
/// <param name="Truth">What is wrong with it; null for a right one.</param>
/// <param name="Strength">How wrong, from hardly there (1) to gross (5).</param>
internal sealed record CorpusCase(FindingCode? Truth, int Strength, InspectionRequest Request, Func<byte[]> Draw)
{
    /// <summary>Where a defect grows by degrees, people see it from its third strength on.</summary>
    private const int VisibleFrom = 3;

    private static readonly FindingCode[] ByDegrees =
    [
        FindingCode.BackgroundNotWhite,
        FindingCode.Tilted,
        FindingCode.Blurred,
        FindingCode.IncompletePage,
        FindingCode.QrUnreadable,
        FindingCode.HeaderDensityDiffers,
    ];

    /// <summary>A number that is short by one byte or one pixel is as wrong as one that is short by half.</summary>
    public bool IsVisible => Truth is { } code && (!ByDegrees.Contains(code) || Strength >= VisibleFrom);

    /// <summary>What a blur, a cut or a tilt takes away as well follows from it, and counts neither way.</summary>
    public bool Explains(FindingCode code) =>
        (
            Truth is FindingCode.Blurred or FindingCode.IncompletePage or FindingCode.Tilted
            && code is FindingCode.QrUnreadable or FindingCode.SealMissing or FindingCode.IncompletePage
        ) || (Truth == FindingCode.WrongRatio && code == FindingCode.TooFewPixels);
}
