using Enrollment.Tests.Applications;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>Two tabs with the same form do not overwrite each other (R4, 412).</summary>
public sealed class TwoTabsTests(Chromium chromium)
{
    [Fact]
    public async Task The_second_tab_shows_both_versions_and_the_person_chooses()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.DraftingAsync(site.Host);
        await candidate.SaveAsync(SampleForm.Valid, 0);
        site.Host.Time.Advance(TimeSpan.FromMinutes(2));
        var visitor = await site.VisitorAsync();
        visitor.Expect(412);
        await site.SignInAsync(visitor.Page);
        var first = visitor.Page;
        var second = await visitor.TabAsync();
        await first.GotoAsync("/form/work");
        await second.GotoAsync("/form/work");

        await first.Box("职务").FillAsync("主任科员");
        await first.Box("工作单位").FillAsync("某某区民政局");
        await first.IsSavedAsync();
        await second.Box("职务").FillAsync("四级调研员");

        await second.SeesAsync("另一个页面也修改了内容");
        await second.SeesAsync("某某区民政局");
        await second.SeesAsync("四级调研员");
        await visitor.LooksRightAsync("two-tabs", second);
        await second.Button("按选择的保存").ClickAsync();
        await second.IsSavedAsync();

        var kept = (await candidate.PageAsync()).Form.Form;
        Assert.Equal(("某某区民政局", "四级调研员"), (kept.Employer, kept.Post));
        await Assertions.Expect(second.Box("工作单位")).ToHaveValueAsync("某某区民政局");
    }
}
