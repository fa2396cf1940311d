using Enrollment.Applications;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>退回修改 (R10): the comment stands at its field, only what was returned is open, and it is submitted again.</summary>
public sealed class ReturnedTests(Chromium chromium)
{
    [Fact]
    public async Task What_was_returned_is_corrected_and_submitted_again()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.CompleteAsync(site.Host);
        Assert.Equal(200, (await candidate.SubmitAsync()).Status);
        await ReturnAsync(site.Host, candidate.Id);
        site.Host.Time.Advance(TimeSpan.FromMinutes(2));
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;
        await site.SignInAsync(page);

        await page.SeesAsync("审核员退回了部分内容");
        await page.SeesAsync("请与任职文件一致");
        await visitor.LooksRightAsync("home-returned");
        await page.Link("去修改 职务").ClickAsync();
        await page.SeesAsync("本次只能修改被退回的内容");
        await Assertions.Expect(page.Box("任免机关")).ToBeDisabledAsync();
        await page.Box("职务").FillAsync("主任科员");
        await page.IsSavedAsync();
        await visitor.LooksRightAsync("form-returned");

        await page.GotoAsync("/submission");
        await page.GetByLabel("本人承诺").CheckAsync();
        await page.Button("提交").ClickAsync();
        await page.Button("确认提交").ClickAsync();
        await page.SeesAsync("您的报名已提交");
        Assert.Equal("主任科员", (await candidate.PageAsync()).Form.Form.Post);
    }

    private static async Task ReturnAsync(Http.TestHost host, ApplicationId id)
    {
        await host.DoAsync(id, new Command.ClaimReview());
        var comment = new Mark(new ReviewTarget.OfField(FormField.Post), Verdict.Commented, "请与任职文件一致");
        await host.DoAsync(id, new Command.MarkParts([comment]));
        await host.DoAsync(id, new Command.Return("职务有出入"));
        await host.SettleAsync();
    }
}
