using System.Globalization;
using Enrollment.Seasons;

namespace Enrollment.Payments.Alipay;

/// <summary>Alipay's amounts (yuan, two decimals) and times (China, to the second).</summary>
internal static class AlipayMoney
{
    private const string TimeForm = "yyyy-MM-dd HH:mm:ss";

    public static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100}.{fen % 100:00}");

    /// <summary>Null for what is no amount of whole fen.</summary>
    public static long? Fen(string? yuan) =>
        decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount * 100 == decimal.Truncate(amount * 100)
        && amount is >= 0 and < 1_000_000_000
            ? (long)(amount * 100)
            : null;

    public static string Time(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString(TimeForm, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Time(string? text) =>
        DateTime.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new(time, ChinaTime.Offset)
            : null;
}
