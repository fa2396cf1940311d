using System.Text;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Accounts from a spreadsheet (R1): what is wrong is told by row, and nothing is opened until it is confirmed.</summary>
public sealed class ImportTests(Chromium chromium)
{
    private const string Csv = """
        姓名,手机号,身份证号,工作单位,报考专业
        李四,13800000005,,某某局,法学
        王五,12345,,某某局,法学
        张三,13800000001,,某某局,法学
        钱七,13800000007,110105199003071230,某某局,法学
        孙八,13800000008,,某某局,天文
        赵六,13800000006,,某某局,公共管理
        """;

    [Fact]
    public async Task Rows_with_mistakes_are_named_and_the_others_opened_after_a_preview()
    {
        await using var site = await Site.OpenAsync(chromium);
        await site.Host.OpenAsync(Somebody.Account);
        var visitor = await site.StaffAsync("admin", Role.Admin);
        var page = visitor.Page;

        await page.GotoAsync("/staff/accounts");
        await visitor.IsAccessibleAsync();
        await page.GetByLabel("选择文件（XLSX 或 CSV）")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "名单.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(Csv),
                }
            );
        await page.ButtonAsync("预览");

        await Assertions.Expect(page.GetByText("可以开通 2 个，已存在 1 个，有错误 3 处")).ToBeVisibleAsync();
        var problems = page.Locator("[data-test=problems] tbody tr");
        await Assertions.Expect(problems).ToHaveCountAsync(3);
        await Assertions.Expect(problems.Nth(0)).ToContainTextAsync("手机号");
        await visitor.IsAccessibleAsync();
        Assert.Equal(1, await CountAsync(site));

        await page.ButtonAsync("开通 2 个账号");
        await page.ConfirmAsync("开通 2 个账号");
        await Assertions.Expect(page.GetByText("已开通 2 个账号。")).ToBeVisibleAsync();
        Assert.Equal(3, await CountAsync(site));
    }

    private static async Task<int> CountAsync(Site site) =>
        (
            await site
                .Host.Get<IApplicationIndex>()
                .CountByStageAsync(ASeason.Current.Id, TestContext.Current.CancellationToken)
        ).Values.Sum();
}
