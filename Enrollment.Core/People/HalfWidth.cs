namespace Enrollment.People;

/// <summary>
/// Full-width letters, digits and marks (全角), as Chinese keyboards type them, made half-width. For numbers and
/// addresses, not for prose. <see cref="string.Normalize()"/> would do it, but does nothing at all without ICU.
/// </summary>
public static class HalfWidth
{
    private const int Distance = 'Ａ' - 'A';

    public static string ToHalfWidth(this string text) =>
        string.Create(
            text.Length,
            text,
            static (half, full) =>
            {
                for (var i = 0; i < full.Length; i++)
                {
                    half[i] = ToHalfWidth(full[i]);
                }
            }
        );

    public static char ToHalfWidth(char c) =>
        c switch
        {
            >= '！' and <= '～' => (char)(c - Distance),
            '\u3000' => ' ',
            _ => c,
        };
}
