namespace Enrollment.Azure.Orchestration;

/// <summary>
/// One generation of an application's orchestration (DESIGN §3), told from the runtime that keeps it. Everything that it
/// does stands behind the delegates, so that it is replayed alike and tested without that runtime.
/// </summary>
public static class LifecycleLoop
{
    /// <summary>What is due and could not be done just now is looked at again after this long, not at once.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>When the wait for a wake ends: at the wake, but never at once.</summary>
    public static DateTimeOffset EndOfWait(DateTimeOffset wake, DateTimeOffset now) =>
        wake > now + Rest ? wake : now + Rest;

    /// <param name="advance">Does what is due and answers with the next wake, or null when none is left.</param>
    /// <param name="wait">Waits for "changed" or the wake, whichever comes first, and lets go of the other.</param>
    /// <param name="continueAsNew">Begins the next generation, without the history of this one.</param>
    public static async Task RunAsync(
        Func<Task<DateTimeOffset?>> advance,
        Func<DateTimeOffset, Task> wait,
        Action continueAsNew
    )
    {
        // First, whatever woke it: a "changed" that was lost before costs only delay.
        if (await advance() is not { } wake)
        {
            return;
        }
        await wait(wake);
        continueAsNew();
    }
}
