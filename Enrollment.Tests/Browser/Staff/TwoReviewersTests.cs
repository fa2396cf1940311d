using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Two reviewers after one application (R10): one has it, and the other sees who, and can take over later.</summary>
public sealed class TwoReviewersTests(Chromium chromium)
{
    [Fact]
    public async Task The_second_sees_who_has_it_and_takes_over_once_the_claim_has_lapsed()
    {
        var submitted = AnApplication.Submitted();
        await using var site = await Site.OpenAsync(chromium, now: submitted.Now);
        var id = await site.Host.StoreAsync(submitted, 1);
        var first = await site.StaffAsync("first", Role.Reviewer);
        var second = await site.StaffAsync("second", Role.Reviewer);

        await first.Page.GotoAsync($"/staff/review/{id}");
        await Assertions.Expect(first.Page.GetByText("您正在审核")).ToBeVisibleAsync();
        await second.Page.GotoAsync($"/staff/review/{id}");
        await Assertions.Expect(second.Page.GetByText("后可接手")).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Button, new() { Name = "接手" })).ToBeHiddenAsync();
        await second.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(second.Page.GetByText("没有待审核且无人认领的报名了。")).ToBeVisibleAsync();

        site.Host.Time.Advance(Lifecycle.ClaimLease);
        await second.Page.GotoAsync($"/staff/review/{id}");
        await second.Page.ButtonAsync("接手");
        await Assertions.Expect(second.Page.GetByText("您正在审核")).ToBeVisibleAsync();

        first.Expect(409);
        await first.Page.Locator("[data-target='field:name']").ClickAsync();
        await first.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(first.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("李工作");
        Assert.Empty((await site.Host.FindAsync(id)).Marks);
    }
}
