using Enrollment.Applications;
using Enrollment.Collections;

namespace Enrollment.Operation;

/// <summary>How the system stands at one moment, in numbers that name nobody.</summary>
public sealed record Readings
{
    public required DateTimeOffset At { get; init; }

    public required string Version { get; init; }

    public required StoreReading Store { get; init; }

    /// <summary>How far the machine's clock runs behind the latest commit (R2); zero when it does not.</summary>
    public TimeSpan ClockBehind { get; init; }

    /// <summary>When the runner last looked at what is due; null where another drives time.</summary>
    public DateTimeOffset? RunnerRound { get; init; }

    /// <summary>Applications with something due that has not been done, up to a bound.</summary>
    public int Overdue { get; init; }

    /// <summary>How long the longest of them has waited.</summary>
    public TimeSpan OverdueFor { get; init; }

    /// <summary>Effects that were set aside, by kind, up to a bound.</summary>
    public ValueList<Tally> Stuck { get; init; } = [];

    /// <summary>Texts of the last 24 hours that failed, up to a bound.</summary>
    public int TextsFailed { get; init; }

    /// <summary>Texts of the last 24 hours whose end nobody knows (R15), up to a bound.</summary>
    public int TextsUnknown { get; init; }

    public ValueList<LineReading> Lines { get; init; } = [];

    /// <summary>The open season's applications by stage.</summary>
    public ValueList<StageTally> Stages { get; init; } = [];

    /// <summary>Confirmations without a receipt (R2), up to a bound.</summary>
    public int ReceiptsMissing { get; init; }

    /// <summary>Applications with money that is to go back (R13), up to a bound.</summary>
    public int RefundsDue { get; init; }

    /// <summary>The day whose statements were last compared with the ledger by the system itself.</summary>
    public DateOnly? ComparedDay { get; init; }

    /// <summary>What did not agree on it.</summary>
    public int Differences { get; init; }

    /// <summary>Ended applications whose time for deletion has come (R16).</summary>
    public int ErasuresDue { get; init; }
}

/// <param name="What">The kind of an effect: "SendText".</param>
public sealed record Tally(string What, int Count);

public sealed record StageTally(StageName Stage, int Applications);
