namespace Enrollment.Operation;

/// <summary>When the host's runner last looked at what is due; null in a host that has none.</summary>
public sealed class RunnerPulse
{
    private long _ticks;

    public DateTimeOffset? LastRound =>
        Interlocked.Read(ref _ticks) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Beat(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);
}
