using Enrollment.Tests.Applications;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>On a phone of 360 pixels, and with letters twice as large: everything within reach (WCAG 1.4.4, 1.4.10).</summary>
public sealed class PhoneWidthTests(Chromium chromium)
{
    private static readonly string[] Addresses =
    [
        "/",
        "/form/person",
        "/form/party",
        "/form/work",
        "/form/schooling",
        "/form/history",
        "/form/diplomas",
        "/submission",
        "/documents",
        "/timeline",
        "/help/deadline",
        "/nowhere",
    ];

    [Fact]
    public async Task A_candidate_fills_in_a_section_on_a_phone()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.DraftingAsync(site.Host);
        await candidate.SaveAsync(SampleForm.Valid, 0);
        site.Host.Time.Advance(TimeSpan.FromMinutes(2));
        var visitor = await site.VisitorAsync(Site.Phone);
        var page = visitor.Page;
        await page.GotoAsync("/sign-in");
        await visitor.LooksRightAsync("phone-sign-in");
        await site.SignInAsync(page);

        await page.GotoAsync("/form/person");
        await page.Box("籍贯").FillAsync("山东青岛");
        await page.IsSavedAsync();
        Assert.Equal("山东青岛", (await candidate.PageAsync()).Form.Form.NativePlace);
        foreach (var address in Addresses)
        {
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
            await visitor.LooksRightAsync($"phone{address.Replace('/', '-')}");
        }
    }

    [Fact]
    public async Task Letters_twice_as_large_fit_too()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.DraftingAsync(site.Host);
        await candidate.SaveAsync(SampleForm.Valid, 0);
        site.Host.Time.Advance(TimeSpan.FromMinutes(2));
        // 200 % of a window of 1280 is a window of 640.
        var visitor = await site.VisitorAsync(new() { Width = 640, Height = 450 });
        await site.SignInAsync(visitor.Page);
        foreach (var address in Addresses)
        {
            await visitor.Page.GotoAsync(address);
            await Assertions.Expect(visitor.Page.Locator("h1").First).ToBeVisibleAsync();
            await visitor.LooksRightAsync($"zoomed{address.Replace('/', '-')}");
        }
    }
}
