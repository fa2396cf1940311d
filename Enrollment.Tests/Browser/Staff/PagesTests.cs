using Enrollment.Access;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Every page as it stands when it is opened, in both languages: axe finds nothing, and the console stays silent.</summary>
public sealed class PagesTests(Chromium chromium)
{
    public static TheoryData<string> Pages => ["", "password", .. StaffAtWork.Pages];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_in_Chinese_and_in_English(string path)
    {
        var paid = AnApplication.Paid();
        await using var site = await Site.OpenAsync(chromium, now: paid.Now);
        await site.Host.StoreAsync(paid, 1);
        await site.Host.StoreAsync(AnApplication.Submitted(), 2);
        var visitor = await site.StaffAsync("everybody", Role.Reviewer, Role.Desk, Role.Admin);
        var page = visitor.Page;

        await page.GotoAsync($"/staff/{path}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visitor.IsAccessibleAsync();
        await page.ButtonAsync("English");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }
}
