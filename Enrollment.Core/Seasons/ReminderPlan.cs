using Enrollment.Collections;

namespace Enrollment.Seasons;

/// <summary>When reminders go out before a deadline (R3): 10:00 on the third-last day, 10:00 and 18:00 on the last.</summary>
public sealed record ReminderPlan
{
    public ValueList<ReminderTime> Times { get; init; } =
    [new(2, new TimeOnly(10, 0)), new(0, new TimeOnly(10, 0)), new(0, new TimeOnly(18, 0))];

    /// <summary>No reminder from this clock time on …</summary>
    public TimeOnly QuietFrom { get; init; } = new(22, 0);

    /// <summary>… until this one.</summary>
    public TimeOnly QuietUntil { get; init; } = new(8, 0);
}

/// <summary>A clock time so many days before the last day (0: on the last day itself).</summary>
public sealed record ReminderTime(int DaysBefore, TimeOnly At);
