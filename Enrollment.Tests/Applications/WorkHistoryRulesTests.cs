using CsCheck;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using static Enrollment.Tests.Applications.SampleForm;

namespace Enrollment.Tests.Applications;

/// <summary>R5: continuous from the month of first employment, month by month, until now.</summary>
public sealed class WorkHistoryRulesTests
{
    private static readonly YearMonth First = new(2012, 7);

    private static readonly WorkSideLine Training = new(new(2014, 6), new(2014, 7), "培训");

    public static TheoryData<WorkEntry[], string, FormProblemCode, string?> Broken =>
        new()
        {
            { [Work(2012, 8, null)], "workHistory[0].from", FormProblemCode.StartsElsewhere, "2012-07" },
            {
                [Work(2012, 7, new(2017, 3)), Work(2017, 6, null)],
                "workHistory[1].from",
                FormProblemCode.Gap,
                "2017-04/2017-05"
            },
            {
                [Work(2012, 7, new(2017, 3)), Work(2017, 5, null)],
                "workHistory[1].from",
                FormProblemCode.Gap,
                "2017-04"
            },
            {
                [Work(2012, 7, new(2017, 3)), Work(2017, 1, null)],
                "workHistory[1].from",
                FormProblemCode.Overlap,
                "2017-01/2017-03"
            },
            {
                [Work(2012, 7, new(2020, 1)), Work(2013, 1, new(2013, 4)), Work(2020, 2, null)],
                "workHistory[1].from",
                FormProblemCode.Overlap,
                "2013-01/2013-04"
            },
            { [Work(2012, 7, new(2017, 3))], "workHistory[0].to", FormProblemCode.NotUntilNow, null },
            { [Work(2012, 7, null), Work(2017, 4, null)], "workHistory[0].to", FormProblemCode.NotUntilNow, null },
            {
                [Work(2012, 7, new(2011, 1)), Work(2017, 4, null)],
                "workHistory[0].to",
                FormProblemCode.EndsBeforeStart,
                null
            },
            {
                [Aside(new(new(2014, 6), new(2026, 6), "培训"))],
                "workHistory[0].during[0].to",
                FormProblemCode.InTheFuture,
                null
            },
            {
                [Work(2012, 7, new(2026, 5)), Work(2026, 6, null)],
                "workHistory[1].from",
                FormProblemCode.InTheFuture,
                null
            },
            { [Work(2012, 7, null) with { From = null }], "workHistory[0].from", FormProblemCode.Missing, null },
            { [Work(2012, 7, null) with { Place = null }], "workHistory[0].place", FormProblemCode.Missing, null },
            { [Work(2012, 7, null) with { Post = null }], "workHistory[0].post", FormProblemCode.Missing, null },
            {
                [Work(2012, 7, null) with { Place = new string('某', 121) }],
                "workHistory[0].place",
                FormProblemCode.TooLong,
                "120"
            },
            {
                [Work(2012, 7, null) with { Post = new string('某', 121) }],
                "workHistory[0].post",
                FormProblemCode.TooLong,
                "120"
            },
            {
                [Aside(new(new(2014, 6), null, new string('训', 121)))],
                "workHistory[0].during[0].text",
                FormProblemCode.TooLong,
                "120"
            },
            {
                [Work(2012, 7, null) with { During = [.. Enumerable.Repeat(Training, 11)] }],
                "workHistory[0].during",
                FormProblemCode.TooLong,
                "10"
            },
            {
                [Aside(new(new(2012, 6), new(2013, 1), "培训"))],
                "workHistory[0].during[0]",
                FormProblemCode.OutsideItsEntry,
                null
            },
            {
                [Aside(new(new(2014, 6), new(2013, 1), "培训"))],
                "workHistory[0].during[0].to",
                FormProblemCode.EndsBeforeStart,
                null
            },
            {
                [Aside(new(null, new(2013, 1), "培训"))],
                "workHistory[0].during[0].from",
                FormProblemCode.Missing,
                null
            },
            {
                [Aside(new(new(2014, 6), new(2015, 1), null))],
                "workHistory[0].during[0].text",
                FormProblemCode.Missing,
                null
            },
            {
                [Aside(new(new(2013, 6), null, "在职学习")) with { To = new(2017, 3) }, Work(2017, 4, null)],
                "workHistory[0].during[0]",
                FormProblemCode.OutsideItsEntry,
                null
            },
        };

    [Theory, MemberData(nameof(Broken))]
    public void A_break_is_named_by_its_months(
        WorkEntry[] history,
        string path,
        FormProblemCode code,
        string? argument
    ) => Assert.Equal([new FormProblem(FormField.WorkHistory, path, code, argument)], Check(history));

