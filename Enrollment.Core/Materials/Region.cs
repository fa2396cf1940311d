using System.Text.Json.Serialization;

namespace Enrollment.Materials;

/// <summary>What a region of an image shows.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegionKind>))]
public enum RegionKind
{
    /// <summary>The paper, where the scan has a margin around it.</summary>
    [JsonStringEnumMemberName("page")]
    Page,

    /// <summary>Where what is printed was measured: its direction, its sharpness.</summary>
    [JsonStringEnumMemberName("print")]
    Print,

    /// <summary>Background of a portrait.</summary>
    [JsonStringEnumMemberName("background")]
    Background,

    /// <summary>Print that runs off the image.</summary>
    [JsonStringEnumMemberName("cut")]
    Cut,

    [JsonStringEnumMemberName("seal")]
    Seal,

    [JsonStringEnumMemberName("qr-code")]
    QrCode,
}

/// <summary>
/// A region of an image where something was measured: a box in pixels of the image as displayed (EXIF orientation
/// applied), from its upper left corner, turned around its own middle.
/// </summary>
public sealed record Region(RegionKind Kind, int X, int Y, int Width, int Height)
{
    /// <summary>Clockwise, in degrees.</summary>
    public double Degrees { get; init; }
}
