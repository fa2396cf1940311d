using Enrollment.Applications;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>Approved: the papers, what to bring with one's own waivers, where and when, and the fee (R11–R13).</summary>
public sealed class ApprovedTests(Chromium chromium)
{
    [Fact]
    public async Task The_papers_are_opened_and_the_page_says_what_to_bring()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.CompleteAsync(site.Host);
        Assert.Equal(200, (await candidate.SubmitAsync()).Status);
        await ApproveAsync(site.Host, candidate.Id);
        site.Host.Time.Advance(TimeSpan.FromMinutes(2));
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;
        await site.SignInAsync(page);

        await page.SeesAsync("审核通过");
        await visitor.LooksRightAsync("home-approved");
        await page.Button("打印材料与现场须知").ClickAsync();
        await page.SeesAsync("在职干部研究生报名登记表");
        await page.SeesAsync("免交");
        await page.SeesAsync("分院报告厅");
        await page.SeesAsync("¥ 1,000.00");
        await visitor.LooksRightAsync("documents");
        foreach (var kind in new[] { "registration-form", "introduction-letter" })
        {
            Assert.Equal(200, (await candidate.Client.GetAsync($"/api/application/documents/{kind}.pdf")).Status);
        }
        await page.GotoAsync("/");
        await page.SeesAsync("待现场审核");
        await visitor.LooksRightAsync("home-printed");
    }

    private static async Task ApproveAsync(Http.TestHost host, ApplicationId id)
    {
        await host.DoAsync(id, new Command.ClaimReview());
        var parts = Lifecycle.PartsToReview(await host.FindAsync(id));
        await host.DoAsync(
            id,
            new Command.RecordOnlineVerification(new("张三", "某某大学", "104221201205001234", Matches: true))
        );
        await host.DoAsync(id, new Command.MarkParts([.. parts.Select(part => new Mark(part, Verdict.Accepted))]));
        await host.DoAsync(id, new Command.Approve());
        await host.SettleAsync();
    }
}
