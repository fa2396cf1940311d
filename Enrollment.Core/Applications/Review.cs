using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Serialization;

namespace Enrollment.Applications;

/// <summary>
/// What a reviewer marks: a field of the form, an image, or a slot (to ask for what is not there). Written
/// "field:name", "image:0f…", "slot:other".
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<ReviewTarget>))]
public abstract record ReviewTarget : IParsable<ReviewTarget>
{
    private ReviewTarget() { }

    public sealed record OfField(FormField Field) : ReviewTarget
    {
        public override string ToString() => $"field:{WireName.Of(Field)}";
    }

    public sealed record OfImage(ImageId Image) : ReviewTarget
    {
        public override string ToString() => $"image:{Image}";
    }

    public sealed record OfSlot(Slot Slot) : ReviewTarget
    {
        public override string ToString() => $"slot:{WireName.Of(Slot)}";
    }

    public static ReviewTarget Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var target) ? target : throw new FormatException("Not a review target.");

    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out ReviewTarget result
    )
    {
        result = s?.Split(':') switch
        {
            ["field", var name] when WireName.TryParse<FormField>(name, out var field) => new OfField(field),
            ["image", var id] when ImageId.TryParse(id, provider, out var image) => new OfImage(image),
            ["slot", var name] when WireName.TryParse<Slot>(name, out var slot) => new OfSlot(slot),
            _ => null,
        };
        return result is not null;
    }
}

/// <summary>A mark on one part: accepted, or a comment that the candidate will read (R10).</summary>
public sealed record Mark(ReviewTarget Target, Verdict Verdict, string? Comment = null);

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>通过</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>需修改, with the comment that says what</summary>
    [JsonStringEnumMemberName("commented")]
    Commented,
}

/// <summary>How one round of review ended: the stage it led to, and the comments that went with it.</summary>
/// <param name="SubmittedAt">Since when it had waited for review; null where it was past it, as at the desk.</param>
public sealed record ReviewOutcome(
    int Round,
    StageName Result,
    DateTimeOffset At,
    Actor By,
    string? Reason,
    ValueList<Mark> Comments,
    DateTimeOffset? SubmittedAt = null
);

/// <summary>
/// What the official site said of slot 9's record when the reviewer checked it online (R9): the name, the school and the
/// certificate number there.
/// </summary>
public sealed record OnlineVerification(string Name, string School, string CertificateNumber, bool Matches);
