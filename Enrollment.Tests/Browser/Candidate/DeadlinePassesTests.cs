using Enrollment.Applications;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>The deadline passes while the page is open (R2): the person is told, and nothing is submitted late.</summary>
public sealed class DeadlinePassesTests(Chromium chromium)
{
    [Fact]
    public async Task The_open_form_says_that_the_time_is_over()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.DraftingAsync(site.Host);
        await candidate.SaveAsync(SampleForm.Valid, 0);
        site.Host.Time.SetUtcNow(ASeason.DraftDeadline.AddMinutes(-5));
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;
        await site.SignInAsync(page);
        await page.SeesAsync("2026年5月25日24时");
        await Assertions.Expect(page.GetByText("还剩 0 天 0 小时")).ToBeAttachedAsync();
        await visitor.LooksRightAsync("home-last-minutes");

        await page.GotoAsync("/form/work");
        await page.Box("职务").FillAsync("主任科员");
        await page.IsSavedAsync();
        site.Host.Time.SetUtcNow(ASeason.DraftDeadline);
        await site.Host.SettleAsync();
        visitor.Expect(409);
        await page.Box("职务").FillAsync("四级调研员");

        await page.SeesAsync("自动放弃");
        await visitor.LooksRightAsync("form-too-late");
        Assert.IsType<Stage.Abandoned>((await site.Host.FindAsync(candidate.Id)).Stage);
    }
}
