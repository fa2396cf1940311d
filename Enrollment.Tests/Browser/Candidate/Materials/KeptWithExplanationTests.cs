using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>An image with a warning may be kept with a reason, replaced, or deleted (R9).</summary>
public sealed class KeptWithExplanationTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_without_a_seal_is_kept_with_a_reason_and_then_deleted_after_all()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var unsealed = SampleImages.Wrong(FindingCode.SealMissing, Slot.BachelorDiploma, 1);
        await visit.ChooseAsync(Slot.BachelorDiploma, "毕业证.jpg", unsealed);
        await visit.Button(Slot.BachelorDiploma, "上传").ClickAsync();

        var card = visit.Images(Slot.BachelorDiploma);
        await Expect(card.GetByText("没有找到红色印章")).ToBeVisibleAsync();
        await visit.Visitor.IsAccessibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "保留并说明" }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Alert).Filter(new() { HasText = "请写明理由" })).ToBeVisibleAsync();
        await card.GetByLabel("保留这张图片的理由").FillAsync("此证书的章在第二页");
        await card.GetByRole(AriaRole.Button, new() { Name = "保留并说明" }).ClickAsync();
        await Expect(card.GetByText("此证书的章在第二页")).ToBeVisibleAsync();
        Assert.Equal("此证书的章在第二页", (await visit.StoredAsync(Slot.BachelorDiploma)).Explanation);

        await card.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "确定删除" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        Assert.Empty((await visit.Candidate.Host.FindAsync(visit.Candidate.Id)).ImagesIn(Slot.BachelorDiploma));
    }
}
