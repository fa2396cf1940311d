using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Enrollment.Serialization;

namespace Enrollment.People;

/// <summary>
/// A mainland mobile number (手机号): eleven digits, the first 1, the second 3–9. Spaces, dashes, full-width digits
/// and a leading +86 are taken off when parsing.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<PhoneNumber>))]
public sealed record PhoneNumber : IParsable<PhoneNumber>
{
    private PhoneNumber(string value) => Value = value;

    /// <summary>The eleven digits.</summary>
    public string Value { get; }

    /// <summary>138****1234, for screens that others may see.</summary>
    public string Masked => $"{Value[..3]}****{Value[7..]}";

    public override string ToString() => Value;

    public static PhoneNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var phone) ? phone : throw new FormatException("Not a mainland mobile number.");

    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out PhoneNumber result
    )
    {
        result = null;
        if (s is null || s.Length > 32)
        {
            return false;
        }

        var plain = s.ToHalfWidth().Replace(" ", "").Replace("-", "");
        plain = plain.StartsWith("+86", StringComparison.Ordinal) ? plain[3..] : plain;
        if (plain is not ['1', >= '3' and <= '9', ..] || plain.Length != 11 || !plain.All(char.IsAsciiDigit))
        {
            return false;
        }

        result = new PhoneNumber(plain);
        return true;
    }
}
