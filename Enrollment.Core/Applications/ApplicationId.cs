using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Enrollment.Serialization;

namespace Enrollment.Applications;

/// <summary>
/// Identifies one candidate's application (报名) in one season: 32 lower-case hexadecimal digits, ordered by time of
/// opening (UUID version 7). It stands in addresses and on papers, and says nothing of the person.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<ApplicationId>))]
public readonly record struct ApplicationId : IParsable<ApplicationId>, IComparable<ApplicationId>
{
    private readonly string? _value;

    private ApplicationId(string value) => _value = value;

    public string Value => _value ?? "";

    public static ApplicationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N"));

    public override string ToString() => Value;

    public int CompareTo(ApplicationId other) => string.CompareOrdinal(Value, other.Value);

    public static ApplicationId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException("Not an application id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ApplicationId result)
    {
        var isId = s is { Length: 32 } && s.All(char.IsAsciiHexDigitLower);
        result = isId ? new ApplicationId(s!) : default;
        return isId;
    }

    public static bool operator <(ApplicationId left, ApplicationId right) => left.CompareTo(right) < 0;

    public static bool operator >(ApplicationId left, ApplicationId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ApplicationId left, ApplicationId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ApplicationId left, ApplicationId right) => left.CompareTo(right) >= 0;
}
