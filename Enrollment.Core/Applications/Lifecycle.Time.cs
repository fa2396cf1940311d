using Enrollment.Collections;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <content>What time alone does: reminders, deadlines, the calendar (R2, R3, R17).</content>
public static partial class Lifecycle
{
    /// <summary>An upload that was opened and never sent is forgotten after this long.</summary>
    public static readonly TimeSpan UploadPatience = TimeSpan.FromDays(1);

    /// <summary>When time alone next changes something, or null. Every host waits for this instant and then catches up.</summary>
    public static DateTimeOffset? NextWake(Season season, Application application)
    {
        var stage = application.Stage switch
        {
            Stage.Invited or Stage.Returned { Deadline: null } => ReceiptOverdueAt(season, application),
            Stage.Draft draft => DueReminderOrDeadline(season, application, draft.Deadline),
            Stage.Returned { Deadline: { } deadline } => DueReminderOrDeadline(season, application, deadline),
            // Money that may be on its way is waited for: its order ends first (R13).
            Stage.OriginalsVerified when application.OpenOrder is not null => null,
            Stage.Approved or Stage.Printed or Stage.OriginalsVerified => CalendarEnd(season, application),
            _ => null,
        };
        ValueList<DateTimeOffset?> wakes =
        [
            stage,
            .. application
                .Images.Where(image => image.ReceivedAt is null)
                .Select(image => (DateTimeOffset?)(image.OpenedAt + UploadPatience)),
        ];
        return wakes.Min();
    }

    private static Decision.Accepted CatchUp(Season season, Application application, Context context)
    {
        ValueList<Event> stale =
        [
            .. application
                .Images.Where(image => image.ReceivedAt is null && context.Now >= image.OpenedAt + UploadPatience)
                .Select(image => new Event.ImageRemoved(image.Id)),
        ];
        var due = application.Stage switch
        {
            Stage.Invited or Stage.Returned { Deadline: null } => DueReceipt(season, application, context),
            Stage.Draft draft => DueByDeadline(season, application, draft.Deadline, context),
            Stage.Returned { Deadline: { } deadline } => DueByDeadline(season, application, deadline, context),
            Stage.Approved or Stage.Printed when IsSeasonOver(season, application, context.Now) => Lapsed(
                season,
                application,
                Lapse.NotOnSite,
                context
            ),
            Stage.OriginalsVerified
                when application.OpenOrder is null && IsSeasonOver(season, application, context.Now) => Lapsed(
                season,
                application,
                Lapse.NotPaid,
                context
            ),
            _ => [],
        };
        return new Decision.Accepted(stale.AddRange(due));
    }

    private static ValueList<Event> Lapsed(Season season, Application application, Lapse lapse, Context context) =>
        [new Event.Abandoned(lapse), Texts.OfResult(season, application, TextTemplate.Abandoned, context)];

    private static DateTimeOffset? ReceiptOverdueAt(Season season, Application application) =>
        AwaitedMessage(application) is { } message && !application.IsReceiptMissing
            ? message.QueuedAt + season.ReceiptWait
            : null;

    private static MessageState? AwaitedMessage(Application application) =>
        application.Messages.LastOrDefault(message => StartsTheClock(application, message));

    private static ValueList<Event> DueReceipt(Season season, Application application, Context context) =>
        ReceiptOverdueAt(season, application) <= context.Now
            ? [new Event.ReceiptMissed(AwaitedMessage(application)!.Id)]
            : [];

    private static DateTimeOffset DueReminderOrDeadline(Season season, Application application, DateTimeOffset deadline)
    {
        ValueList<DateTimeOffset> instants = [.. PendingReminders(season, application, deadline), deadline];
        return instants.Min();
    }

