using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Who has lapsed (R2) is let in again by an administrator, with a reason and a new last day.</summary>
public sealed class LapseTests(Chromium chromium)
{
    [Fact]
    public async Task An_application_that_lapsed_is_reopened_and_its_deadline_extended()
    {
        var lapsed = AnApplication.Abandoned();
        await using var site = await Site.OpenAsync(chromium, now: lapsed.Now);
        var id = await site.Host.StoreAsync(lapsed, 1);
        var visitor = await site.StaffAsync("admin", Role.Admin);
        var page = visitor.Page;

        await page.GotoAsync("/staff/applications?stage=abandoned");
        await page.GetByRole(AriaRole.Link, new() { Name = "202600001" }).ClickAsync();
        await Assertions.Expect(page.GetByText("自动放弃").First).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
        await page.GetByLabel("最后一天").FillAsync("2026-06-10");
        await page.ButtonAsync("重新开放");
        await page.ConfirmAsync("重新开放", "出差在外，无法上网");
        await Assertions.Expect(page.GetByText("期限至 2026年6月11日 00:00")).ToBeVisibleAsync();

        await page.GetByLabel("最后一天").FillAsync("2026-06-12");
        await page.ButtonAsync("延长期限");
        await page.ConfirmAsync("延长期限", "材料待补");
        await Assertions.Expect(page.GetByText("期限至 2026年6月13日 00:00")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".timeline")).ToContainTextAsync("出差在外，无法上网");
        await visitor.IsAccessibleAsync();
        Assert.IsType<Stage.Draft>((await site.Host.FindAsync(id)).Stage);
    }
}
