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
    private static readonly SearchValues<char> EmptyRight = SearchValues.Create("、。，．：；）］｝】〕〉》」』〗”’");
    private static readonly SearchValues<char> EmptyLeft = SearchValues.Create("（［｛【〔〈《「『〖“‘");

    /// <summary>Space between Chinese and a Latin word or number, in ems.</summary>
    private const float LatinGap = 0.125f;

    /// <summary>Whether a line may end after <paramref name="before"/> when <paramref name="after"/> would follow.</summary>
    public static bool Allowed(Rune before, Rune after) => after.Value == '@' || IsAllowed(before, after);

    private static bool IsAllowed(Rune before, Rune after) =>
        !IsClosing(after)
        && !IsOpening(before)
        && !Rune.IsWhiteSpace(after)
        && !(BelongsToWord(before) && BelongsToWord(after));

    /// <summary>Whether a full-width mark's right half is empty, so that at a line's end it may stand outside the measure.</summary>
    public static bool IsEmptyRight(Rune mark) => mark.IsBmp && EmptyRight.Contains((char)mark.Value);

    /// <summary>Whether a full-width mark's left half is empty, so that it may stand outside a line's beginning.</summary>
    public static bool IsEmptyLeft(Rune mark) => mark.IsBmp && EmptyLeft.Contains((char)mark.Value);

    /// <summary>
    /// What good setting adds between two neighbours, in ems: half an em less where two full-width marks meet with an
    /// empty half between them (标点挤压), a little more between Chinese and a Latin word or number.
    /// </summary>
    public static float Between(Rune before, Rune after)
    {
        var meet = IsEmptyRight(before) || IsEmptyLeft(before);
        if (meet && (IsEmptyLeft(after) || (IsEmptyRight(after) && IsEmptyRight(before))))
        {
            return -0.5f;
        }
        return IsLatinOrDigit(before) && IsHan(after) || IsHan(before) && IsLatinOrDigit(after) ? LatinGap : 0;
    }

    public static bool IsClosing(Rune rune) => rune.IsBmp && Closing.Contains((char)rune.Value);

    public static bool IsOpening(Rune rune) => rune.IsBmp && Opening.Contains((char)rune.Value);

    private static bool IsLatinOrDigit(Rune rune) => rune.Value < 0x250 && Rune.IsLetterOrDigit(rune);

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and < 0xA000) or >= 0x20000;

    /// <summary>Numbers, dates, addresses and Latin words stay whole where the line is long enough.</summary>
    private static bool BelongsToWord(Rune rune) =>
        IsLatinOrDigit(rune) || (rune.IsAscii && "-._@/&+'~".Contains((char)rune.Value));
}
