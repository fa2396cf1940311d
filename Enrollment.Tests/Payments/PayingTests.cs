using Enrollment.Api.Desk;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Tests.Payments;

/// <summary>At the desk, over HTTP: a code, somebody pays, the desk turns green; and what may go wrong on the way.</summary>
public sealed class PayingTests(PaymentHost payments) : IClassFixture<PaymentHost>
{
    public static TheoryData<PaymentMethod> Methods => [.. Enum.GetValues<PaymentMethod>()];

    [Theory, MemberData(nameof(Methods))]
    public async Task A_code_is_paid_and_the_notification_turns_the_desk_green(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        Assert.Equal((OrderState.Waiting, 1_000_00), (order.State, order.AmountFen));
        Assert.Contains("<svg", (await payments.Desk.GetAsync($"{path}/{order.OrderNo}/code.svg")).Text);
        var trade = Pay(order);

        Assert.Equal(
            (200, method == PaymentMethod.Alipay ? "success" : ""),
            await payments.NotifyAsync(payments.Simulator.NoticeOf(trade))
        );

        var paid = await AskAsync(path, order.OrderNo);
        Assert.Equal((OrderState.Paid, StageName.Paid), (paid.State, paid.Stage));
        Assert.Equal(trade.Payments[0].TransactionNo, paid.TransactionNo);
        Assert.NotNull(paid.ReceiptNo);
        Assert.Null(paid.CodeUrl);
        Assert.Equal(404, (await payments.Desk.GetAsync($"{path}/{order.OrderNo}/code.svg")).Status);
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task A_payment_that_nobody_tells_of_is_found_by_the_watch(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        await payments.LaterAsync(TimeSpan.FromSeconds(16));
        Pay(order);
        await payments.LaterAsync(TimeSpan.FromSeconds(4));
        Assert.Equal(OrderState.Paid, (await AskAsync(path, order.OrderNo)).State);
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task The_desk_may_ask_the_provider_at_once(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        Assert.Equal(OrderState.Waiting, (await InquireAsync(path, order.OrderNo)).State);
        Pay(order);
        Assert.Equal(OrderState.Paid, (await InquireAsync(path, order.OrderNo)).State);
    }

    [Fact]
    public async Task A_provider_that_can_not_be_reached_leaves_the_order_open_and_says_so()
    {
        var (path, order) = await OpenAsync(PaymentMethod.WeChat);
        payments.Simulator.Flaw = AnswerFlaw.Unreachable;
        var unreachable = await payments.Desk.PostAsync($"{path}/{order.OrderNo}/inquiry", new { });
        Assert.Equal((502, "provider-unreachable"), (unreachable.Status, unreachable.Code));
        Assert.Equal(
            OrderState.Closing,
            (await payments.Desk.PostAsync($"{path}/{order.OrderNo}/close", new { })).Read<OrderView>().State
        );
        var another = await payments.Desk.PostAsync(path, new { method = "alipay" });
        Assert.Equal((409, "order-open"), (another.Status, another.Code));

        payments.Simulator.Flaw = AnswerFlaw.None;
        await payments.LaterAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(OrderState.Closed, (await AskAsync(path, order.OrderNo)).State);
    }

    [Fact]
    public async Task Another_way_to_pay_closes_the_first_order_at_its_provider()
    {
        var (path, order) = await OpenAsync(PaymentMethod.WeChat);
        var other = (await payments.Desk.PostAsync(path, new { method = "alipay" })).Read<OrderView>();
        Assert.Equal((PaymentMethod.Alipay, OrderState.Waiting), (other.Method, other.State));
        Assert.Equal(OrderState.Closed, (await AskAsync(path, order.OrderNo)).State);
        Assert.False(payments.Simulator.Trades.Pay(Trade(order)));
    }

    [Fact]
    public async Task Another_way_to_pay_finds_that_the_first_was_paid()
    {
        var (path, order) = await OpenAsync(PaymentMethod.WeChat);
        Pay(order);
        var answer = (await payments.Desk.PostAsync(path, new { method = "alipay" })).Read<OrderView>();
        Assert.Equal((order.OrderNo, OrderState.Paid), (answer.OrderNo, answer.State));
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task An_order_that_nobody_pays_is_closed_when_it_has_run_out(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        await payments.LaterAsync(PaymentOrder.Lifetime);
        var closed = await AskAsync(path, order.OrderNo);
        Assert.Equal((OrderState.Closed, "超时未支付"), (closed.State, closed.Why));
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task A_second_payment_is_on_the_list_and_goes_back_through_the_provider(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        var trade = Pay(order);
        await payments.NotifyAsync(payments.Simulator.NoticeOf(trade));
        payments.Simulator.Trades.PayAgain(trade);
        await payments.NotifyAsync(payments.Simulator.NoticeOf(trade));

        var list = (await payments.Desk.GetAsync("/api/desk/refunds")).Read<RefundList>();
        var due = Assert.Single(list.Items, item => item.Payment.OrderNo == order.OrderNo);
        Assert.Equal(("重复缴费", trade.Payments[1].TransactionNo), (due.Why, due.Payment.TransactionNo));

        var refund = new { reason = "重复缴费", outcome = "stays-paid" };
        Assert.Equal(200, (await payments.Desk.PostAsync($"{path}/{order.OrderNo}/refund", refund)).Status);
        await payments.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(trade.Payments[1].TransactionNo, Assert.Single(trade.Refunds).TransactionNo);
        var after = (await payments.Desk.GetAsync(path[..^"/payments".Length])).Read<DeskApplication>();
        Assert.Equal(StageName.Paid, after.Stage);
        Assert.Equal(2, after.Payments.Count);
        Assert.NotNull(after.Payments[1].Refunded);
        Assert.True(after.Payments[0].IsInForce);
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task A_notification_of_a_refund_is_taken_and_changes_nothing(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        var trade = Pay(order);
        await payments.NotifyAsync(payments.Simulator.NoticeOf(trade));
        var made = payments.Simulator.Trades.Refund(trade, trade.Payments[0].TransactionNo, "r1", trade.AmountFen)!;

        Assert.Equal(
            (200, method == PaymentMethod.Alipay ? "success" : ""),
            await payments.NotifyAsync(payments.Simulator.NoticeOfRefund(trade, made))
        );
        Assert.Equal(OrderState.Paid, (await AskAsync(path, order.OrderNo)).State);
    }

    [Fact]
    public async Task What_was_entered_by_hand_is_confirmed_and_not_counted_twice()
    {
        var (path, order) = await OpenAsync(PaymentMethod.WeChat);
        var trade = Pay(order);
        payments.Simulator.Flaw = AnswerFlaw.Unreachable;
        var manual = new
        {
            method = "wechat",
            amountFen = 1_000_00,
            transactionNo = trade.Payments[0].TransactionNo,
            reason = "网络不通，凭考生手机账单录入",
        };
        Assert.Equal(200, (await payments.Desk.PostAsync($"{path}/manual", manual)).Status);
        payments.Simulator.Flaw = AnswerFlaw.None;
        await payments.LaterAsync(TimeSpan.FromMinutes(1));

        var after = (await payments.Desk.GetAsync(path[..^"/payments".Length])).Read<DeskApplication>();
        var payment = Assert.Single(after.Payments);
        Assert.NotNull(payment.ConfirmedAt);
        var reversal = await payments.Desk.PostAsync($"{path}/{payment.OrderNo}/reversal", new { reason = "录错" });
        Assert.Equal("payment-confirmed", reversal.Code);
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task A_forged_notification_changes_nothing_and_is_in_the_journal(PaymentMethod method)
    {
        var (path, order) = await OpenAsync(method);
        var trade = Trade(order);
        // Other tests forge too.
        payments.Host.Time.Advance(TimeSpan.FromSeconds(1));
        var began = payments.Host.Time.GetUtcNow();
        var nobodysPayment = new SimulatedPayment("4200000", began);
        foreach (var flaw in new[] { NoticeFlaw.Forged, NoticeFlaw.Tampered, NoticeFlaw.Unsigned })
        {
            var (status, text) = await payments.NotifyAsync(payments.Simulator.NoticeOf(trade, nobodysPayment, flaw));
            Assert.Equal(
                method == PaymentMethod.WeChat ? (401, true) : (200, true),
                (status, text.Contains("fail", StringComparison.OrdinalIgnoreCase))
            );
        }

        Assert.Equal(OrderState.Waiting, (await AskAsync(path, order.OrderNo)).State);
        var refused = await payments.RefusedSinceAsync(began);
        Assert.All(refused, entry => Assert.Null(entry.By));
        Assert.Equal(
            3,
            refused.Count(entry =>
                entry.What == WireName.Of(method) && entry.Detail!.StartsWith("bad-signature", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task No_secret_stands_in_any_answer_about_payment()
    {
        var (path, order) = await OpenAsync(PaymentMethod.WeChat);
        var answers = new[]
        {
            await payments.Desk.GetAsync($"{path}/{order.OrderNo}"),
            await payments.Desk.GetAsync("/api/desk/payment-methods"),
            await payments.Desk.GetAsync(path[..^"/payments".Length]),
            await payments.Host.Anybody().PostAsync("/api/payments/wechat/notify", new { }),
        };
        Assert.All(
            answers,
            answer =>
            {
                Assert.DoesNotContain(SimulatedKeys.Shared.ApiV3Key, answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("PRIVATE KEY", answer.Text, StringComparison.Ordinal);
            }
        );
    }

    [Theory, MemberData(nameof(Methods))]
    public async Task The_day_agrees_with_the_statement_and_each_difference_has_its_name(PaymentMethod method)
    {
        // On a day of its own.
        await payments.LaterAsync(TimeSpan.FromDays(2));
        var (_, order) = await OpenAsync(method);
        var trade = Pay(order);
        await payments.NotifyAsync(payments.Simulator.NoticeOf(trade));
        var (_, lost) = await OpenAsync(method);
        await payments.LaterAsync(TimeSpan.FromMinutes(13));
        payments.Simulator.Trades.PayAgain(Trade(lost));
        var day = ChinaTime.DateOf(payments.Host.Time.GetUtcNow());
        var address = $"/api/desk/reconciliation/differences?date={day:yyyy-MM-dd}";
        var early = (await payments.Desk.GetAsync(address)).Read<StatementAnswer>();
        Assert.All(early.Statements, check => Assert.Equal(StatementState.NotYet, check.State));

        payments.Host.Time.Advance(TimeSpan.FromDays(1.5));
        await payments.SignInAsync();
        var found = (await payments.Desk.GetAsync(address)).Read<StatementAnswer>();
        Assert.All(found.Statements, check => Assert.Equal(StatementState.Compared, check.State));
        Assert.Equal(2_000_00, found.Statements.Single(check => check.Method == method).NetFen);
        var difference = Assert.Single(found.Differences);
        Assert.Equal((DifferenceKind.NotHere, "平台有、系统无"), (difference.Kind, difference.Text));
        Assert.Equal((lost.OrderNo, (long?)1_000_00), (difference.OrderNo, difference.ThereFen));

        var sheet = await payments.Desk.GetAsync($"/api/desk/reconciliation.xlsx?date={day:yyyy-MM-dd}");
        Assert.Equal(200, sheet.Status);
        Assert.Equal("PK", System.Text.Encoding.ASCII.GetString(sheet.Bytes[..2]));
    }

    private async Task<(string Path, OrderView Order)> OpenAsync(PaymentMethod method)
    {
        await payments.SignInAsync();
        var path = $"/api/desk/applications/{await payments.VerifiedAsync()}/payments";
        var answer = await payments.Desk.PostAsync(path, new { method = WireName.Of(method) });
        Assert.Equal(200, answer.Status);
        return (path, answer.Read<OrderView>());
    }

    private SimulatedTrade Trade(OrderView order) => payments.Simulator.Trades.Find(order.Method, order.OrderNo)!;

    private SimulatedTrade Pay(OrderView order)
    {
        Assert.True(payments.Simulator.Trades.Pay(Trade(order)));
        return Trade(order);
    }

    private async Task<OrderView> AskAsync(string path, string orderNo) =>
        (await payments.Desk.GetAsync($"{path}/{orderNo}")).Read<OrderView>();

    private async Task<OrderView> InquireAsync(string path, string orderNo) =>
        (await payments.Desk.PostAsync($"{path}/{orderNo}/inquiry", new { })).Read<OrderView>();
}
