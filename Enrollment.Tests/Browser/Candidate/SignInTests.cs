using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>A candidate signs in with their phone and the code that is sent to it (R1).</summary>
public sealed class SignInTests(Chromium chromium)
{
    [Fact]
    public async Task The_code_from_the_phone_opens_the_application()
    {
        await using var site = await Site.OpenAsync(chromium);
        await site.Host.OpenAsync();
        await site.Host.SettleAsync();
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;

        await page.GotoAsync("/");
        await visitor.IsAccessibleAsync();
        await page.GetByLabel("手机号").FillAsync(Somebody.Account.Phone.Value);
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "获取验证码" }).ClickAsync(),
            "**/api/session/code"
        );
        await page.GetByLabel("短信验证码")
            .FillAsync(await Http.Candidate.LastCodeAsync(site.Host, Somebody.Account.Phone));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("张三")).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }
}
