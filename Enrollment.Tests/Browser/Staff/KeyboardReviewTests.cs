using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>A reviewer's morning (R10): no hand leaves the keyboard.</summary>
public sealed class KeyboardReviewTests(Chromium chromium)
{
    private const int Applications = 10;

    [Fact]
    public async Task Ten_applications_are_approved_by_keyboard_alone()
    {
        var submitted = AnApplication.Submitted();
        await using var site = await Site.OpenAsync(chromium, now: submitted.Now);
        for (var i = 1; i <= Applications; i++)
        {
            await site.Host.StoreAsync(submitted, i);
        }
        var visitor = await site.StaffAsync("reviewer", Role.Reviewer);
        var page = visitor.Page;

        await page.GotoAsync("/staff/review");
        await Assertions.Expect(page.Locator("[data-test=queue] tbody tr")).ToHaveCountAsync(Applications);
        await visitor.IsAccessibleAsync();
        for (var i = 1; i <= Applications; i++)
        {
            await page.Keyboard.PressAsync("n");
            await Assertions.Expect(page.GetByText("还有 ")).ToBeVisibleAsync();
            if (i == 1)
            {
                await visitor.IsAccessibleAsync();
            }
            await ReviewAsync(page);
        }

        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.GetByText("没有待审核且无人认领的报名了。")).ToBeVisibleAsync();
        for (var i = 1; i <= Applications; i++)
        {
            var state = await site.Host.FindAsync(ApplicationId.Parse($"{i:x32}"));
            Assert.IsType<Stage.Approved>(state.Stage);
            Assert.True(state.OnlineVerification!.Matches);
        }
    }

    private static async Task ReviewAsync(IPage page)
    {
        await VerifyOnlineAsync(page);
        var left = page.GetByText("全部审完");
        while (!await left.IsVisibleAsync())
        {
            await page.Keyboard.PressAsync("a");
        }
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "审核通过" })).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("y");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "审核通过" }))
            .ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("header.head .tag").First).ToHaveTextAsync("审核通过");
    }

    /// <summary>The official site says what the form says.</summary>
    private static async Task VerifyOnlineAsync(IPage page)
    {
        await page.Keyboard.PressAsync("v");
        await Assertions.Expect(page.GetByLabel("姓名", new() { Exact = true })).ToBeFocusedAsync();
        for (var field = 0; field < 3; field++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("还没有登记。")).ToBeHiddenAsync();
    }
}
