using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>A return and its second round (R10): the reviewer sees what has changed, before and after.</summary>
public sealed class SecondRoundTests(Chromium chromium)
{
    [Fact]
    public async Task A_return_opens_what_was_commented_and_the_next_round_shows_only_what_changed()
    {
        var submitted = AnApplication.Submitted();
        await using var site = await Site.OpenAsync(chromium, now: submitted.Now);
        var id = await site.Host.StoreAsync(submitted, 1);
        var visitor = await site.StaffAsync("reviewer", Role.Reviewer);
        var page = visitor.Page;

        await page.GotoAsync($"/staff/review/{id}");
        await page.Locator("[data-target='field:employer']").ClickAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.GetByText("1 条意见")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("c");
        await page.GetByLabel("写给考生看的修改意见").FillAsync("请写全称");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("2 条意见")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("t");
        await page.ConfirmAsync("退回修改");
        await Assertions.Expect(page.GetByText("已退回修改。")).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();

        var returned = Assert.IsType<Stage.Returned>((await site.Host.FindAsync(id)).Stage);
        Assert.Contains(FormField.Employer, returned.Open.Fields);
        Assert.DoesNotContain(FormField.Name, returned.Open.Fields);

        await CorrectAsync(site, id);
        await page.GotoAsync($"/staff/review/{id}");
        await Assertions.Expect(page.GetByText("第 2 轮")).ToBeVisibleAsync();
        var employer = page.Locator("[data-target='field:employer']");
        await Assertions.Expect(employer).ToContainTextAsync("某某街道办事处");
        await Assertions.Expect(employer).ToContainTextAsync("某某区人民政府办公室");
        await Assertions.Expect(page.Locator("[data-target='field:sex']")).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();

        await employer.ClickAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(employer).ToContainTextAsync("已通过");
    }

    /// <summary>The candidate opens the page, changes what was commented, and submits again.</summary>
    private static async Task CorrectAsync(Site site, ApplicationId id)
    {
        await site.Host.DoAsync(id, new Command.Appear());
        var before = await site.Host.FindAsync(id);
        var form = before.Form with { Employer = "某某区人民政府办公室", Post = "副主任" };
        await site.Host.DoAsync(id, new Command.SaveForm(form, before.FormRevision, []));
        await site.Host.DoAsync(id, new Command.Submit(HasCommitted: true));
    }
}
