using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Payments;

/// <summary>What every provider's client makes of every message, against a simulator that speaks the provider's protocol.</summary>
public abstract class ProviderContract : IDisposable
{
    private readonly HttpClient _http;

    protected ProviderContract()
    {
        Simulator = new Simulator(Time, () => new Uri("http://localhost"));
        _http = new HttpClient(new SimulatorHandler(Simulator));
    }

    internal FakeTimeProvider Time { get; } = new(AnApplication.AnOrder.OpenedAt);

    internal Simulator Simulator { get; }

    internal PaymentOrder Order => AnApplication.AnOrder with { Method = Method };

    protected abstract PaymentMethod Method { get; }

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IPaymentProvider Provider => field ??= ProviderOn(_http);

    private SimulatedTrade Trade => Simulator.Trades.Find(Method, Order.OrderNo)!;

    protected abstract IPaymentProvider ProviderOn(HttpClient http);

    [Fact]
    public async Task An_order_that_is_placed_gives_a_code_and_placed_again_the_same()
    {
        var first = Assert.IsType<Placing.Placed>(await PlaceAsync());
        Assert.Equal(first, await PlaceAsync());
        Assert.Equal((Order.AmountFen, "报名费"), (Trade.AmountFen, Trade.Subject));
        Assert.Equal(Order.ExpiresAt, Trade.ExpiresAt);
        Assert.Equal($"https://baoming.example.cn/api/payments/{Provider.Method}/notify", Trade.NotifyUrl);
    }

