using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Enrollment.Serialization;

namespace Enrollment.People;

/// <summary>
/// A citizen identity number (公民身份号码) by GB 11643-1999: six digits of region, the birth date as yyyyMMdd,
/// three of sequence (odd for men, even for women) and a check character by ISO 7064 MOD 11-2.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<IdentityNumber>))]
public sealed record IdentityNumber : IParsable<IdentityNumber>
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdentityNumber(string value, DateOnly birthDate) => (Value, BirthDate) = (value, birthDate);

    /// <summary>Eighteen characters; the last may be X.</summary>
    public string Value { get; }

    /// <summary>The birth date in the number; the personnel file may say another (以组织认定为准, R4).</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The sex in the number: odd sequence, male.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>The last four characters, all that a list shows.</summary>
    public string LastFour => Value[^4..];

    public override string ToString() => Value;

    /// <summary>The check character for seventeen digits (ISO 7064 MOD 11-2).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> seventeenDigits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (seventeenDigits[i] - '0') * Weights[i];
        }
        return CheckCharacters[sum % 11];
    }

    /// <summary>What is wrong with a typed number, or <see cref="IdentityNumberFault.None"/>.</summary>
    public static IdentityNumberFault Check(string? s, out IdentityNumber? number)
    {
        number = null;
        var plain = (s ?? "").ToHalfWidth().Trim().ToUpperInvariant();
        if (
            plain.Length != 18
            || plain.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9')
            || !IsCheckCharacter(plain[17])
        )
        {
            return IdentityNumberFault.Shape;
        }
        if (!TryBirthDate(plain, out var birth))
        {
            return IdentityNumberFault.BirthDate;
        }
        if (CheckCharacter(plain) != plain[17])
        {
            return IdentityNumberFault.CheckCharacter;
        }

        number = new IdentityNumber(plain, birth);
        return IdentityNumberFault.None;
    }

    public static IdentityNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("Not an identity number.");

    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out IdentityNumber result
    ) => Check(s, out result) == IdentityNumberFault.None && result is not null;

    private static bool IsCheckCharacter(char c) => char.IsAsciiDigit(c) || c == 'X';

    private static bool TryBirthDate(string plain, out DateOnly birth) =>
        DateOnly.TryParseExact(
            plain.AsSpan(6, 8),
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out birth
        )
        && birth.Year >= 1900;
}

/// <summary>Why a typed identity number is not one.</summary>
public enum IdentityNumberFault
{
    None,

    /// <summary>Not seventeen digits and a digit or X.</summary>
    Shape,

    /// <summary>No such day.</summary>
    BirthDate,

    /// <summary>The last character does not fit the first seventeen.</summary>
    CheckCharacter,
}

/// <summary>性别</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sex>))]
public enum Sex
{
    /// <summary>男</summary>
    [JsonStringEnumMemberName("male")]
    Male,

    /// <summary>女</summary>
    [JsonStringEnumMemberName("female")]
    Female,
}
