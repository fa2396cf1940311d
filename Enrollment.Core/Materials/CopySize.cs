using System.Text.Json.Serialization;

namespace Enrollment.Materials;

/// <summary>What a copy of an image is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CopySize>))]
public enum CopySize
{
    /// <summary>Stands beside the form.</summary>
    [JsonStringEnumMemberName("review")]
    Review,

    /// <summary>Stands in a list.</summary>
    [JsonStringEnumMemberName("thumbnail")]
    Thumbnail,
}
