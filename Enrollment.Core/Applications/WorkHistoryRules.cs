using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// 工作简历 (R5): from the month of first employment until now without a gap, months counted whole. Two entries may
/// share the month in which one ends and the next starts, and no other.
/// </summary>
internal static class WorkHistoryRules
{
    private const int MostEntries = 40;
    private const int MostSideLines = 10;
    private const int LongestPlace = 120;
    private const int LongestPost = 120;
    private const int LongestSideLine = 120;

    public static IEnumerable<FormProblem> Check(Form form, DateOnly today)
    {
        var history = form.WorkHistory;
        if (history.Count == 0)
        {
            return [];
        }
        if (history.Count > MostEntries)
        {
            return [FormRules.Problem(FormField.WorkHistory, FormProblemCode.TooLong, $"{MostEntries}")];
        }
        var now = YearMonth.Of(today);
        return Start(form).Concat(history.SelectMany((entry, i) => Entry(entry, i, now))).Concat(Continuity(form));
    }

    private static IEnumerable<FormProblem> Start(Form form)
    {
        if (form.FirstEmployed is { } first && form.WorkHistory[0].From is { } from && from != first)
        {
            yield return At(0, "from", FormProblemCode.StartsElsewhere, first.ToString());
        }
    }

    private static IEnumerable<FormProblem> Entry(WorkEntry entry, int i, YearMonth now)
    {
        foreach (var problem in Months(entry.From, entry.To, $"workHistory[{i}]", now))
        {
            yield return problem;
        }
        if (entry.Place is null && entry.Kind != WorkKind.Unemployed)
        {
            yield return At(i, "place", FormProblemCode.Missing);
        }
        if (entry.Post is null && entry.Kind is WorkKind.Work or WorkKind.MilitaryService)
        {
            yield return At(i, "post", FormProblemCode.Missing);
        }
        if (entry.During.Count > MostSideLines)
        {
            yield return At(i, "during", FormProblemCode.TooLong, $"{MostSideLines}");
        }
        var rest = TextLength
            .Check(FormField.WorkHistory, $"workHistory[{i}].place", entry.Place, LongestPlace)
            .Concat(TextLength.Check(FormField.WorkHistory, $"workHistory[{i}].post", entry.Post, LongestPost))
            .Concat(entry.During.SelectMany((line, k) => SideLine(entry, line, $"workHistory[{i}].during[{k}]", now)));
        foreach (var problem in rest)
        {
            yield return problem;
        }
    }

    private static IEnumerable<FormProblem> SideLine(WorkEntry entry, WorkSideLine line, string path, YearMonth now)
    {
        foreach (var problem in Months(line.From, line.To, path, now))
        {
            yield return problem;
        }
        if (line.Text is null)
        {
            yield return new(FormField.WorkHistory, $"{path}.text", FormProblemCode.Missing);
        }
        foreach (var problem in TextLength.Check(FormField.WorkHistory, $"{path}.text", line.Text, LongestSideLine))
        {
            yield return problem;
        }
        if (line.From < entry.From || (entry.To is { } end && (line.To ?? now) > end))
        {
            yield return new(FormField.WorkHistory, path, FormProblemCode.OutsideItsEntry);
        }
    }

    /// <summary>A start that is there, an end that is not before it, and neither to come.</summary>
    private static IEnumerable<FormProblem> Months(YearMonth? from, YearMonth? to, string path, YearMonth now)
    {
        if (from is null)
        {
            yield return new(FormField.WorkHistory, $"{path}.from", FormProblemCode.Missing);
        }
        else if (from > now)
        {
            yield return new(FormField.WorkHistory, $"{path}.from", FormProblemCode.InTheFuture);
        }
        if (to < from)
        {
            yield return new(FormField.WorkHistory, $"{path}.to", FormProblemCode.EndsBeforeStart);
        }
        else if (to > now)
        {
            yield return new(FormField.WorkHistory, $"{path}.to", FormProblemCode.InTheFuture);
        }
    }

    /// <summary>
    /// Compares each entry with all before it, not only with the last: a long one may reach over the short one that
    /// follows. What says nothing of its end (至今 too early, an end before its start) is no measure for the next.
    /// </summary>
    private static IEnumerable<FormProblem> Continuity(Form form)
    {
        YearMonth? covered = null;
        var last = form.WorkHistory.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            var entry = form.WorkHistory[i];
            if ((entry.To is null) != (i == last))
            {
                yield return At(i, "to", FormProblemCode.NotUntilNow);
            }
            if (entry.To < entry.From)
            {
                covered = null;
                continue;
            }
            if (entry.From is { } from && covered is { } until && Break(i, from, entry.To, until) is { } problem)
            {
                yield return problem;
            }
            // Stryker disable once Equality: two equal months are one month
            covered = entry.To < covered ? covered : entry.To;
        }
    }

    private static FormProblem? Break(int i, YearMonth from, YearMonth? to, YearMonth covered)
    {
        if (from > covered.AddMonths(1))
        {
            return At(i, "from", FormProblemCode.Gap, Span(covered.AddMonths(1), from.AddMonths(-1)));
        }
        // Stryker disable once Equality: two equal months are one month
        var end = to < covered ? to.Value : covered;
        return from < covered ? At(i, "from", FormProblemCode.Overlap, Span(from, end)) : null;
    }

    private static string Span(YearMonth from, YearMonth to) => new MonthSpan(from, to).ToString();

    private static FormProblem At(int i, string member, FormProblemCode code, string? argument = null) =>
        new(FormField.WorkHistory, $"workHistory[{i}].{member}", code, argument);
}
