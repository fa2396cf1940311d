using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// The server's time, in China Standard Time. It never runs behind the latest commit (R2): a clock set back does not
/// open a deadline again.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private long _highWaterTicks;

    public DateTimeOffset Now
    {
        get
        {
            var ticks = Math.Max(time.GetUtcNow().UtcTicks, Interlocked.Read(ref _highWaterTicks));
            return new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(ChinaTime.Offset);
        }
    }

    /// <summary>How far the machine's own time lies before the latest commit; zero when it does not.</summary>
    public TimeSpan Behind =>
        TimeSpan.FromTicks(Math.Max(0, Interlocked.Read(ref _highWaterTicks) - time.GetUtcNow().UtcTicks));

    /// <summary>Remembers an instant that was committed, now or before a restart.</summary>
    public void Observe(DateTimeOffset instant)
    {
        long seen;
        while ((seen = Interlocked.Read(ref _highWaterTicks)) < instant.UtcTicks)
        {
            Interlocked.CompareExchange(ref _highWaterTicks, instant.UtcTicks, seen);
        }
    }
}
