namespace Enrollment.Seasons;

/// <summary>
/// The five days (五日, guide 九.4; R2), counted by the Civil Code: the day of receipt does not count (art. 201), the
/// last day ends at 24:00, and a last day of rest moves to the next working day (art. 203).
/// </summary>
public static class Deadline
{
    /// <summary>
    /// The first instant that is too late: 00:00 China Standard Time after the last day, which is never later than the
    /// season's 填报截止.
    /// </summary>
    public static DateTimeOffset AfterReceipt(Season season, DateTimeOffset receivedAt) =>
        ChinaTime.EndOf(Earlier(LastDay(season, receivedAt), season.Calendar.SubmissionCloses));

    /// <summary>
    /// For a returned application the same count, and always whole (R10: its new five-day clock): by the time of a
    /// return 填报截止 is often over, and the desk returns applications after 审核截止.
    /// </summary>
    public static DateTimeOffset AfterReturn(Season season, DateTimeOffset receivedAt) =>
        ChinaTime.EndOf(LastDay(season, receivedAt));

    /// <summary>Whether an account opened now gets fewer than the full days before 填报截止 (R17: a warning to staff).</summary>
    public static bool IsShortened(Season season, DateTimeOffset openedAt) =>
        LastDay(season, openedAt) > season.Calendar.SubmissionCloses;

    private static DateOnly LastDay(Season season, DateTimeOffset receivedAt)
    {
        var last = ChinaTime.DateOf(receivedAt).AddDays(season.DaysToSubmit);
        return season.MoveDeadlineOffRestDays ? season.RestDays.NextWorkday(last) : last;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
