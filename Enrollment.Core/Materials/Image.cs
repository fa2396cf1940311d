using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Serialization;

namespace Enrollment.Materials;

/// <summary>Identifies one image of an application: 32 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(ParsableJsonConverter<ImageId>))]
public readonly record struct ImageId : IParsable<ImageId>
{
    private readonly string? _value;

    private ImageId(string value) => _value = value;

    public string Value => _value ?? "";

    public override string ToString() => Value;

    public static ImageId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not an image id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ImageId result)
    {
        var isId = s is { Length: 32 } && s.All(char.IsAsciiHexDigitLower);
        result = isId ? new ImageId(s!) : default;
        return isId;
    }
}

/// <summary>One image in a slot, from the opening of its upload on (R7–R9).</summary>
public sealed record Image
{
    public required ImageId Id { get; init; }

    public required Slot Slot { get; init; }

    public required Page Page { get; init; }

    /// <summary>The education entry that it belongs to, for the three diploma slots (R6).</summary>
    public string? EntryId { get; init; }

    /// <summary>The name of the candidate's own file, for their eyes.</summary>
    public string? FileName { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the last byte arrived: what arrived in time counts, even if inspected later (R2).</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Of the file as uploaded, 64 lower-case hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    public Inspection? Inspection { get; init; }

    /// <summary>Why the candidate keeps an image with warnings (R9).</summary>
    public string? Explanation { get; init; }

    /// <summary>Findings that staff overruled, each with a reason in the record (R9).</summary>
    public ValueList<FindingCode> Overruled { get; init; } = [];

    /// <summary>Findings that still stand.</summary>
    [JsonIgnore]
    public IEnumerable<Finding> StandingFindings =>
        Inspection is { } inspection ? inspection.Findings.Where(finding => !Overruled.Contains(finding.Code)) : [];

    [JsonIgnore]
    public bool IsBlocked => StandingFindings.Any(finding => finding.Severity == Severity.Blocks);

    [JsonIgnore]
    public bool NeedsExplanation => !IsBlocked && Explanation is null && StandingFindings.Any();
}
