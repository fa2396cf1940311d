using System.Text.Json.Serialization;
using Enrollment.Collections;

namespace Enrollment.Materials;

/// <summary>What inspection can say of an image (检查意见), in the table of R9.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingCode>))]
public enum FindingCode
{
    [JsonStringEnumMemberName("not-jpeg")]
    NotJpeg,

    [JsonStringEnumMemberName("corrupt")]
    Corrupt,

    [JsonStringEnumMemberName("too-few-bytes")]
    TooFewBytes,

    [JsonStringEnumMemberName("too-many-bytes")]
    TooManyBytes,

    [JsonStringEnumMemberName("too-few-pixels")]
    TooFewPixels,

    [JsonStringEnumMemberName("too-many-pixels")]
    TooManyPixels,

    [JsonStringEnumMemberName("wrong-ratio")]
    WrongRatio,

    [JsonStringEnumMemberName("not-colour")]
    NotColour,

    [JsonStringEnumMemberName("low-resolution")]
    LowResolution,

    [JsonStringEnumMemberName("background-not-white")]
    BackgroundNotWhite,

    [JsonStringEnumMemberName("tilted")]
    Tilted,

    [JsonStringEnumMemberName("sideways")]
    Sideways,

    [JsonStringEnumMemberName("blurred")]
    Blurred,

    [JsonStringEnumMemberName("incomplete-page")]
    IncompletePage,

    [JsonStringEnumMemberName("seal-missing")]
    SealMissing,

    [JsonStringEnumMemberName("qr-unreadable")]
    QrUnreadable,

    [JsonStringEnumMemberName("qr-wrong-host")]
    QrWrongHost,

    [JsonStringEnumMemberName("validity-too-short")]
    ValidityTooShort,

    [JsonStringEnumMemberName("too-old")]
    TooOld,

    [JsonStringEnumMemberName("duplicate-image")]
    DuplicateImage,

    [JsonStringEnumMemberName("header-density-differs")]
    HeaderDensityDiffers,
}

/// <summary>Whether a finding refuses the image, or asks the candidate to explain and the reviewer to decide (R9).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    [JsonStringEnumMemberName("blocks")]
    Blocks,

    [JsonStringEnumMemberName("warns")]
    Warns,
}

/// <summary>
/// One finding of an inspection: what was measured and what is required, as text with units ("96 KB", "187 DPI").
/// The words for people come from the code and these two, in one place for each language.
/// </summary>
public sealed record Finding(FindingCode Code, Severity Severity, string Measured, string Required)
{
    /// <summary>Where on the image it was measured; empty where that is the file, or all of the image.</summary>
    public ValueList<Region> Regions { get; init; } = [];
}

/// <summary>
/// The verdict on one image, as a pure function of its bytes and its slot (R8, R9).
/// Findings stand in the order in which they are best mended.
/// </summary>
public sealed record Inspection
{
    public required ValueList<Finding> Findings { get; init; }

    /// <summary>Pixels as displayed (EXIF orientation applied); 0 where the header can't be read.</summary>
    public int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Effective resolution: pixels over the slot's paper, in dots per inch; null for the portrait or an unreadable file.</summary>
    public int? Dpi { get; init; }

    /// <summary>The text of the QR code, if one was looked for and read.</summary>
    public string? Qr { get; init; }

    /// <summary>What was looked for and found: the page's edges, a seal, the QR code.</summary>
    public ValueList<Region> Regions { get; init; } = [];

    /// <summary>True when nothing blocks: the image may be kept, with an explanation for each warning.</summary>
    [JsonIgnore]
    public bool Accepted => !Findings.Any(finding => finding.Severity == Severity.Blocks);
}
