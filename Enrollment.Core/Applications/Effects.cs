using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>What an event asks of the world. The key comes from the event's own content, so that a repeat is the same effect.</summary>
public static class Effects
{
    /// <summary>
    /// What somebody waits for at the desk is attempted by the request itself, right after the commit (DESIGN §3). The
    /// driver leaves it alone for this long, so that it does not take it away.
    /// </summary>
    public static readonly TimeSpan InteractiveGrace = TimeSpan.FromSeconds(10);

    /// <summary>The first time that a provider is asked for an order by itself: sooner than anybody has paid.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(15);

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
            Event.OrderOpened { Order.OrderNo: var orderNo } =>
            [
                new(KeyOfPlacing(orderNo), new Effect.PlaceOrder(orderNo), happened.At + InteractiveGrace),
                new(KeyOfWatching(orderNo), new Effect.WatchOrder(orderNo), happened.At + FirstLook),
            ],
            Event.OrderClosing closing => Plan(
                KeyOfClosing(closing.OrderNo),
                new Effect.CloseOrder(closing.OrderNo),
                happened.At + InteractiveGrace
            ),
            Event.RefundAsked asked => Plan(
                KeyOfRefund(asked.RefundNo),
                new Effect.RefundMoney(asked.RefundNo),
                happened.At + InteractiveGrace
            ),
            _ => [],
        };

    public static string KeyOfPlacing(string orderNo) => $"order/{orderNo}";

    public static string KeyOfWatching(string orderNo) => $"watch/{orderNo}";

    public static string KeyOfClosing(string orderNo) => $"close/{orderNo}";

    public static string KeyOfRefund(string refundNo) => $"refund/{refundNo}";

    private static ValueList<PlannedEffect> Plan(string key, Effect effect, DateTimeOffset dueAt) =>
        [new(key, effect, dueAt)];
}
