using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>What each event asks of the world, under which key, and from when on it is due.</summary>
public sealed class EffectsTests
{
    private static readonly DateTimeOffset Now = ASeason.Opening;

    private static readonly string OrderNo = AnApplication.AnOrder.OrderNo;

    private sealed record Case(Event When, params PlannedEffect[] Then)
    {
        public AnApplication Given { get; init; } = AnApplication.Drafting();

        public Actor By { get; init; } = Somebody.System;
    }

    private static Dictionary<string, Case> Cases { get; } =
        new(StringComparer.Ordinal)
        {
            ["A text is sent at once"] = new(
                new Event.TextQueued("m1", TextTemplate.Approved, []),
                new PlannedEffect("text/m1", new Effect.SendText("m1"), Now)
            ),
            ["A text that waits for the morning is sent in the morning"] = new(
                new Event.TextQueued("m1", TextTemplate.Approved, [], Now.AddHours(9)),
                new PlannedEffect("text/m1", new Effect.SendText("m1"), Now.AddHours(9))
            ),
            ["Papers are made of each version"] = new(
                new Event.PapersOutdated(2),
                new PlannedEffect("papers/2", new Effect.MakePapers(2), Now)
            ),
            ["An image that nobody has reviewed is discarded when it is removed"] = new(
                new Event.ImageRemoved(Uploads.Id(1)),
                new PlannedEffect($"discard/{Uploads.Id(1)}", new Effect.DiscardImage(Uploads.Id(1)), Now)
            ),
            ["An image that a reviewer has seen is kept"] = new(new Event.ImageRemoved(Uploads.Id(1)))
            {
                Given = AnApplication.Correcting(),
            },
            ["A corrected account is signed out"] = new(
                new Event.AccountCorrected(Somebody.Account, "号码录错"),
                new PlannedEffect($"sessions/{Now.UtcTicks}", new Effect.EndSessions(), Now)
            )
            {
                By = Somebody.Clerk,
            },
            ["An account that staff close is signed out"] = new(
                new Event.Withdrawn("重复开通"),
                new PlannedEffect($"sessions/{Now.UtcTicks}", new Effect.EndSessions(), Now)
            )
            {
                By = Somebody.Clerk,
            },
            ["Who withdraws stays signed in"] = new(new Event.Withdrawn("工作调动")) { By = Somebody.Candidate },
            ["An order is placed by the desk's own request, and looked after when it does not"] = new(
                new Event.OrderOpened(AnApplication.AnOrder),
                new PlannedEffect($"order/{OrderNo}", new Effect.PlaceOrder(OrderNo), Now.AddSeconds(10)),
                new PlannedEffect($"watch/{OrderNo}", new Effect.WatchOrder(OrderNo), Now.AddSeconds(15))
            ),
            ["An order is closed by the desk's own request, and looked after when it does not"] = new(
                new Event.OrderClosing(OrderNo, OrderClosing.ByDesk),
                new PlannedEffect($"close/{OrderNo}", new Effect.CloseOrder(OrderNo), Now.AddSeconds(10))
            ),
            ["A refund is asked by the desk's own request, and looked after when it does not"] = new(
                new Event.RefundAsked(OrderNo, "4200001", "R1", "多缴", RefundOutcome.StaysPaid),
                new PlannedEffect("refund/R1", new Effect.RefundMoney("R1"), Now.AddSeconds(10))
            ),
            ["A note asks for nothing"] = new(new Event.NoteAdded("已电话联系")),
        };

    public static TheoryData<string> Sentences => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_asks_as_the_sentence_says(string sentence)
    {
        var one = Cases[sentence];

        Assert.Equal(one.Then, Effects.Of(one.Given.State, new(one.When, one.By, Now)));
    }
}
