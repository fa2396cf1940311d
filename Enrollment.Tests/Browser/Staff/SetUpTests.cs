using Enrollment.Api.Access;
using Enrollment.Api.Access.Providers;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>The first start (DESIGN §6): the printed link makes the first administrator.</summary>
public sealed class SetUpTests(Chromium chromium)
{
    [Fact]
    public async Task The_printed_link_makes_an_administrator_who_changes_their_password()
    {
        await using var site = await Site.OpenAsync(chromium);
        var token = await site.Host.Get<FirstAdministrator>().TokenAsync(TestContext.Current.CancellationToken);
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;

        await page.GotoAsync($"/staff/setup#{token}");
        await visitor.IsAccessibleAsync();
        await page.GetByLabel("用户名").FillAsync("first");
        await page.GetByLabel("姓名").FillAsync("周管理");
        await page.GetByLabel("密码（10 至 128 个字符）").FillAsync(TestHost.Password);
        await page.GetByLabel("再输一次密码").FillAsync(TestHost.Password);
        await page.ButtonAsync("建立并登录");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "周管理，您好" })).ToBeVisibleAsync();

        await page.ButtonAsync("修改密码");
        await page.GetByLabel("当前密码").FillAsync(TestHost.Password);
        await page.GetByLabel("新密码（10 至 128 个字符）").FillAsync("a new one of my own");
        await page.GetByLabel("再输一次新密码").FillAsync("a new one of my own");
        await page.GetByRole(AriaRole.Button, new() { Name = "修改", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("密码已修改。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_comes_back_from_the_identity_provider_is_signed_in()
    {
        await using var issuer = await AnIssuer.StartAsync(ASeason.Opening);
        var options = Options.Create(
            new ProviderOptions
            {
                Issuer = issuer.Address,
                ClientId = AnIssuer.ClientId,
                Name = "学校统一认证",
            }
        );
        await using var site = await Site.OpenAsync(
            chromium,
            services => services.Replace(ServiceDescriptor.Singleton(options))
        );
        var visitor = await site.VisitorAsync();
        visitor.Expect(401);

        await visitor.Page.GotoAsync("/staff");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "学校统一认证" }).ClickAsync();

        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "孙统一，您好" }))
            .ToBeVisibleAsync();
    }
}
