using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>Where an order stands (R13): what was done with it, unless money came, which counts more.</summary>
public sealed class OrderStateTests
{
    private static readonly string OrderNo = AnApplication.AnOrder.OrderNo;

    private static readonly Event.OrderClosing Closing = new(OrderNo, OrderClosing.ByDesk);

    private static readonly Event.OrderClosed Closed = new(OrderNo, OrderClosing.ByDesk);

    private static readonly Event.PaymentSettled Settled = new(AnApplication.APaymentByCode);

    private static readonly Event.SurplusReceived PaidAgain = new(
        AnApplication.APaymentByCode with
        {
            TransactionNo = "4200009",
            Surplus = Surplus.PaidTwice,
        }
    );

    private static readonly Event.PaymentRefunded AllRefunded = new(OrderNo, "多缴");

    private static Dictionary<OrderState, AnApplication> Reached { get; } =
        new()
        {
            [OrderState.Created] = AnApplication.Ordered(),
            [OrderState.Waiting] = AnApplication.Waiting(),
            [OrderState.Closing] = AnApplication.Waiting().With(Closing),
            [OrderState.Closed] = AnApplication.Waiting().With(Closing, Closed),
            [OrderState.Paid] = AnApplication.Waiting().With(Closing, Closed, Settled),
            [OrderState.RefundDue] = AnApplication.Waiting().With(Closing, Closed, Settled, PaidAgain),
            [OrderState.Refunded] = AnApplication.Waiting().With(Closing, Closed, Settled, PaidAgain, AllRefunded),
        };

    public static TheoryData<OrderState> States => [.. Enum.GetValues<OrderState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Each_thing_that_happens_brings_the_order_on(OrderState state)
    {
        var application = Reached[state].State;
        Assert.Equal(state, application.StateOf(Assert.Single(application.Orders)));
    }
}
