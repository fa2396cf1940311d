using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>Months from one to another, both included, written 2017-04/2017-06: the argument of a gap or an overlap.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthSpan(YearMonth From, YearMonth To)
{
    public override string ToString() => From == To ? From.ToString() : $"{From}/{To}";

    /// <summary>2017年4月至6月 / "2017-04 to 2017-06".</summary>
    public string ToWords(Language language) =>
        language switch
        {
            Language.English => From == To ? $"{From}" : $"{From} to {To}",
            Language.Chinese when From == To => From.ToChinese(),
            Language.Chinese when From.Year == To.Year => $"{From.ToChinese()}至{To.Month}月",
            Language.Chinese => $"{From.ToChinese()}至{To.ToChinese()}",
        };

    public static bool TryParse([NotNullWhen(true)] string? text, out MonthSpan span)
    {
        span = default;
        if (text?.Split('/') is not [var first, .. { Length: <= 1 } rest])
        {
            return false;
        }
        if (!YearMonth.TryParse(first, null, out var from))
        {
            return false;
        }
        var to = from;
        if (rest is [var last] && !YearMonth.TryParse(last, null, out to))
        {
            return false;
        }
        span = new MonthSpan(from, to);
        return true;
    }
}
