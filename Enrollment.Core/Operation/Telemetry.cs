using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Enrollment.Operation;

/// <summary>
/// What the system tells of its own work, under one name for traces and measures. Labels come from closed lists; the id of
/// an application stands in traces alone, and nothing about a person anywhere.
/// </summary>
public static class Telemetry
{
    public const string Name = "Enrollment";

    /// <summary>The tag of a trace that names an application; never a label of a measure.</summary>
    public const string ApplicationTag = "enrollment.application";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "enrollment.commands",
        "{command}",
        "Commands, accepted or refused with a code."
    );

    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "enrollment.commands.conflicts",
        "{conflict}",
        "Commands decided anew because somebody else wrote first."
    );

    private static readonly Counter<long> Events = Meter.CreateCounter<long>(
        "enrollment.events",
        "{event}",
        "Committed events by kind: submissions, approvals, payments, refunds, lapses."
    );

    private static readonly Histogram<double> Commits = Meter.CreateHistogram<double>(
        "enrollment.commit.duration",
        "s",
        "From handing a commit to the store until it is on disk."
    );

    private static readonly Histogram<double> Effects = Meter.CreateHistogram<double>(
        "enrollment.effect.duration",
        "s",
        "One attempt at an effect, by kind and by how it ended."
    );

    private static readonly Histogram<double> LineCalls = Meter.CreateHistogram<double>(
        "enrollment.line.duration",
        "s",
        "One call to the text gateway or a payment provider."
    );

    private static readonly Counter<long> Texts = Meter.CreateCounter<long>(
        "enrollment.texts",
        "{text}",
        "Text messages by template and by the state that they came to."
    );

    private static readonly Histogram<double> Inspections = Meter.CreateHistogram<double>(
        "enrollment.inspection.duration",
        "s",
        "Inspecting one image."
    );

    private static readonly Histogram<long> Uploads = Meter.CreateHistogram<long>(
        "enrollment.upload.size",
        "By",
        "Bytes of one upload."
    );

    private static readonly Counter<long> SignIns = Meter.CreateCounter<long>(
        "enrollment.sign_ins",
        "{sign-in}",
        "Sign-ins, done or failed."
    );

    private static readonly Histogram<long> GroupSizes = Meter.CreateHistogram<long>(
        "enrollment.store.group.size",
        "{job}",
        "Jobs that share one transaction of the SQLite writer."
    );

    private static readonly Histogram<double> Groups = Meter.CreateHistogram<double>(
        "enrollment.store.group.duration",
        "s",
        "One transaction of the SQLite writer, its fsync included."
    );

    private static readonly Counter<long> StoreFaults = Meter.CreateCounter<long>(
        "enrollment.store.faults",
        "{fault}",
        "Calls that the store could not serve."
    );

    public static void Commanded(string command, string outcome) =>
        Commands.Add(1, new("command", command), new("outcome", outcome));

    public static void Conflicted(string command) =>
        Conflicts.Add(1, new KeyValuePair<string, object?>("command", command));

    public static void Happened(string what) => Events.Add(1, new KeyValuePair<string, object?>("event", what));

    public static void Committed(long began) => Commits.Record(SecondsSince(began));

    public static void Attempted(string effect, string outcome, long began) =>
        Effects.Record(SecondsSince(began), new("effect", effect), new("outcome", outcome));

    public static void Called(string line, string outcome, long began) =>
        LineCalls.Record(SecondsSince(began), new("line", line), new("outcome", outcome));

    public static void Texted(string template, string state) =>
        Texts.Add(1, new("template", template), new("state", state));

    public static void Inspected(string slot, bool isAccepted, int bytes, long began)
    {
        Inspections.Record(SecondsSince(began), new("slot", slot), new("accepted", isAccepted));
        Uploads.Record(bytes, new KeyValuePair<string, object?>("slot", slot));
    }

    public static void SignedIn(string who, bool isDone) =>
        SignIns.Add(1, new("who", who), new("outcome", isDone ? "done" : "failed"));

    public static void GroupWritten(int jobs, bool isDone, long began)
    {
        GroupSizes.Record(jobs);
        Groups.Record(SecondsSince(began), new KeyValuePair<string, object?>("outcome", isDone ? "done" : "failed"));
    }

    public static void StoreFailed(string fault) =>
        StoreFaults.Add(1, new KeyValuePair<string, object?>("fault", fault));

    /// <summary>The instant at which a duration begins; only these methods read it.</summary>
    public static long Begin() => Stopwatch.GetTimestamp();

    private static double SecondsSince(long began) => Stopwatch.GetElapsedTime(began).TotalSeconds;
}
