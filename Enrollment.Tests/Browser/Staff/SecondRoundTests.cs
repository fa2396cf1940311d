using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>A return and its second round (R10): the reviewer sees what has changed, before and after.</summary>
public sealed class SecondRoundTests(Chromium chromium)
{
    [Fact]
    public async Task A_return_opens_what_was_commented_and_the_next_round_shows_only_what_changed()
    {
        var submitted = AnApplication.Reviewed().By(Somebody.Reviewer, new Event.Released());
        await using var site = await Site.OpenAsync(chromium, now: submitted.Now);
        var id = await site.Host.StoreAsync(submitted, 1);
        var visitor = await site.StaffAsync("reviewer", Role.Reviewer);
        var page = visitor.Page;

        await page.GotoAsync($"/staff/review/{id}");
        await ReturnAsync(page);
        await visitor.IsAccessibleAsync();
        var returned = Assert.IsType<Stage.Returned>((await site.Host.FindAsync(id)).Stage);
        Assert.Equal([FormField.Employer, FormField.Post], returned.Open.Fields.Order());

        await CorrectAsync(site, id);
        await page.GotoAsync($"/staff/review/{id}");
        await Assertions.Expect(page.GetByText("第 2 轮")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".part.changed")).ToHaveCountAsync(2);
        // What was opened with them and is as it was, to compare; and nothing else.
        var images = (await site.Host.FindAsync(id)).ImagesIn(Slot.AppointmentDocument).Count();
        await Assertions.Expect(page.GetByText("未改动，请对照")).ToHaveCountAsync(images);
        await Assertions.Expect(page.Locator(".part")).ToHaveCountAsync(2 + images);
        var employer = page.Locator("[data-target='field:employer']");
        await Assertions.Expect(employer.Locator(".before")).ToContainTextAsync("某某街道办事处");
        await Assertions.Expect(employer).ToContainTextAsync("某某区人民政府办公室");
        await Assertions.Expect(page.Locator("[data-target='field:post'] .before")).ToContainTextAsync("副主任科员");
        await visitor.IsAccessibleAsync();

        await ApproveAsync(page);
        Assert.IsType<Stage.Approved>((await site.Host.FindAsync(id)).Stage);
    }

    /// <summary>Two fields get a comment each, and the application goes back to the candidate.</summary>
    private static async Task ReturnAsync(IPage page)
    {
        await Assertions.Expect(page.GetByText("您正在审核")).ToBeVisibleAsync();
        await page.Locator("[data-target='field:employer']").ClickAsync();
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.GetByText("1 条意见")).ToBeVisibleAsync();
        // Its neighbour, the post, is next.
        await page.Keyboard.PressAsync("c");
        await page.GetByLabel("写给考生看的修改意见").FillAsync("请写全称");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("2 条意见")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("t");
        await page.ConfirmAsync("退回修改");
        await Assertions.Expect(page.GetByText("已退回修改。")).ToBeVisibleAsync();
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

    /// <summary>Possible only once all is accepted.</summary>
    private static async Task ApproveAsync(IPage page)
    {
        var approve = page.GetByRole(AriaRole.Button, new() { Name = "审核通过" });
        await Assertions.Expect(page.GetByText("您正在审核")).ToBeVisibleAsync();
        while (!await page.GetByText("全部审完").IsVisibleAsync())
        {
            await Assertions.Expect(approve).ToBeDisabledAsync();
            var open = await page.GetByText("未审", new() { Exact = true }).CountAsync();
            await page.Keyboard.PressAsync("a");
            await Assertions.Expect(page.GetByText("未审", new() { Exact = true })).ToHaveCountAsync(open - 1);
        }
        await Assertions.Expect(approve).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("y");
        await page.ConfirmAsync("审核通过");
        await Assertions.Expect(page.Locator("header.head .tag").First).ToHaveTextAsync("审核通过");
    }
}
