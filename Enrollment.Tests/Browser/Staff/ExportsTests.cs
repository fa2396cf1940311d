using System.IO.Compression;
using Enrollment.Access;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;
using MiniExcelLibs;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Exports (R16): what is downloaded opens, and holds what the list shows.</summary>
public sealed class ExportsTests(Chromium chromium)
{
    [Fact]
    public async Task Files_open_and_hold_what_the_list_is_narrowed_to()
    {
        var paid = AnApplication.Paid();
        await using var site = await Site.OpenAsync(chromium, now: paid.Now);
        await site.Host.StoreAsync(paid, 1);
        await site.Host.StoreAsync(AnApplication.Submitted(), 2);
        var visitor = await site.StaffAsync("admin", Role.Admin);
        var page = visitor.Page;

        await page.GotoAsync("/staff/applications?stage=submitted");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await visitor.IsAccessibleAsync();
        var listed = await RowsAsync(page, "报名表格");
        Assert.Equal("202600002", Assert.Single(listed)["报名号"]);

        await page.GotoAsync("/staff/applications?stage=");
        var payments = await RowsAsync(page, "缴费表格");
        Assert.Equal("4200001", Assert.Single(payments)["交易号"]);
        var roster = await RowsAsync(page, "花名册");
        Assert.Equal(StoredApplications.NameOf(1), Assert.Single(roster)["姓名"]);

        using var photos = new ZipArchive(new MemoryStream(await DownloadAsync(page, "证件照")));
        Assert.Equal("202600001.jpg", Assert.Single(photos.Entries).FullName);
        using var papers = UglyToad.PdfPig.PdfDocument.Open(await DownloadAsync(page, "打印材料"));
        Assert.Contains(StoredApplications.NameOf(1), papers.GetPage(1).Text, StringComparison.Ordinal);

        await page.GotoAsync("/staff/journal");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(5);
        await Assertions.Expect(page.GetByText("stage=submitted")).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }

    private static async Task<List<IDictionary<string, object>>> RowsAsync(IPage page, string name)
    {
        using var file = new MemoryStream(await DownloadAsync(page, name));
        return [.. file.Query(useHeaderRow: true).Select(row => (IDictionary<string, object>)row)];
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.ButtonAsync(name);
            await page.ConfirmAsync("导出");
        });
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
