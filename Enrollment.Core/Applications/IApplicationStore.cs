using Enrollment.Collections;
using Enrollment.Sealing;

namespace Enrollment.Applications;

/// <summary>
/// Where applications are kept: the log of events, the state, the effects and the next wake, all of one command in one
/// transaction (DESIGN §3). Personal data is sealed at rest.
/// </summary>
public interface IApplicationStore
{
    Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken);

    /// <summary>Appends what one command decided, if the application is still at the expected version.</summary>
    Task<CommitResult> CommitAsync(Commit commit, CancellationToken cancellationToken);

    /// <summary>Every event of an application, oldest first; empty for one that is not there.</summary>
    Task<IReadOnlyList<Happened>> ReadEventsAsync(ApplicationId id, CancellationToken cancellationToken);

    /// <summary>Effects that may be attempted: pending and due, or claimed with a lease that has run out.</summary>
    Task<IReadOnlyList<EffectAttempt>> DueEffectsAsync(
        ApplicationId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Claims an effect for one attempt until the lease ends; durable before it returns. Null when another has it, or
    /// it is over.
    /// </summary>
    Task<EffectAttempt?> ClaimEffectAsync(
        ApplicationId id,
        string key,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    );

    /// <summary>Records how the claimed attempt ended; without effect when the claim was lost to another.</summary>
    Task FinishEffectAsync(
        ApplicationId id,
        EffectAttempt attempt,
        EffectOutcome outcome,
        CancellationToken cancellationToken
    );

    /// <summary>When this application next needs attention: its wake or an effect, whichever comes first.</summary>
    Task<DateTimeOffset?> NextWakeAsync(ApplicationId id, CancellationToken cancellationToken);

    /// <summary>Applications whose wake or effect is due, the longest overdue first.</summary>
    Task<IReadOnlyList<ApplicationId>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The earliest wake or effect of all, or null when nothing is to come.</summary>
    Task<DateTimeOffset?> EarliestWakeAsync(CancellationToken cancellationToken);

    /// <summary>Makes every application of a season due now: its settings have changed, and wakes are computed from them.</summary>
    Task WakeAllAsync(string season, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The latest instant of any commit: the clock never runs behind it (R2).</summary>
    Task<DateTimeOffset> HighWaterAsync(CancellationToken cancellationToken);

    /// <summary>Reserves so many consecutive application numbers of a season; answers the first. Gaps are harmless.</summary>
    Task<int> ReserveNumbersAsync(string season, int count, CancellationToken cancellationToken);

    /// <summary>Effects that were set aside after too many failures, or whose end nobody knows, for the staff's list.</summary>
    Task<IReadOnlyList<StuckEffect>> StuckEffectsAsync(int limit, CancellationToken cancellationToken);
}

/// <summary>A state with its version: the number of its events.</summary>
public sealed record StoredApplication(Application Application, long Version)
{
    /// <summary>What the state was sealed with, for the commit that follows; null where the store looks it up again.</summary>
    public DataKey? Key { get; init; }

    /// <summary>By what is stored, not by the instance of its key.</summary>
    public bool Equals(StoredApplication? other) =>
        other is not null && Version == other.Version && Application == other.Application;

    public override int GetHashCode() => HashCode.Combine(Application, Version);
}

/// <summary>What one command decided.</summary>
public sealed record Commit
{
    /// <summary>0 for an application that is being opened.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>That of the application as it was read, if it came with it.</summary>
    public DataKey? Key { get; init; }

    public required Application State { get; init; }

    public required ValueList<Happened> Events { get; init; }

    public ValueList<PlannedEffect> Effects { get; init; } = [];

    /// <summary>The next instant at which time alone changes something; null for none.</summary>
    public DateTimeOffset? Wake { get; init; }

    /// <summary>The instant of the decision, for the high-water mark.</summary>
    public required DateTimeOffset Now { get; init; }
}

public enum CommitResult
{
    Committed,

    /// <summary>Somebody else wrote first; load, decide and commit again.</summary>
    Conflict,

    /// <summary>Another application of the season has this phone.</summary>
    PhoneTaken,

    /// <summary>Another application of the season has this identity number.</summary>
    IdentityNumberTaken,
}

/// <summary>An effect and how often it was tried; the number of the attempt is what a claim is finished by.</summary>
/// <param name="WasInterrupted">An earlier attempt was claimed and never finished: the process fell in between (R15).</param>
public sealed record EffectAttempt(string Key, Effect Effect, int Attempt, bool WasInterrupted);

/// <summary>How an attempt ended.</summary>
public abstract record EffectOutcome
{
    private EffectOutcome() { }

    public sealed record Done : EffectOutcome;

    /// <summary>To be tried again from then on.</summary>
    public sealed record Retry(DateTimeOffset At, string Why) : EffectOutcome;

    /// <summary>Set aside for staff.</summary>
    public sealed record Failed(string Why) : EffectOutcome;

    /// <summary>The process fell between doing and recording, and doing it twice would show (R15).</summary>
    public sealed record Unknown : EffectOutcome;
}

public sealed record StuckEffect(ApplicationId Application, string Key, Effect Effect, string Why);
