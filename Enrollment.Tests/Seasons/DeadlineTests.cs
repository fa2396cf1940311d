using Enrollment.Seasons;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests.Seasons;

/// <summary>R2: five days by the Civil Code's counting, in China Standard Time.</summary>
public sealed class DeadlineTests
{
    private static readonly Season Season = SampleForm.Season;

    /// <summary>Times of receipt are given in UTC: 16:00 is midnight in China.</summary>
    [Theory]
    // Monday: the day of receipt does not count, so the fifth day is Saturday, and Monday is the next working day.
    [InlineData("2026-06-01T02:00:00Z", "2026-06-08")]
    // Tuesday: the fifth day is Sunday.
    [InlineData("2026-06-02T02:00:00Z", "2026-06-08")]
    [InlineData("2026-06-03T02:00:00Z", "2026-06-08")]
    [InlineData("2026-06-04T02:00:00Z", "2026-06-09")]
    // The last minute and the first of a day in China.
    [InlineData("2026-06-04T15:59:59Z", "2026-06-09")]
    [InlineData("2026-06-04T16:00:00Z", "2026-06-10")]
    public void The_clock_starts_the_day_after_receipt_and_ends_on_a_working_day(string receivedAt, string lastDay) =>
        Assert.Equal(DateOnly.Parse(lastDay), ChinaTime.DayEndingAt(Deadline.AfterReceipt(Season, At(receivedAt))));

    [Fact]
    public void The_first_instant_that_is_too_late_is_midnight_in_China() =>
        Assert.Equal(At("2026-06-09T16:00:00Z"), Deadline.AfterReceipt(Season, At("2026-06-04T02:00:00Z")));

    [Fact]
    public void A_holiday_moves_the_last_day_and_an_adjusted_workday_does_not()
    {
        var season = Season with
        {
            RestDays = new RestDays { Holidays = [new(2026, 6, 9), new(2026, 6, 10)], Workdays = [new(2026, 6, 13)] },
        };
        Assert.Equal(new DateOnly(2026, 6, 11), LastDay(season, "2026-06-04T02:00:00Z"));
        Assert.Equal(new DateOnly(2026, 6, 13), LastDay(season, "2026-06-08T02:00:00Z"));
    }

    [Fact]
    public void A_season_may_switch_the_moving_off() =>
        Assert.Equal(
            new DateOnly(2026, 6, 6),
            LastDay(Season with { MoveDeadlineOffRestDays = false }, "2026-06-01T02:00:00Z")
        );

    [Fact]
    public void A_season_may_give_another_number_of_days() =>
        Assert.Equal(new DateOnly(2026, 6, 3), LastDay(Season with { DaysToSubmit = 2 }, "2026-06-01T02:00:00Z"));

    [Theory]
    [InlineData("2026-06-24T02:00:00Z", "2026-06-29", false)]
    [InlineData("2026-06-25T02:00:00Z", "2026-06-30", false)]
    [InlineData("2026-06-26T02:00:00Z", "2026-06-30", true)]
    [InlineData("2026-07-20T02:00:00Z", "2026-06-30", true)]
    public void No_deadline_is_later_than_the_seasons(string receivedAt, string lastDay, bool isShortened)
    {
        Assert.Equal(DateOnly.Parse(lastDay), LastDay(Season, receivedAt));
        Assert.Equal(isShortened, Deadline.IsShortened(Season, At(receivedAt)));
    }

    [Theory]
    [InlineData("2026-07-01T02:00:00Z", "2026-07-06")]
    [InlineData("2026-07-09T02:00:00Z", "2026-07-14")]
    public void After_a_return_the_five_days_run_anew_and_whole(string receivedAt, string lastDay) =>
        Assert.Equal(DateOnly.Parse(lastDay), ChinaTime.DayEndingAt(Deadline.AfterReturn(Season, At(receivedAt))));

    private static DateOnly LastDay(Season season, string receivedAt) =>
        ChinaTime.DayEndingAt(Deadline.AfterReceipt(season, At(receivedAt)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);
}