    public static TheoryData<WorkEntry[]> Whole =>
        new()
        {
            (WorkEntry[])[Work(2012, 7, null)],
            (WorkEntry[])[Work(2012, 7, new(2017, 3)), Work(2017, 3, null)],
            (WorkEntry[])[Work(2012, 7, new(2017, 3)), Work(2017, 4, null)],
            (WorkEntry[])[Work(2012, 7, new(2012, 7)), Work(2012, 7, null)],
            (WorkEntry[])
                [
                    Work(2012, 7, new(2014, 8)),
                    new()
                    {
                        Kind = WorkKind.FullTimeStudy,
                        From = new(2014, 9),
                        To = new(2017, 6),
                        Place = "某大学",
                    },
                    Work(2017, 7, null),
                ],
            (WorkEntry[])
                [
                    new()
                    {
                        Kind = WorkKind.Unemployed,
                        From = First,
                        To = new(2013, 1),
                    },
                    Work(2013, 1, null),
                ],
            (WorkEntry[])[Aside(new(new(2014, 6), null, "在职研究生学习"))],
            (WorkEntry[])[Aside(new(First, null, "从入职起的培训"))],
            (WorkEntry[])[Work(2012, 7, null) with { During = [.. Enumerable.Repeat(Training, 10)] }],
            (WorkEntry[])
                [
                    Work(2012, 7, new(2017, 3)) with
                    {
                        During = [new(new(2016, 1), new(2017, 3), "挂职锻炼")],
                    },
                    Work(2017, 4, null),
                ],
            (WorkEntry[])[Work(2012, 7, new(2026, 5)), Work(2026, 5, null)],
            (WorkEntry[])
                [
                    .. Enumerable
                        .Range(0, 39)
                        .Select(i => Work(2012, 7, First) with { From = First.AddMonths(i), To = First.AddMonths(i) }),
                    Work(2012, 7, null) with
                    {
                        From = First.AddMonths(39),
                    },
                ],
        };

    [Theory, MemberData(nameof(Whole))]
    public void A_continuous_history_is_no_problem(WorkEntry[] history) => Assert.Empty(Check(history));

    [Fact]
    public void Rows_typed_in_another_order_are_put_in_order_of_time() =>
        Assert.Equal(
            [First, new(2017, 4)],
            (Valid with { WorkHistory = [Valid.WorkHistory[1], Valid.WorkHistory[0]] })
                .Normalised()
                .WorkHistory.Select(entry => entry.From!.Value)
        );

    [Fact]
    public void More_lines_than_any_career_has_are_one_problem() =>
        Assert.Equal("40", Assert.Single(Check([.. Enumerable.Repeat(Work(2012, 7, null), 41)])).Argument);

    /// <summary>The named gaps are exactly the months that no entry covers, whatever the entries.</summary>
    [Fact]
    public void Gaps_are_exactly_the_months_that_nobody_covers() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 12])
            .Array[1, 6]
            .Sample(pieces =>
            {
                var now = YearMonth.Of(Today);
                MonthSpan[] history =
                [
                    .. pieces
                        .Select(piece => new MonthSpan(
                            First.AddMonths(piece.Item1),
                            First.AddMonths(piece.Item1 + piece.Item2)
                        ))
                        .OrderBy(span => span.From),
                    new(First.AddMonths(45), now),
                ];
                var entries = history.Select(
                    (span, i) => Work(span.From.Year, span.From.Month, i == history.Length - 1 ? null : span.To)
                );
                var told = Check([.. entries])
                    .Where(problem => problem.Code == FormProblemCode.Gap)
                    .SelectMany(problem => MonthSpan.TryParse(problem.Argument, out var span) ? MonthsOf(span) : [])
                    .ToHashSet();
                var uncovered = MonthsOf(new(history[0].From, now))
                    .Where(month => !history.Any(span => span.From <= month && month <= span.To));
                Assert.Equal(uncovered, told.Order());
            });

    private static ValueList<FormProblem> Check(WorkEntry[] history) =>
        FormRules.Check(SampleForm.Season, KnownAs, Valid with { WorkHistory = [.. history] }, Today);

    private static IEnumerable<YearMonth> MonthsOf(MonthSpan span) =>
        Enumerable.Range(0, span.To.MonthsSince(span.From) + 1).Select(span.From.AddMonths);

    private static WorkEntry Work(int year, int month, YearMonth? to) =>
        new()
        {
            From = new(year, month),
            To = to,
            Place = "某某街道办事处",
            Post = "科员",
        };

    private static WorkEntry Aside(WorkSideLine line) => Work(2012, 7, null) with { During = [line] };
}
