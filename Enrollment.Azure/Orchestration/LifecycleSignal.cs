namespace Enrollment.Azure.Orchestration;

/// <summary>
/// Tells an application's orchestration that something changed: schedule it if there is none, else raise "changed"
/// (DESIGN §3). A generation begins by looking, so that one that was scheduled need not be told.
/// </summary>
public static class LifecycleSignal
{
    /// <summary>The event; it carries nothing.</summary>
    public const string Changed = "changed";

    /// <summary>How often an orchestration may end between the two steps before the sweep is left to find it.</summary>
    private const int Attempts = 3;

    /// <param name="start">Schedules a new orchestration where none runs; the answer says whether it did.</param>
    /// <param name="raise">Raises the event; the answer says whether anybody was there to take it.</param>
    /// <returns>Whether it was told. If not, it ended again and again in between, and whatever is due is swept.</returns>
    public static async Task<bool> SendAsync(Func<Task<StartAnswer>> start, Func<Task<RaiseAnswer>> raise)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await start() == StartAnswer.Started || await raise() == RaiseAnswer.Raised)
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>What the host says when an orchestration is to be scheduled.</summary>
public enum StartAnswer
{
    Started,

    /// <summary>OrchestrationAlreadyExists: one of this id is pending or running.</summary>
    AlreadyRuns,
}

/// <summary>What the host says when an event is raised.</summary>
public enum RaiseAnswer
{
    Raised,

    /// <summary>NotFound: there is no orchestration of this id.</summary>
    Missing,

    /// <summary>FailedPrecondition: it has ended.</summary>
    Finished,
}
