using System.Diagnostics;
using Enrollment.Applications;
using Enrollment.Payments;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>The fee by code (R13): the desk shows it, a phone scans it and pays, and the desk turns green by itself.</summary>
public sealed class PayingByCodeTests(Chromium chromium, ITestOutputHelper output)
{
    [Theory]
    [InlineData(PaymentMethod.WeChat, "微信支付")]
    [InlineData(PaymentMethod.Alipay, "支付宝")]
    public async Task The_code_on_the_screen_is_paid_with_a_phone_and_the_desk_turns_green(
        PaymentMethod method,
        string name
    )
    {
        await using var desk = await PayingDesk.OpenAsync(chromium);
        var code = await desk.ShowCodeAsync(name);
        await Assertions.Expect(desk.Page.Locator("[data-test=order]")).ToContainTextAsync("等待支付，还有 600 秒");
        await desk.Clerk.LooksRightAsync($"desk-code-{method}");

        var phone = await desk.Site.VisitorAsync(Site.Phone);
        await phone.Page.GotoAsync(code);
        await phone.LooksRightAsync($"pay-{method}");
        await phone.Page.ButtonAsync("确认支付");
        var paying = Stopwatch.StartNew();
        await Assertions.Expect(desk.Page.Locator("[data-test=fee] .paid")).ToHaveTextAsync("✓ 已缴费");
        // For docs/performance.md: from the tap on the phone to the green of the desk.
        output.WriteLine($"{method}: green after {paying.ElapsedMilliseconds} ms");

        await Assertions.Expect(phone.Page.GetByText("支付成功")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator("[data-test=payment]")).ToContainTextAsync("平台已确认");
        await Assertions.Expect(desk.Page.Locator("[data-test=payment]")).ToContainTextAsync("票据号 202600001-1");
        await desk.Clerk.LooksRightAsync($"desk-paid-{method}");
        var application = await desk.ApplicationAsync();
        Assert.IsType<Stage.Paid>(application.Stage);
        Assert.Equal(
            (await desk.TradeAsync(method)).Payments.Select(paid => paid.TransactionNo),
            application.Payments.Select(payment => payment.TransactionNo)
        );
    }

    [Fact]
    public async Task Another_way_to_pay_replaces_the_code_and_a_closed_order_can_not_be_paid()
    {
        await using var desk = await PayingDesk.OpenAsync(chromium);
        var first = await desk.ShowCodeAsync("微信支付");
        var second = await desk.ShowCodeAsync("支付宝");
        Assert.NotEqual(first, second);
        await Assertions.Expect(desk.Page.Locator("[data-test=order]")).ToContainTextAsync("支付宝");

        await desk.Page.ButtonAsync("关闭订单");
        await desk.Page.ConfirmAsync("关闭订单");
        await Assertions.Expect(desk.Page.Locator("[data-test=order]")).ToContainTextAsync("已关闭");
        var phone = await desk.Site.VisitorAsync(Site.Phone);
        foreach (var code in new[] { first, second })
        {
            await phone.Page.GotoAsync(code);
            await Assertions.Expect(phone.Page.GetByText("订单已关闭")).ToBeVisibleAsync();
        }
        Assert.IsType<Stage.OriginalsVerified>((await desk.ApplicationAsync()).Stage);
    }
}
