using Enrollment.Collections;

namespace Enrollment.Materials;

/// <summary>
/// The season's image standards (guide, section 六; R8, R9). The defaults are the guide's numbers. "K" is ambiguous
/// there and both readings are accepted, ends included: the minimum is in thousands, the maximum in 1,024s.
/// </summary>
public sealed record ImageStandards
{
    /// <summary>100K in bytes.</summary>
    public long PhotoMinBytes { get; init; } = 100_000;

    /// <summary>400K in bytes.</summary>
    public long PhotoMaxBytes { get; init; } = 409_600;

    /// <summary>Pixels.</summary>
    public int PhotoMinWidth { get; init; } = 300;

    /// <summary>Pixels.</summary>
    public int PhotoMinHeight { get; init; } = 400;

    /// <summary>近期（6个月内）</summary>
    public int PhotoMaxAgeMonths { get; init; } = 6;

    /// <summary>400K in bytes.</summary>
    public long ScanMinBytes { get; init; } = 400_000;

    /// <summary>600K in bytes.</summary>
    public long ScanMaxBytes { get; init; } = 614_400;

    /// <summary>Dots per inch over the slot's paper.</summary>
    public int ScanMinDpi { get; init; } = 200;

    /// <summary>An image above this is refused from its header alone, before anything is decoded (pixels).</summary>
    public long MaxPixels { get; init; } = 60_000_000;

    /// <summary>Hosts a CHSI record's verification code may point to, over https.</summary>
    public ValueList<string> OfficialHosts { get; init; } = ["www.chsi.com.cn", "my.chsi.com.cn"];

    /// <summary>Severities that differ from the table in R9.</summary>
    public ValueList<SeveritySetting> Severities { get; init; } = [];
}

/// <summary>One severity that the season sets differently from R9's table.</summary>
public sealed record SeveritySetting(FindingCode Code, Severity Severity);
