using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>After submission the materials are for reading only; a return opens what was commented, and nothing else (R10).</summary>
public sealed class ReturnedMaterialsTests(Chromium chromium)
{
    [Fact]
    public async Task Only_the_commented_slot_opens_with_the_comment_beside_its_image()
    {
        await using var site = await Site.OpenAsync(chromium);
        var candidate = await Http.Candidate.CompleteAsync(site.Host);
        Assert.Equal(200, (await candidate.SubmitAsync()).Status);
        var visit = await MaterialsVisit.OfAsync(site, candidate);
        await Expect(visit.Page.GetByText("现在不能改动材料")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "删除" })).ToHaveCountAsync(0);
        await visit.Visitor.IsAccessibleAsync();

        await ReturnAsync(candidate, "背景有阴影，请换一张");
        await visit.OpenAsync();

        await Expect(visit.Page.GetByText("本次只能改动：个人证件照")).ToBeVisibleAsync();
        await Expect(visit.Images(Slot.IdPhoto).GetByText("背景有阴影，请换一张")).ToBeVisibleAsync();
        await Expect(visit.Button(Slot.IdentityCard, "删除")).ToHaveCountAsync(0);
        await Expect(visit.Button(Slot.Other, "选择图片")).ToHaveCountAsync(0);
        await visit.Visitor.IsAccessibleAsync();

        await visit.Button(Slot.IdPhoto, "删除").ClickAsync();
        await visit.Button(Slot.IdPhoto, "确定删除").ClickAsync();
        await visit.ChooseAsync(Slot.IdPhoto, "新证件照.jpg", SampleImages.Portrait(21));
        await visit
            .Section(Slot.IdPhoto)
            .GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true })
            .ClickAsync();
        await visit.AcceptedAsync(Slot.IdPhoto);
    }

    private static async Task ReturnAsync(Http.Candidate candidate, string comment)
    {
        var photo = Assert.Single((await candidate.Host.FindAsync(candidate.Id)).ImagesIn(Slot.IdPhoto));
        var mark = new Mark(new ReviewTarget.OfImage(photo.Id), Verdict.Commented, comment);
        await candidate.Host.DoAsync(candidate.Id, new Command.ClaimReview());
        await candidate.Host.DoAsync(candidate.Id, new Command.MarkParts([mark]));
        await candidate.Host.DoAsync(candidate.Id, new Command.Return("请于五日内修改"));
        await candidate.Host.SettleAsync();
    }
}
