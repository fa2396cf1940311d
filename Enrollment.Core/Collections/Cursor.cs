using System.Globalization;

namespace Enrollment.Collections;

/// <summary>Where a page ended: the instant and the id of its last row. Anything else is no cursor.</summary>
public readonly record struct Cursor(long At, string Id)
{
    public override string ToString() => $"{At.ToString(CultureInfo.InvariantCulture)}_{Id}";

    /// <exception cref="FormatException">Not a cursor of ours.</exception>
    public static Cursor? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var separator = text.IndexOf('_', StringComparison.Ordinal);
        return separator > 0 && long.TryParse(text.AsSpan(0, separator), NumberStyles.None, null, out var at)
            ? new Cursor(at, text[(separator + 1)..])
            : throw new FormatException("Not a cursor.");
    }
}
