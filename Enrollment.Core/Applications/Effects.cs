using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>What an event asks of the world. The key comes from the event's own content, so that a repeat is the same effect.</summary>
public static class Effects
{
    public static ValueList<PlannedEffect> Of(Application before, Happened happened) =>
        happened.Event switch
        {
            Event.TextQueued queued => Plan(
                $"text/{queued.MessageId}",
                new Effect.SendText(queued.MessageId),
                queued.NotBefore ?? happened.At
            ),
            Event.PapersOutdated outdated => Plan(
                $"papers/{outdated.Version}",
                new Effect.MakePapers(outdated.Version),
                happened.At
            ),
            // What a reviewer has seen stays, so that the next round can show what changed (R10).
            Event.ImageRemoved removed when before.Round == 0 => Plan(
                $"discard/{removed.Image}",
                new Effect.DiscardImage(removed.Image),
                happened.At
            ),
            Event.AccountCorrected or Event.Withdrawn when happened.By is Actor.Staff => Plan(
                $"sessions/{happened.At.UtcTicks}",
                new Effect.EndSessions(),
                happened.At
            ),
            _ => [],
        };

    private static ValueList<PlannedEffect> Plan(string key, Effect effect, DateTimeOffset dueAt) =>
        [new(key, effect, dueAt)];
}