    [Fact]
    public async Task An_order_that_is_paid_or_closed_is_not_placed_again()
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        Assert.IsType<Placing.Over>(await PlaceAsync());
    }

    [Fact]
    public async Task Asked_for_an_order_it_says_absent_waiting_or_paid_with_what()
    {
        Assert.IsType<OrderStanding.Absent>(await Provider.AskAsync(Order, Stop));
        await PlaceAsync();
        Assert.IsType<OrderStanding.Waiting>(await Provider.AskAsync(Order, Stop));
        Time.Advance(TimeSpan.FromSeconds(30));
        Simulator.Trades.Pay(Trade);
        Assert.Equal(new OrderStanding.Paid(Receipt), await Provider.AskAsync(Order, Stop));
    }

    [Fact]
    public async Task An_order_is_closed_once_and_for_all()
    {
        await PlaceAsync();
        Assert.IsType<OrderStanding.Closed>(await Provider.CloseAsync(Order, Stop));
        Assert.False(Simulator.Trades.Pay(Trade));
        Assert.IsType<OrderStanding.Closed>(await Provider.AskAsync(Order, Stop));
        Assert.IsType<OrderStanding.Closed>(await Provider.CloseAsync(Order, Stop));
        Assert.IsType<Placing.Over>(await PlaceAsync());
    }

    [Fact]
    public async Task An_order_that_nobody_knows_is_closed() =>
        Assert.IsType<OrderStanding.Closed>(await Provider.CloseAsync(Order, Stop));

    [Fact]
    public async Task A_refund_is_paid_back_once_under_its_number_and_not_again_under_another()
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        var refund = new RefundToMake(
            "r1",
            Order.OrderNo,
            Trade.Payments[0].TransactionNo,
            Order.AmountFen,
            "重复缴费，原路退回"
        );
        Assert.True(await Provider.RefundAsync(refund, Stop) is RefundStanding.Done or RefundStanding.Running);
        Assert.IsType<RefundStanding.Done>(await Provider.RefundAsync(refund, Stop));
        Assert.IsType<RefundStanding.Failed>(await Provider.RefundAsync(refund with { RefundNo = "r2" }, Stop));
        Assert.Single(Trade.Refunds);
    }

    [Fact]
    public async Task A_statement_has_a_line_for_each_payment_and_each_refund()
    {
        var day = ChinaTime.DateOf(Time.GetUtcNow());
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        var (payment, receipt) = (Trade.Payments[0], Receipt);
        Simulator.Trades.Refund(Trade, payment.TransactionNo, "r1", Order.AmountFen);
        Assert.Null((await Provider.StatementAsync(day, Stop)).Lines);

        Time.Advance(TimeSpan.FromDays(1.2));
        Assert.Equal(
            [
                new(Order.OrderNo, payment.TransactionNo, Order.AmountFen, receipt.PaidAt),
                new(Order.OrderNo, payment.TransactionNo, -Order.AmountFen, receipt.PaidAt, "r1"),
            ],
            (await Provider.StatementAsync(day, Stop)).Lines!.Value
        );
        Assert.Empty((await Provider.StatementAsync(day.AddDays(-1), Stop)).Lines!.Value);
    }

    [Fact]
    public async Task A_genuine_notification_says_what_was_paid()
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        Assert.Equal(new NoticeReading.Paid(Receipt), await ReadAsync(Simulator.NoticeOf(Trade)));
    }

    [Fact]
    public async Task A_genuine_notification_of_a_refund_is_read_and_is_no_payment()
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        var made = Simulator.Trades.Refund(Trade, Trade.Payments[0].TransactionNo, "r1", Order.AmountFen)!;
        Assert.IsType<NoticeReading.Other>(await ReadAsync(Simulator.NoticeOfRefund(Trade, made)));
    }

    [Theory]
    [InlineData("Forged", NoticeFault.BadSignature)]
    [InlineData("Tampered", NoticeFault.BadSignature)]
    [InlineData("Unsigned", NoticeFault.BadSignature)]
    [InlineData("WrongMerchant", NoticeFault.WrongMerchant)]
    public async Task A_notification_that_is_not_genuine_is_refused(string flaw, NoticeFault fault)
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        var notice = Simulator.NoticeOf(Trade, Enum.Parse<NoticeFlaw>(flaw));
        Assert.Equal(new NoticeReading.Refused(fault), await ReadAsync(notice));
    }

    [Fact]
    public async Task A_notification_tells_its_own_amount_to_be_held_against_the_order()
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Trade);
        var reading = await ReadAsync(Simulator.NoticeOf(Trade, NoticeFlaw.WrongAmount));
        Assert.Equal(Order.AmountFen + 1, Assert.IsType<NoticeReading.Paid>(reading).Receipt.AmountFen);
    }

    [Fact]
    public async Task What_is_no_message_at_all_is_refused()
    {
        foreach (var body in new[] { "", "{", "sign=x&sign=y", "null", "[]", new string('x', 5000) })
        {
            var notice = new Notice(System.Text.Encoding.UTF8.GetBytes(body), _ => null);
            Assert.IsType<NoticeReading.Refused>(await Provider.ReadAsync(notice, Stop));
        }
    }

    [Theory]
    [InlineData("BadSignature")]
    [InlineData("ServerError")]
    public async Task An_answer_that_can_not_be_believed_says_nothing(string flaw)
    {
        await PlaceAsync();
        Simulator.Flaw = Enum.Parse<AnswerFlaw>(flaw);
        await Assert.ThrowsAsync<ProviderFaultException>(() => Provider.AskAsync(Order, Stop));
        await Assert.ThrowsAsync<ProviderFaultException>(() => Provider.CloseAsync(Order, Stop));
        await Assert.ThrowsAsync<ProviderFaultException>(() =>
            Provider.RefundAsync(new("r1", Order.OrderNo, "1", Order.AmountFen, "退"), Stop)
        );
    }

    private protected OrderReceipt Receipt =>
        new(
            Order.OrderNo,
            Method,
            Trade.Payments[0].TransactionNo,
            Order.AmountFen,
            Trade.Payments[0].PaidAt.ToOffset(ChinaTime.Offset)
        );

    private protected Task<Placing> PlaceAsync() => Provider.PlaceAsync(new(Order, "报名费"), Stop);

    private protected Task<NoticeReading> ReadAsync(SimulatedRequest notice, IPaymentProvider? provider = null) =>
        (provider ?? Provider).ReadAsync(new Notice(notice.Body, notice.Header), Stop);

    private protected static Uri NotifyUrl(PaymentMethod method) =>
        new($"https://baoming.example.cn/api/payments/{method}/notify");

    protected virtual void Dispose(bool disposing) => _http.Dispose();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}
