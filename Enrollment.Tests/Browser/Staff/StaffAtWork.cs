using Enrollment.Access;
using Enrollment.Materials.Qr;
using Enrollment.Tests.Http;
using Microsoft.Playwright;
using SkiaSharp;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Staff who are signed in, in a browser of their own.</summary>
internal static class StaffAtWork
{
    /// <summary>Every place of work, by its address under /staff.</summary>
    public static readonly IReadOnlyList<string> Pages =
    [
        "review",
        "desk",
        "held",
        "refunds",
        "reconciliation",
        "applications",
        "accounts",
        "messages",
        "season",
        "people",
        "statistics",
        "operation",
        "journal",
    ];

    public static async Task<Visitor> StaffAsync(this Site site, string userName, params Role[] roles)
    {
        await site.Host.AddStaffAsync(userName, roles);
        var visitor = await site.VisitorAsync();
        await visitor.SignInAsync(userName);
        return visitor;
    }

    public static async Task SignInAsync(this Visitor visitor, string userName, string password = TestHost.Password)
    {
        var page = visitor.Page;
        // Nobody is signed in: the page asks, and is told so.
        visitor.Expect(401);
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel("用户名").FillAsync(userName);
        await page.GetByLabel("密码").FillAsync(password);
        await page.ButtonAsync("登录");
        await page.GetByRole(AriaRole.Heading, new() { Name = "您好" }).WaitForAsync();
    }

    /// <summary>Clicks a button by all of its name.</summary>
    public static Task ButtonAsync(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Shows the fee's code and reads it off the screen, as a phone does.</summary>
    /// <param name="fee">As the page writes it.</param>
    /// <returns>The address that the code leads to.</returns>
    public static async Task<string> ShowCodeAsync(this IPage desk, string method, string fee)
    {
        await desk.ButtonAsync(method);
        await Assertions.Expect(desk.Locator("[data-test=order]")).ToContainTextAsync($"{method} {fee} · 待支付");
        var code = desk.GetByAltText("收款二维码");
        await Assertions.Expect(code).ToHaveJSPropertyAsync("complete", true);
        using var picture = SKBitmap.Decode(await code.ScreenshotAsync());
        using var grey = picture.Copy(SKColorType.Gray8);
        return QrReader.Read(grey.GetPixelSpan(), grey.Width)?.Text
            ?? throw new InvalidOperationException("The code on the screen can't be read.");
    }

    /// <summary>Answers the dialog that asks before an act.</summary>
    public static async Task ConfirmAsync(this IPage page, string act, string? reason = null)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        if (reason is not null)
        {
            await dialog.GetByRole(AriaRole.Textbox).FillAsync(reason);
        }
        await dialog.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }
}
