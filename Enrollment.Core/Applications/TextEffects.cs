using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <summary>Carries out <see cref="Effect.SendText"/> (R15): never twice by itself where twice would show.</summary>
public sealed class TextEffects(TextSender sender, CommandHandler commands, ServerClock clock)
{
    private const int MaxAttempts = 8;

    public async Task<EffectOutcome> SendAsync(
        Season season,
        Application application,
        string messageId,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var message = application.Messages.Single(one => one.Id == messageId);
        if (message.State != TextState.Queued)
        {
            return new EffectOutcome.Done();
        }
        if (IsOutdated(application, message))
        {
            await ReportAsync(
                application,
                messageId,
                TextState.Failed,
                "已取消：期限已变更或阶段已结束",
                cancellationToken
            );
            return new EffectOutcome.Done();
        }
        if (attempt.WasInterrupted && !sender.Traits.IsIdempotent)
        {
            await ReportAsync(application, messageId, TextState.Unknown, "发送时系统中断", cancellationToken);
            return new EffectOutcome.Unknown();
        }

        TextHandover handover;
        try
        {
            handover = await sender.SendAsync(
                season,
                application.Id,
                application.OpenedAccount.Phone,
                new(messageId, message.Template, message.Variables, message.QueuedAt),
                cancellationToken
            );
        }
        catch (Exception fault)
            when (fault is HttpRequestException or TaskCanceledException or TimeoutException or IOException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return await AfterFaultAsync(application, messageId, attempt, fault, cancellationToken);
        }

        await commands.RecordAsync(
            application.Id,
            new Command.ReportText(messageId, handover.State, IsFinal: !sender.Traits.GivesReports, handover.Detail),
            cancellationToken
        );
        return new EffectOutcome.Done();
    }

    /// <summary>Reminders are dropped when the deadline moves or the stage is left (R3).</summary>
    private static bool IsOutdated(Application application, MessageState message) =>
        message.Template == TextTemplate.Reminder
        && (
            application.Stage is not (Stage.Draft or Stage.Returned { Deadline: not null })
            || application.ClockSince > message.QueuedAt
        );

    private async Task<EffectOutcome> AfterFaultAsync(
        Application application,
        string messageId,
        EffectAttempt attempt,
        Exception fault,
        CancellationToken cancellationToken
    )
    {
        if (!sender.Traits.IsIdempotent)
        {
            await ReportAsync(application, messageId, TextState.Unknown, fault.GetType().Name, cancellationToken);
            return new EffectOutcome.Unknown();
        }
        if (attempt.Attempt < MaxAttempts)
        {
            return new EffectOutcome.Retry(
                clock.Now + TimeSpan.FromSeconds(5 << attempt.Attempt),
                fault.GetType().Name
            );
        }
        await ReportAsync(application, messageId, TextState.Failed, fault.GetType().Name, cancellationToken);
        return new EffectOutcome.Failed(fault.GetType().Name);
    }

    private async Task ReportAsync(
        Application application,
        string messageId,
        TextState state,
        string detail,
        CancellationToken cancellationToken
    )
    {
        await sender.NoteAsync(messageId, state, detail, cancellationToken);
        await commands.RecordAsync(
            application.Id,
            new Command.ReportText(messageId, state, IsFinal: false, detail),
            cancellationToken
        );
    }
}
