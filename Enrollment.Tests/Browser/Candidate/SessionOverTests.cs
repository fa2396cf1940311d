using Enrollment.Tests.Applications;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>The session ends while somebody is typing: what was typed is still there after signing in again.</summary>
public sealed class SessionOverTests(Chromium chromium)
{
    [Fact]
    public async Task What_was_typed_outlives_the_session()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.DraftingAsync(site.Host);
        await candidate.SaveAsync(SampleForm.Valid, 0);
        site.Host.Time.Advance(TimeSpan.FromMinutes(2));
        var visitor = await site.VisitorAsync();
        visitor.Expect(401);
        var page = visitor.Page;
        await site.SignInAsync(page);
        await page.GotoAsync("/form/work");
        await Assertions.Expect(page.Box("任免机关")).ToBeVisibleAsync();

        site.Host.Time.Advance(TimeSpan.FromHours(3));
        await page.Box("任免机关").FillAsync("某某市委组织部");
        await page.WaitForURLAsync("**/sign-in**");
        await site.SignInAsync(page);

        await Assertions.Expect(page.Box("任免机关")).ToHaveValueAsync("某某市委组织部");
        await page.IsSavedAsync();
        Assert.Equal("某某市委组织部", (await site.Host.FindAsync(candidate.Id)).Form.AppointingAuthority);
    }
}
