namespace Enrollment.Seasons;

/// <summary>China Standard Time: UTC+8 all year (no summer time since 1991).</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar day that it is in China.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The clock time that it is in China.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);

    /// <summary>24:00 of a day, which is 00:00 of the next: the first instant that is too late (Civil Code art. 203).</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>The day that ends at an instant from <see cref="EndOf"/>.</summary>
    public static DateOnly DayEndingAt(DateTimeOffset end) => DateOf(end.AddTicks(-1));
}
