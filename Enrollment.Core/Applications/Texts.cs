using Enrollment.Collections;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <summary>The messages of the lifecycle with their variables (R15), kept out of the quiet hours where they can wait (R3).</summary>
internal static class Texts
{
    /// <summary>Sent at once: it only goes out when staff open the account.</summary>
    public static Event.TextQueued Confirmation(Season season, Account account, Context context) =>
        Queue(context, TextTemplate.Confirmation, Basic(season, account));

    public static Event.TextQueued Reminder(
        Season season,
        Application application,
        DateTimeOffset deadline,
        Context context
    ) =>
        Queue(
            context,
            TextTemplate.Reminder,
            [.. Basic(season, application.OpenedAccount), new("deadline", DayText(deadline))]
        );

    public static Event.TextQueued OfResult(
        Season season,
        Application application,
        TextTemplate template,
        Context context
    ) =>
        Queue(context, template, Basic(season, application.OpenedAccount)) with
        {
            NotBefore = AfterQuietHours(season.Reminders, context.Now),
        };

    public static Event.TextQueued Approved(Season season, Application application, Context context) =>
        OfResult(season, application, TextTemplate.Approved, context) with
        {
            Variables =
            [
                .. Basic(season, application.OpenedAccount),
                new("from", DayText(season.Calendar.OnSiteFrom)),
                new("to", DayText(season.Calendar.OnSiteTo)),
                new("place", season.Calendar.OnSitePlace),
            ],
        };

    public static Event.TextQueued DeadlineMoved(
        Season season,
        Application application,
        DateTimeOffset deadline,
        Context context
    ) =>
        OfResult(season, application, TextTemplate.DeadlineMoved, context) with
        {
            Variables = [.. Basic(season, application.OpenedAccount), new("deadline", DayText(deadline))],
        };

    /// <summary>The same words; the confirmation at once, as when it was first sent.</summary>
    public static Event.TextQueued Again(Season season, MessageState message, Context context) =>
        Queue(context, message.Template, message.Variables) with
        {
            NotBefore =
                message.Template == TextTemplate.Confirmation ? null : AfterQuietHours(season.Reminders, context.Now),
        };

    /// <summary>The instant itself outside the quiet hours, or their end.</summary>
    public static DateTimeOffset? AfterQuietHours(ReminderPlan plan, DateTimeOffset now)
    {
        var (day, time) = (ChinaTime.DateOf(now), ChinaTime.TimeOf(now));
        return time < plan.QuietUntil ? ChinaTime.At(day, plan.QuietUntil)
            : time >= plan.QuietFrom ? ChinaTime.At(day.AddDays(1), plan.QuietUntil)
            : null;
    }

    private static Event.TextQueued Queue(Context context, TextTemplate template, ValueList<TextVariable> variables) =>
        new(context.NewId(), template, variables);

    private static ValueList<TextVariable> Basic(Season season, Account account) =>
        [new("name", account.Name), new("branch", season.BranchName), new("year", $"{season.Year}")];

    private static string DayText(DateTimeOffset deadline) => $"{DayText(ChinaTime.DayEndingAt(deadline))}24时";

    private static string DayText(DateOnly day) => $"{day.Month}月{day.Day}日";
}
