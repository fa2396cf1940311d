using System.Globalization;
using System.Text;

namespace Enrollment.Azure.Rows;

/// <summary>
/// Keys of rows: ordered as strings, without the characters that Tables forbid in them (https://learn.microsoft.com/
/// rest/api/storageservices/understanding-the-table-service-data-model).
/// </summary>
internal static class RowKeys
{
    /// <summary>Ordered by instant, then by what follows.</summary>
    public static string At(long ticks, string rest) => $"{ticks.ToString("D19", CultureInfo.InvariantCulture)}_{rest}";

    /// <summary>Ordered from the latest instant to the earliest.</summary>
    public static string Latest(long ticks, string rest) => At(long.MaxValue - ticks, rest);

    public static long TicksOf(string row) => long.Parse(row.AsSpan(0, 19), NumberStyles.None);

    public static string RestOf(string row) => row[20..];

    public static string Numbered(string kind, long number) =>
        $"{kind}_{number.ToString("D10", CultureInfo.InvariantCulture)}";

    /// <summary>Any text as a part of a key: letters, digits, dash and dot as they are, every other byte as ~XX.</summary>
    public static string Escape(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'-' or (byte)'.')
            {
                key.Append((char)one);
            }
            else
            {
                key.Append('~').Append(one.ToString("X2", CultureInfo.InvariantCulture));
            }
        }
        return key.ToString();
    }

    /// <summary>An id turned round, so that rows of one instant stand in the falling order of their ids.</summary>
    public static string Falling(string id)
    {
        var bytes = Encoding.UTF8.GetBytes(id);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(255 - bytes[i]);
        }
        // A longer id comes after its own beginning, so it falls before it.
        return Convert.ToHexStringLower(bytes) + "~";
    }

    public static string Rising(string falling)
    {
        var bytes = Convert.FromHexString(falling.AsSpan(0, falling.Length - 1));
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(255 - bytes[i]);
        }
        return Encoding.UTF8.GetString(bytes);
    }
}
