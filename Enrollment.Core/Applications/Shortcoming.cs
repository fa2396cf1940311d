using System.Text.Json.Serialization;
using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>One thing that the materials or consents still lack before submission (R7, R10).</summary>
public sealed record Shortcoming(ShortcomingCode Code)
{
    public Slot? Slot { get; init; }

    public Page? Page { get; init; }

    public string? EntryId { get; init; }

    public ImageId? Image { get; init; }

    public ConsentKind? Consent { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ShortcomingCode>))]
public enum ShortcomingCode
{
    /// <summary>A required slot is empty.</summary>
    [JsonStringEnumMemberName("slot-empty")]
    SlotEmpty,

    /// <summary>An education entry has no image of its diploma (R6).</summary>
    [JsonStringEnumMemberName("diploma-image-missing")]
    DiplomaImageMissing,

    /// <summary>A page that the slot must show is not there: a side of the identity card, the page with the name.</summary>
    [JsonStringEnumMemberName("page-missing")]
    PageMissing,

    /// <summary>An upload was opened, and its bytes never came.</summary>
    [JsonStringEnumMemberName("upload-unfinished")]
    UploadUnfinished,

    /// <summary>Received, and not inspected yet.</summary>
    [JsonStringEnumMemberName("not-inspected")]
    NotInspected,

    /// <summary>A finding blocks it.</summary>
    [JsonStringEnumMemberName("image-blocked")]
    ImageBlocked,

    /// <summary>A warning wants an explanation (R9).</summary>
    [JsonStringEnumMemberName("explanation-missing")]
    ExplanationMissing,

    /// <summary>An image of a diploma whose education entry was removed.</summary>
    [JsonStringEnumMemberName("entry-gone")]
    EntryGone,

    [JsonStringEnumMemberName("consent-missing")]
    ConsentMissing,
}
