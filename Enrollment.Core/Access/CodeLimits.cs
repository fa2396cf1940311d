using Enrollment.Seasons;

namespace Enrollment.Access;

/// <summary>How often one phone may be sent a sign-in code: one a minute, ten a day of China Standard Time (R1).</summary>
/// <param name="LastTicks">When the last was granted, UTC ticks.</param>
/// <param name="Day">The day that is counted.</param>
/// <param name="Granted">How many on that day.</param>
public sealed record CodeLimits(long LastTicks, int Day, int Granted)
{
    public static CodeLimits None { get; } = new(0, 0, 0);

    private const int MostADay = 10;
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(1);

    /// <summary>Whether one more is granted now, and what is counted then.</summary>
    public (CodeGrant Grant, CodeLimits After) Ask(DateTimeOffset now)
    {
        var today = ChinaTime.DateOf(now).DayNumber;
        var granted = Day == today ? Granted : 0;
        return now.UtcTicks - LastTicks < LeastPause.Ticks ? (CodeGrant.TooSoon, this)
            : granted >= MostADay ? (CodeGrant.TooMany, this)
            : (CodeGrant.Granted, new CodeLimits(now.UtcTicks, today, granted + 1));
    }
}
