using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Tests.Payments;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>What the desk does with money that came (R13): reversed, counted, refunded; never erased.</summary>
public sealed class LedgerTests(Chromium chromium)
{
    [Fact]
    public async Task An_entry_by_hand_is_reversed_and_the_fee_is_due_again()
    {
        await using var desk = await PayingDesk.OpenAsync(chromium);
        var page = desk.Page;

        await page.GetByLabel("交易号").FillAsync("4200001");
        await page.GetByLabel("手工录入的原因").FillAsync("网络不通");
        await page.GetByRole(AriaRole.Button, new() { Name = "录入缴费" }).ClickAsync();
        await page.ConfirmAsync("录入缴费");
        await Assertions.Expect(page.Locator("[data-test=fee] .paid")).ToBeVisibleAsync();
        await page.ButtonAsync("冲正");
        await page.ConfirmAsync("冲正", "录错了人");

        await Assertions.Expect(page.Locator("[data-test=payment]")).ToContainTextAsync("已冲正：录错了人");
        await Assertions.Expect(page.Locator("[data-test=fee]")).ToContainTextAsync("应缴");
        await desk.Clerk.LooksRightAsync("desk-reversed");
        Assert.IsType<Stage.OriginalsVerified>((await desk.ApplicationAsync()).Stage);
    }

    [Fact]
    public async Task Money_after_closing_counts_and_a_second_payment_goes_back_through_the_provider()
    {
        await using var desk = await PayingDesk.OpenAsync(chromium);
        var page = desk.Page;
        await desk.ShowCodeAsync("微信支付");
        await page.ButtonAsync("关闭订单");
        await page.ConfirmAsync("关闭订单");
        await Assertions.Expect(page.Locator("[data-test=order]")).ToContainTextAsync("已关闭");

        await PayAfterAllAsync(desk);
        await page.GotoAsync("/staff/refunds");
        await Assertions.Expect(page.Locator("[data-test=refunds]")).ToContainTextAsync("订单关闭后到账");
        await desk.Clerk.LooksRightAsync("desk-refunds");
        await page.GetByRole(AriaRole.Link, new() { Name = "到现场办理" }).ClickAsync();
        await page.ButtonAsync("计入缴费");
        await page.ConfirmAsync("计入缴费", "考生同意计入");
        await Assertions.Expect(page.Locator("[data-test=fee] .paid")).ToBeVisibleAsync();

        await PayAfterAllAsync(desk);
        await desk.ComeAsync();
        var second = page.Locator("[data-test=payment]").Nth(1);
        await Assertions.Expect(second).ToContainTextAsync("待退款：重复缴费");
        await second.GetByRole(AriaRole.Button, new() { Name = "退费" }).ClickAsync();
        await desk.Clerk.LooksRightAsync("desk-refund-asked");
        await page.ConfirmAsync("退费", "重复缴费");
        await Assertions.Expect(second).ToContainTextAsync("退款已提交平台，等待结果");
        desk.Site.Host.Time.Advance(TimeSpan.FromMinutes(1));
        await desk.Site.Host.SettleAsync();
        await Assertions.Expect(second).ToContainTextAsync("已退费：重复缴费");

        var application = await desk.ApplicationAsync();
        Assert.IsType<Stage.Paid>(application.Stage);
        Assert.Equal([true, false], application.Payments.Select(payment => payment.IsInForce));
        Assert.Single((await desk.TradeAsync(PaymentMethod.WeChat)).Refunds);
    }

    [Fact]
    public async Task A_fee_that_was_paid_back_by_hand_is_only_recorded_and_the_candidate_may_leave_with_it()
    {
        await using var desk = await PayingDesk.OpenAsync(chromium);
        var page = desk.Page;
        await desk.ShowCodeAsync("支付宝");
        var trade = await desk.TradeAsync(PaymentMethod.Alipay);
        Assert.True(desk.Simulator.Trades.Pay(trade));
        await page.ButtonAsync("考生称已付款：向支付平台查询");
        await Assertions.Expect(page.Locator("[data-test=fee] .paid")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "冲正" })).ToBeHiddenAsync();

        await page.ButtonAsync("退费");
        await page.GetByLabel("已另行退还").CheckAsync();
        await page.GetByLabel("考生同时放弃报名").CheckAsync();
        await desk.Clerk.LooksRightAsync("desk-refund-by-hand");
        await page.ConfirmAsync("退费", "考生工作调动，已转账退回");

        await Assertions.Expect(page.Locator("[data-test=payment]")).ToContainTextAsync("已退费：考生工作调动");
        await Assertions.Expect(page.GetByText("主动放弃").First).ToBeVisibleAsync();
        Assert.IsType<Stage.Withdrawn>((await desk.ApplicationAsync()).Stage);
        Assert.Empty(trade.Refunds);
    }

    /// <summary>What should not happen, and does: the provider tells of money for an order that is over.</summary>
    private static async Task PayAfterAllAsync(PayingDesk desk)
    {
        var trade = await desk.TradeAsync(PaymentMethod.WeChat);
        desk.Simulator.Trades.PayAgain(trade);
        using var provider = new HttpClient { BaseAddress = desk.Site.Host.Address };
        var (status, _) = await provider.NotifyAsync(desk.Simulator.NoticeOf(trade));
        Assert.Equal(200, status);
    }
}
