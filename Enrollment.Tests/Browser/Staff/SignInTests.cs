using Enrollment.Access;
using Enrollment.Tests.Http;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Staff sign in with their user name and password.</summary>
public sealed class SignInTests(Chromium chromium)
{
    [Fact]
    public async Task A_user_name_and_its_password_open_the_workplace()
    {
        await using var site = await Site.OpenAsync(chromium);
        await site.Host.AddStaffAsync("reviewer", Role.Reviewer);
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;

        await page.GotoAsync("/staff");
        await visitor.IsAccessibleAsync();
        await page.GetByLabel("用户名").FillAsync("reviewer");
        await page.GetByLabel("密码").FillAsync(TestHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "李工作，您好" })).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }
}