    /// <summary>
    /// Reminders that apply to this deadline and were not dealt with: those whose hour was over before the clock ran are
    /// not owed to anybody.
    /// </summary>
    private static IEnumerable<DateTimeOffset> PendingReminders(
        Season season,
        Application application,
        DateTimeOffset deadline
    )
    {
        var lastDay = ChinaTime.DayEndingAt(deadline);
        return season
            .Reminders.Times.Select(time => ChinaTime.At(lastDay.AddDays(-time.DaysBefore), time.At))
            .Where(at => at > application.ClockSince && !application.Reminded.Contains(at));
    }

    /// <summary>
    /// The deadline first: past it nothing else matters. After a standstill, reminders that came due together go out as
    /// one text, and none that could only arrive after the deadline.
    /// </summary>
    private static ValueList<Event> DueByDeadline(
        Season season,
        Application application,
        DateTimeOffset deadline,
        Context context
    )
    {
        if (context.Now >= deadline)
        {
            return Lapsed(season, application, Lapse.NotSubmitted, context);
        }

        var due = PendingReminders(season, application, deadline)
            .Where(at => at <= context.Now)
            .Order()
            .Select(Event (at) => new Event.Reminded(at))
            .ToValueList();
        var sendAt = Texts.AfterQuietHours(season.Reminders, context.Now);
        return due.Count == 0 || sendAt >= deadline
            ? due
            : due.Add(Texts.Reminder(season, application, deadline, context) with { NotBefore = sendAt });
    }

    /// <summary>
    /// The end of the on-site days, or of payment, unless staff gave this person another (R17). Time given for the desk
    /// holds for the payment too, and never shortens it.
    /// </summary>
    private static DateTimeOffset? CalendarEnd(Season season, Application application) =>
        application.Stage switch
        {
            Stage.Approved approved => approved.Until ?? ChinaTime.EndOf(season.Calendar.OnSiteTo),
            Stage.Printed printed => printed.Until ?? ChinaTime.EndOf(season.Calendar.OnSiteTo),
            Stage.OriginalsVerified verified => Later(verified.Until, ChinaTime.EndOf(season.Calendar.PaymentCloses)),
            _ => null,
        };

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset other) => new[] { one, other }.Max();

    private static bool IsSeasonOver(Season season, Application application, DateTimeOffset now) =>
        now >= CalendarEnd(season, application);

    private static Decision Extend(
        Season season,
        Application application,
        Command.ExtendDeadline extend,
        Context context
    )
    {
        var deadline = ChinaTime.EndOf(extend.LastDay);
        return application.Stage is Stage.Returned { Deadline: null } ? Refuse(RefusalCode.NotInThisStage)
            : IsLate(application, context.Now) ? Refuse(RefusalCode.DeadlinePassed)
            : IsSeasonOver(season, application, context.Now) ? Refuse(RefusalCode.SeasonOver)
            : deadline <= context.Now ? Refuse(RefusalCode.DayIsPast)
            : WithReason(
                extend.Reason,
                new Event.DeadlineExtended(deadline, extend.Reason),
                Texts.DeadlineMoved(season, application, deadline, context)
            );
    }

    /// <summary>Back to the stage before: the form whole, what was returned, or the way to the desk, with a new deadline.</summary>
    private static Decision Reopen(Season season, Application application, Command.Reopen reopen, Context context)
    {
        var deadline = ChinaTime.EndOf(reopen.LastDay);
        var was = application.Stage switch
        {
            Stage.Abandoned abandoned => abandoned.Was,
            Stage.Rejected rejected => rejected.Was,
            Stage.Withdrawn withdrawn => withdrawn.Was,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Stage to = was switch
        {
            Stage.Returned returned => returned with { Deadline = deadline },
            Stage.Approved or Stage.Printed or Stage.OriginalsVerified or Stage.Paid => new Stage.Printed(deadline),
            _ => new Stage.Draft(deadline),
        };
        return deadline <= context.Now
            ? Refuse(RefusalCode.DayIsPast)
            : WithReason(
                reopen.Reason,
                new Event.Reopened(to, reopen.Reason),
                Texts.DeadlineMoved(season, application, deadline, context)
            );
    }
}
