using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Enrollment.Serialization;

namespace Enrollment.Seasons;

/// <summary>A month (年月): all the precision that the guide asks for joining dates and work history. Written 2015-07.</summary>
[JsonConverter(typeof(ParsableJsonConverter<YearMonth>))]
public readonly record struct YearMonth : IComparable<YearMonth>, IParsable<YearMonth>
{
    private readonly int _months;

    private YearMonth(int months) => _months = months;

    /// <exception cref="ArgumentOutOfRangeException">Year outside 1900–2999 or month outside 1–12.</exception>
    public YearMonth(int year, int month)
    {
        if (!IsValid(year, month))
        {
            throw new ArgumentOutOfRangeException(nameof(month), $"{year}-{month} is no month of 1900 to 2999.");
        }
        _months = year * 12 + month - 1;
    }

    public int Year => _months / 12;

    /// <summary>1–12.</summary>
    public int Month => _months % 12 + 1;

    public static bool IsValid(int year, int month) => year is >= 1900 and <= 2999 && month is >= 1 and <= 12;

    public static YearMonth Of(DateOnly date) => new(date.Year, date.Month);

    public YearMonth AddMonths(int months) => new(_months + months);

    /// <summary>Whole months from <paramref name="other"/> to this one.</summary>
    public int MonthsSince(YearMonth other) => _months - other._months;

    public int CompareTo(YearMonth other) => _months.CompareTo(other._months);

    public static bool operator <(YearMonth left, YearMonth right) => left._months < right._months;

    public static bool operator >(YearMonth left, YearMonth right) => left._months > right._months;

    public static bool operator <=(YearMonth left, YearMonth right) => left._months <= right._months;

    public static bool operator >=(YearMonth left, YearMonth right) => left._months >= right._months;

    public override string ToString() => $"{Year:0000}-{Month:00}";

    /// <summary>2015.7, as the guide's own work history writes it.</summary>
    public string ToDotted() => $"{Year}.{Month}";

    /// <summary>2015年7月</summary>
    public string ToChinese() => $"{Year}年{Month}月";

    public static YearMonth Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException("Not a month.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out YearMonth result)
    {
        result = default;
        var parts = (s ?? "").Split('-', '.', '/');
        if (
            parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || !IsValid(year, month)
        )
        {
            return false;
        }

        result = new YearMonth(year, month);
        return true;
    }
}
