using System.Collections.Concurrent;
using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Server.Simulation;

/// <summary>What must be true of every season, checked on the record of one application at a time (DESIGN §8).</summary>
internal sealed class Invariants(Season season, IReadOnlyDictionary<string, int> handovers)
{
    private readonly ConcurrentDictionary<string, int> _broken = new(StringComparer.Ordinal);

    /// <summary>The statements, in the order in which they are printed, with how often each did not hold.</summary>
    public IReadOnlyList<(string Statement, int Broken)> Results =>
        [.. Statements.Select(statement => (statement, _broken.GetValueOrDefault(statement)))];

    private const string NobodyLate = "nobody submitted after the deadline";
    private const string OneText = "no text was handed over twice";
    private const string OneReminder = "each reminder went out at most once";
    private const string QuietNights = "nothing but confirmations and codes was sent between 22:00 and 08:00";
    private const string PaidIsWhole = "everyone paid has papers, a settled ledger and one payment of the fee in force";
    private const string PaidWasVerified = "nobody paid without verified originals";
    private const string ApprovedHasPapers = "everyone approved has the three papers";
    private const string FoldsToState = "every chain of events folds to its stored state";

    public static IReadOnlyList<string> Statements { get; } =
    [NobodyLate, OneText, OneReminder, QuietNights, PaidIsWhole, PaidWasVerified, ApprovedHasPapers, FoldsToState];

    public void Check(Application stored, IReadOnlyList<Happened> events)
    {
        var state = Application.Unopened(stored.Id);
        var reminded = new HashSet<(DateTimeOffset?, DateTimeOffset)>();
        foreach (var happened in events)
        {
            switch (happened.Event)
            {
                case Event.Submitted:
                    Hold(NobodyLate, DeadlineOf(state) > happened.At);
                    break;
                case Event.Reminded reminder:
                    Hold(OneReminder, reminded.Add((DeadlineOf(state), reminder.DueAt)));
                    break;
                case Event.TextQueued text:
                    Hold(OneText, handovers.GetValueOrDefault(text.MessageId) <= 1);
                    Hold(
                        QuietNights,
                        text.Template == TextTemplate.Confirmation || IsDay(text.NotBefore ?? happened.At)
                    );
                    break;
                case Event.PaymentSettled:
                    Hold(PaidWasVerified, state.Stage is Stage.OriginalsVerified);
                    break;
            }
            state = Lifecycle.Evolve(state, happened);
        }

        Hold(FoldsToState, state == stored);
        Hold(PaidIsWhole, stored.Stage is not Stage.Paid || IsWhole(stored));
        Hold(
            ApprovedHasPapers,
            stored.Stage is not (Stage.Approved or Stage.Printed or Stage.OriginalsVerified or Stage.Paid)
                || stored.Papers?.Made.Count == 3
        );
    }

    private void Hold(string statement, bool holds)
    {
        if (!holds)
        {
            _broken.AddOrUpdate(statement, 1, (_, times) => times + 1);
        }
    }

    private static DateTimeOffset? DeadlineOf(Application application) =>
        application.Stage switch
        {
            Stage.Draft draft => draft.Deadline,
            Stage.Returned returned => returned.Deadline,
            _ => null,
        };

    private bool IsDay(DateTimeOffset instant)
    {
        var time = ChinaTime.TimeOf(instant);
        return time >= season.Reminders.QuietUntil && time < season.Reminders.QuietFrom;
    }

    private bool IsWhole(Application application) =>
        application.Papers is { Made.Count: 3 }
        && OriginalRules.AllItems.All(item =>
            application.Originals.Any(row => row.Item == item && row.Result != OriginalResult.Owed)
        )
        && application.Payments.Where(payment => payment.IsInForce).ToList() is [var payment]
        && payment.AmountFen == season.FeeFen;
}
