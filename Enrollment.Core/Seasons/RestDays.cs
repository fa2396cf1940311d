using Enrollment.Collections;

namespace Enrollment.Seasons;

/// <summary>
/// Statutory days of rest: weekends and the State Council's holidays, adjusted workdays (调休上班) taken out.
/// </summary>
public sealed record RestDays
{
    /// <summary>Days off by the State Council's notice.</summary>
    public ValueList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Weekend days that are worked by the same notice.</summary>
    public ValueList<DateOnly> Workdays { get; init; } = [];

    public bool Contains(DateOnly day) =>
        !Workdays.Contains(day) && (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains(day));

    /// <summary>The day itself when it is worked, or the next that is.</summary>
    public DateOnly NextWorkday(DateOnly day)
    {
        while (Contains(day))
        {
            day = day.AddDays(1);
        }
        return day;
    }

    /// <summary>Workdays after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            days += Contains(day) ? 0 : 1;
        }
        return days;
    }
}
