using System.Text;
using System.Text.RegularExpressions;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>What a pasted work history was understood as, and the lines that were not.</summary>
public sealed record ParsedWorkHistory(ValueList<WorkEntry> Entries, ValueList<WorkHistoryLineProblem> Problems);

/// <summary>
/// The work history as text, one entry a line, in the guide's own form (R5): "2015.7-2017.3，**街道办事处，科员",
/// "2017.4至今，…", with lines （其间：…） after or inside the entry that they belong to.
/// </summary>
public static partial class WorkHistoryText
{
    /// <summary>
    /// Reads what people write: full- or half-width marks, any dash or 至, 2015年7月, 2015.07, 201507, a day that is
    /// dropped, and "2017.04--" with nothing after it, which is 至今 on the cadre appointment form (干部任免审批表).
    /// </summary>
    public static ParsedWorkHistory Parse(string text)
    {
        var entries = new List<WorkEntry>();
        var problems = new List<WorkHistoryLineProblem>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Plain(lines[i]);
            if (line.Length > 0 && Read(line, entries) is { } code)
            {
                problems.Add(new(i + 1, lines[i].Trim(), code));
            }
        }
        return new([.. entries], [.. problems]);
    }

    /// <summary>
    /// The text that <see cref="Parse"/> reads back. An entry without a first month has no place in it and is left out.
    /// </summary>
    public static string Write(ValueList<WorkEntry> history)
    {
        var text = new StringBuilder();
        foreach (var entry in history.Where(entry => entry.From is not null))
        {
            string?[] parts =
            [
                Period(entry.From!.Value, entry.To),
                entry.Place,
                entry.Post,
                WorkKindText.MarkOf(entry),
            ];
            text.Append(string.Join('，', parts.OfType<string>())).Append('\n');
            foreach (var line in entry.During.Where(line => line.From is not null))
            {
                text.Append($"（其间：{Period(line.From!.Value, line.To)}，{line.Text}）\n");
            }
        }
        return text.ToString();
    }

    private static string Period(YearMonth from, YearMonth? to) =>
        to is { } end ? $"{from.ToDotted()}-{end.ToDotted()}" : $"{from.ToDotted()}至今";

    /// <summary>Adds what the line says to the entries, or tells why it says nothing.</summary>
    private static WorkHistoryLineProblemCode? Read(string line, List<WorkEntry> entries)
    {
        var pieces = SideStart().Split(line);
        if (pieces[0].Trim() is { Length: > 0 } main)
        {
            if (ReadPeriod(main, out var from, out var to, out var said) is { } wrong)
            {
                return wrong;
            }
            if (said.IsWithoutEnd)
            {
                return WorkHistoryLineProblemCode.NoEnd;
            }
            entries.Add(WorkKindText.Entry(said.Text) with { From = from, To = to });
        }
        else if (entries.Count == 0)
        {
            return WorkHistoryLineProblemCode.NoEntryBefore;
        }
        return pieces.Skip(1).Select(piece => ReadSide(piece, entries)).FirstOrDefault(code => code is not null);
    }

    /// <summary>（其间：…；…）: one or more lines, each with its months.</summary>
    private static WorkHistoryLineProblemCode? ReadSide(string piece, List<WorkEntry> entries)
    {
        foreach (var part in SideBreak().Split(WithoutItsBracket(piece)))
        {
            if (ReadPeriod(part.Trim(), out var from, out var to, out var said) is { } wrong)
            {
                return wrong;
            }
            var line = new WorkSideLine(from, said.IsWithoutEnd ? from : to, said.Text.Length == 0 ? null : said.Text);
            entries[^1] = entries[^1] with { During = entries[^1].During.Add(line) };
        }
        return null;
    }

    private static WorkHistoryLineProblemCode? ReadPeriod(
        string line,
        out YearMonth from,
        out YearMonth? to,
        out (string Text, bool IsWithoutEnd) said
    )
    {
        (from, to, said) = (default, null, default);
        var match = PeriodStart().Match(line);
        if (!match.Success)
        {
            return WorkHistoryLineProblemCode.NoMonths;
        }
        var hasEnd = match.Groups["year2"].Success;
        if (!TryMonth(match, "", out from) || (hasEnd && !TryMonth(match, "2", out _)))
        {
            return WorkHistoryLineProblemCode.NoSuchMonth;
        }
        if (hasEnd && TryMonth(match, "2", out var end))
        {
            to = end;
        }
        said = (line[match.Length..].Trim(), !hasEnd && !match.Groups["open"].Success);
        return null;
    }

    private static bool TryMonth(Match match, string which, out YearMonth month)
    {
        var (year, number) = (
            int.Parse(match.Groups["year" + which].Value),
            int.Parse(match.Groups["month" + which].Value)
        );
        var isMonth = YearMonth.IsValid(year, number);
        month = isMonth ? new YearMonth(year, number) : default;
        return isMonth;
    }

    /// <summary>Digits half-width, one kind of space, no list number before the months, no mark after the last word.</summary>
    private static string Plain(string line)
    {
        var plain = string.Concat(
            line.Select(c =>
                c is >= '０' and <= '９' ? HalfWidth.ToHalfWidth(c)
                : c is '\u3000' ? ' '
                : c
            )
        );
        return ListNumber().Replace(plain.Trim(), "").TrimEnd('。', '；', ';', '，', ',', ' ');
    }

    /// <summary>Takes off the bracket that closes （其间, and none that was opened inside.</summary>
    private static string WithoutItsBracket(string piece)
    {
        var plain = piece.Trim().TrimEnd('。', '；', ';', '，', ',', ' ');
        var open = plain.Count(c => c is '（' or '(');
        return plain is [.., '）' or ')'] && plain.Count(c => c is '）' or ')') > open ? plain[..^1] : plain;
    }

    [GeneratedRegex(@"^[（(]?\d{1,2}[）)、.．]\s*(?=\d{4})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"(?:^|[（(])\s*[其期]间\s*[：:，,]?\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SideStart();

    [GeneratedRegex(@"[；;]\s*(?=\d{4})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SideBreak();

    /// <summary>A month, then an end, an open end or neither, and the marks before the words.</summary>
    [GeneratedRegex(
        """
            ^(?<year>\d{4})(\s*(?<mark>[.．。·/年-])\s*(?<month>\d{1,2})|(?<month>\d{2}))(?!\d)\s*(月份?)?(\k<mark>\d{1,2}(?!\d)|\d{1,2}日)?
            \s*
            (
              [-–—―－−~～〜至到]+\s*
              (?<year2>\d{4})(\s*(?<mark2>[.．。·/年-])\s*(?<month2>\d{1,2})|(?<month2>\d{2}))(?!\d)\s*(月份?)?(\k<mark2>\d{1,2}(?!\d)|\d{1,2}日)?
            |
              (?<open>[-–—―－−~～〜到]*\s*(至今|至\s*今|今|至现在|现在|至目前|目前|迄今)|[-–—―－−~～〜]+)
            )?
            [\s，,、；;：:]*
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PeriodStart();
}
