using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Journeys;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>A candidate at the desk (R11–R13): from the scan of a paper to the receipt.</summary>
public sealed class DeskTests(Chromium chromium)
{
    [Fact]
    public async Task From_the_scanned_form_to_the_receipts_and_a_lost_connection_loses_no_tick()
    {
        var reviewed = AnApplication.Reviewed();
        await using var site = await Site.OpenAsync(chromium, now: reviewed.Now);
        var id = await site.Host.StoreAsync(reviewed, 1);
        await site.Host.DoAsync(id, new Command.Approve());
        await site.Host.SettleAsync();
        site.Host.Time.SetUtcNow(ChinaTime.At(ASeason.Current.Calendar.OnSiteFrom, new(9, 0)));
        var visitor = await site.StaffAsync("desk", Role.Desk);
        var page = visitor.Page;

        await page.GotoAsync("/staff/desk");
        await visitor.IsAccessibleAsync();
        await ScanAsync(page, await CodeAsync(site, id));
        await Assertions.Expect(page.Locator("[data-test=scan]")).ToContainTextAsync("有效");
        await visitor.IsAccessibleAsync();

        await page.ButtonAsync("按应有结果全部填上");
        await LoseAndRegainConnectionAsync(visitor);
        await page.ButtonAsync("保存登记");
        await Assertions.Expect(page.GetByText("十一项齐全，可以确认原件审核通过。")).ToBeVisibleAsync();
        await page.ButtonAsync("原件审核通过");
        await page.ConfirmAsync("原件审核通过");
        await visitor.IsAccessibleAsync();

        await PayByHandAsync(page);
        await Assertions.Expect(page.Locator("[data-test=fee]")).ToContainTextAsync("票据号");
        await visitor.IsAccessibleAsync();
        Assert.IsType<Stage.Paid>((await site.Host.FindAsync(id)).Stage);

        var receipt = await page.GetByRole(AriaRole.Link, new() { Name = "打印原件收存凭证" })
            .GetAttributeAsync("href");
        var answer = await page.Context.APIRequest.GetAsync(receipt!);
        Assert.Contains("原件收存凭证", Sheet.Read(await answer.BodyAsync()).Text, StringComparison.Ordinal);

        await page.GotoAsync("/staff/held");
        await Assertions.Expect(page.GetByText(StoredApplications.NameOf(1))).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }

    [Fact]
    public async Task An_old_print_an_altered_one_and_a_strange_code_are_told_apart()
    {
        var reviewed = AnApplication.Reviewed();
        await using var site = await Site.OpenAsync(chromium, now: reviewed.Now);
        var id = await site.Host.StoreAsync(reviewed, 1);
        await site.Host.DoAsync(id, new Command.Approve());
        await site.Host.SettleAsync();
        var code = await CodeAsync(site, id);
        var account = (await site.Host.FindAsync(id)).OpenedAccount;
        await site.Host.DoAsync(id, new Command.CorrectAccount(account with { Employer = "某某局" }, "单位更名"));
        await site.Host.SettleAsync();
        var visitor = await site.StaffAsync("desk", Role.Desk);
        var page = visitor.Page;
        var banner = page.Locator("[data-test=scan]");

        await page.GotoAsync("/staff/desk");
        await ScanAsync(page, $"{code[..^1]}{(code[^1] == '0' ? '1' : '0')}");
        await Assertions.Expect(banner).ToContainTextAsync("内容被改动");
        await ScanAsync(page, "BM1.SOMETHING.ELSE");
        await Assertions.Expect(banner).ToContainTextAsync("不是本系统的材料");
        await ScanAsync(page, code);
        await Assertions.Expect(banner).ToContainTextAsync("报名登记表");
        await visitor.IsAccessibleAsync();
    }

    /// <summary>As a keyboard wedge does: quickly, wherever the cursor is, with Enter at the end.</summary>
    private static async Task ScanAsync(IPage page, string text)
    {
        await page.Locator("form.scan").WaitForAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task<string> CodeAsync(Site site, ApplicationId id)
    {
        var version = (await site.Host.FindAsync(id)).Papers!.Version;
        var name = MaterialFileNames.Of(DocumentKind.RegistrationForm, version);
        var pdf = await site.Host.Get<IMaterialFiles>().ReadAsync(id, name, TestContext.Current.CancellationToken);
        return Sheet.Read(pdf!).Code;
    }

    private static async Task LoseAndRegainConnectionAsync(Visitor visitor)
    {
        var page = visitor.Page;
        visitor.Expect(0);
        await page.Context.SetOfflineAsync(true);
        await page.ButtonAsync("保存登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("留在本机");
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("有 11 项没有保存")).ToBeVisibleAsync();
    }

    private static async Task PayByHandAsync(IPage page)
    {
        await page.GetByLabel("交易号").FillAsync("4200001");
        await page.GetByLabel("手工录入的原因").FillAsync("扫码枪故障");
        await page.GetByRole(AriaRole.Button, new() { Name = "录入缴费" }).ClickAsync();
        await page.ConfirmAsync("录入缴费");
    }
}
