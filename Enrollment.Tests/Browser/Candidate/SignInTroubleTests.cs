using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>What goes wrong at the door is told plainly, in both languages, and with the keyboard alone (R1, R14).</summary>
public sealed class SignInTroubleTests(Chromium chromium)
{
    [Fact]
    public async Task A_wrong_phone_and_a_wrong_code_are_told()
    {
        await using var site = await Site.OpenAsync(chromium);
        await site.Host.OpenAsync();
        await site.Host.SettleAsync();
        var visitor = await site.VisitorAsync();
        visitor.Expect(401, 422);
        var page = visitor.Page;
        await page.GotoAsync("/form/person");
        await page.Box("手机号").FillAsync("1380000");
        await page.Button("获取验证码").ClickAsync();
        await page.SeesAsync("请填写11位手机号");
        await visitor.LooksRightAsync("sign-in-wrong-phone");

        await page.Box("手机号").FillAsync(Somebody.Account.Phone.Value);
        await page.Button("获取验证码").ClickAsync();
        await Assertions.Expect(page.GetByText("秒后可再获取")).ToBeVisibleAsync();
        // The focus is in the code's box already: type it and press Enter.
        await page.Keyboard.TypeAsync("000000");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.LooksRightAsync("sign-in-wrong-code");
    }

    [Fact]
    public async Task The_pages_speak_English_too()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visitor = await site.VisitorAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.Page.Button("English").ClickAsync();
        await Assertions.Expect(visitor.Page.Heading("Sign in")).ToBeVisibleAsync();
        await visitor.LooksRightAsync("sign-in-english");
        await visitor.Page.GotoAsync("/help");
        await visitor.Page.GetByLabel("Search").FillAsync("seal");
        await visitor.Page.SeesAsync("Whose seal is needed");
        await visitor.LooksRightAsync("help-english");
    }

    [Fact]
    public async Task A_compatibility_mode_is_led_to_a_plain_page()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visitor = await site.VisitorAsync();
        await visitor.Page.GotoAsync("/compatibility.html");
        await visitor.Page.SeesAsync("请切换极速模式");
        await visitor.LooksRightAsync("compatibility");
        var page = await visitor.Page.ContentAsync();
        Assert.Contains("name=\"renderer\" content=\"webkit\"", page, StringComparison.Ordinal);
    }
}
