using System.Buffers;
using System.Text;

namespace Enrollment.Documents.Layout;

/// <summary>
/// Where a line of Chinese may end (避头尾, GB/T 15834): between any two characters but
/// these. An address may be parted before its @.
/// </summary>
internal static class LineBreaks
{
    private static readonly SearchValues<char> Closing = SearchValues.Create(
        "、。，．：；？！）］｝】〕〉》」』〗”’…—～·•％‰℃,.;:?!)]}>%"
    );
    private static readonly SearchValues<char> Opening = SearchValues.Create("（［｛【〔〈《「『〖“‘([{<￥¥$№#");
    private static readonly SearchValues<char> HalfEmptyAtTheEnd = SearchValues.Create(
        "、。，．：；）］｝】〕〉》」』〗"
    );

    /// <summary>Whether a line may end after <paramref name="before"/> when <paramref name="after"/> would follow.</summary>
    public static bool Allowed(Rune before, Rune after) => after.Value == '@' || IsAllowed(before, after);

    private static bool IsAllowed(Rune before, Rune after) =>
        !IsClosing(after)
        && !IsOpening(before)
        && !Rune.IsWhiteSpace(after)
        && !(BelongsToWord(before) && BelongsToWord(after));

    /// <summary>
    /// Whether the right half of a mark is empty, so that at a line's end it may stand half outside the measure.
    /// </summary>
    public static bool MayHang(Rune mark) => mark.IsBmp && HalfEmptyAtTheEnd.Contains((char)mark.Value);

    public static bool IsClosing(Rune rune) => rune.IsBmp && Closing.Contains((char)rune.Value);

    public static bool IsOpening(Rune rune) => rune.IsBmp && Opening.Contains((char)rune.Value);

    /// <summary>Numbers, dates, addresses and Latin words stay whole where the line is long enough.</summary>
    private static bool BelongsToWord(Rune rune) =>
        rune.Value < 0x250 && (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && "-._@/&+'~".Contains((char)rune.Value)));
}
