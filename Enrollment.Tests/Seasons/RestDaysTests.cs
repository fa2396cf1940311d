using Enrollment.Seasons;

namespace Enrollment.Tests.Seasons;

public sealed class RestDaysTests
{
    /// <summary>A made-up notice: a holiday from Thursday to Saturday, and the Sunday after it worked.</summary>
    private static readonly RestDays Days = new()
    {
        Holidays = [new(2026, 6, 18), new(2026, 6, 19), new(2026, 6, 20)],
        Workdays = [new(2026, 6, 21)],
    };

    [Theory]
    [InlineData("2026-06-17", false)]
    [InlineData("2026-06-18", true)]
    [InlineData("2026-06-20", true)]
    [InlineData("2026-06-21", false)]
    [InlineData("2026-06-27", true)]
    [InlineData("2026-06-28", true)]
    public void Weekends_and_holidays_rest_and_adjusted_workdays_do_not(string day, bool rests) =>
        Assert.Equal(rests, Days.Contains(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-06-17", "2026-06-17")]
    [InlineData("2026-06-18", "2026-06-21")]
    [InlineData("2026-06-21", "2026-06-21")]
    [InlineData("2026-06-27", "2026-06-29")]
    public void The_next_workday_is_the_day_itself_or_the_first_after_it(string day, string next) =>
        Assert.Equal(DateOnly.Parse(next), Days.NextWorkday(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-06-17", "2026-06-17", 0)]
    [InlineData("2026-06-17", "2026-06-20", 0)]
    [InlineData("2026-06-17", "2026-06-22", 2)]
    [InlineData("2026-06-22", "2026-06-17", 0)]
    public void Workdays_are_counted_without_the_first_day_and_with_the_last(string from, string to, int days) =>
        Assert.Equal(days, Days.WorkdaysBetween(DateOnly.Parse(from), DateOnly.Parse(to)));
}
