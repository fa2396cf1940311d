using System.Diagnostics.Metrics;
using Enrollment.Api.Operation;
using Enrollment.Materials;
using Enrollment.Operation;

namespace Enrollment.Server.Operation;

/// <summary>What the watch last saw, as measures. Nothing is reported before its first look.</summary>
internal sealed class Gauges
{
    private readonly OperationWatch _watch;

    public Gauges(IMeterFactory meters, OperationWatch watch)
    {
        _watch = watch;
        var meter = meters.Create(Telemetry.Name);
        Add(meter, "enrollment.applications", "{application}", "Applications of the open season by stage.", Stages);
        Add(meter, "enrollment.alarms", "{alarm}", "1 while the alarm is raised, 0 while it is not.", Raised);
        Add(meter, "enrollment.effects.stuck", "{effect}", "Effects that were set aside, by kind.", Stuck);
        Add(
            meter,
            "enrollment.texts.failed",
            "{text}",
            "Texts of the last 24 hours that failed or ended unknown.",
            Texts
        );
        Add(meter, "enrollment.line.faults", "{call}", "Calls in a row without an answer.", Faults);
        Number(
            meter,
            "enrollment.overdue",
            "{application}",
            "Applications with something due, up to 200.",
            now => now.Overdue
        );
        Number(
            meter,
            "enrollment.overdue.age",
            "s",
            "How long the longest of them has waited.",
            now => now.OverdueFor.TotalSeconds
        );
        Number(
            meter,
            "enrollment.clock.behind",
            "s",
            "How far the machine's clock is behind the latest commit.",
            now => now.ClockBehind.TotalSeconds
        );
        Number(
            meter,
            "enrollment.receipts.missing",
            "{application}",
            "Confirmations without a receipt.",
            now => now.ReceiptsMissing
        );
        Number(
            meter,
            "enrollment.refunds.due",
            "{application}",
            "Applications with money that is to go back.",
            now => now.RefundsDue
        );
        Number(
            meter,
            "enrollment.erasures.due",
            "{application}",
            "Ended applications whose time for deletion has come.",
            now => now.ErasuresDue
        );
        Number(meter, "enrollment.store.size", "By", "The database on disk.", now => now.Store.Bytes);
        Number(meter, "enrollment.disk.free", "By", "Free on the data's disk.", now => now.Store.FreeBytes);
        Number(
            meter,
            "enrollment.backup.age",
            "s",
            "Since the last backup.",
            now => (now.At - now.Store.LastBackup)?.TotalSeconds
        );
        Number(
            meter,
            "enrollment.runner.age",
            "s",
            "Since the runner last looked at what is due.",
            now => (now.At - now.RunnerRound)?.TotalSeconds
        );
    }

    private void Add(
        Meter meter,
        string name,
        string unit,
        string description,
        Func<Readings, IEnumerable<Measurement<double>>> read
    ) => meter.CreateObservableGauge(name, () => _watch.Latest is { } now ? read(now) : [], unit, description);

    private void Number(Meter meter, string name, string unit, string description, Func<Readings, double?> read) =>
        Add(meter, name, unit, description, now => read(now) is { } value ? [new(value)] : []);

    private static IEnumerable<Measurement<double>> Stages(Readings now) =>
        now.Stages.Select(one => Labelled(one.Applications, "stage", WireName.Of(one.Stage)));

    private IEnumerable<Measurement<double>> Raised(Readings now)
    {
        var raised = _watch.AlarmsOf(now).Select(alarm => alarm.Code).ToHashSet();
        return Enum.GetValues<AlarmCode>()
            .Select(code => Labelled(raised.Contains(code) ? 1 : 0, "code", WireName.Of(code)));
    }

    private static IEnumerable<Measurement<double>> Stuck(Readings now) =>
        now.Stuck.Select(tally => Labelled(tally.Count, "effect", tally.What));

    private static IEnumerable<Measurement<double>> Texts(Readings now) =>
        [Labelled(now.TextsFailed, "state", "failed"), Labelled(now.TextsUnknown, "state", "unknown")];

    private static IEnumerable<Measurement<double>> Faults(Readings now) =>
        now.Lines.Select(line => Labelled(line.FaultsInARow, "line", WireName.Of(line.Line)));

    private static Measurement<double> Labelled(double value, string label, string what) =>
        new(value, new KeyValuePair<string, object?>(label, what));
}
