using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>The connection is lost during an upload: nothing is lost with it, and nothing is sent twice.</summary>
public sealed class LostConnectionTests(Chromium chromium)
{
    [Fact]
    public async Task An_upload_goes_on_when_the_network_is_back()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        visit.Visitor.Expect(0);
        await visit.ChooseAsync(Slot.IdPhoto, "证件照.jpg", SampleImages.Portrait(1));
        await visit.Page.RouteAsync("**/content", route => route.AbortAsync("connectionreset"));
        await visit.Button(Slot.IdPhoto, "上传").ClickAsync();

        var alert = visit.Section(Slot.IdPhoto).GetByRole(AriaRole.Alert).Filter(new() { HasText = "连接中断" });
        await Expect(alert).ToBeVisibleAsync();
        await visit.Visitor.IsAccessibleAsync();
        await visit.Page.UnrouteAsync("**/content");
        await visit.Button(Slot.IdPhoto, "立即重试").ClickAsync();
        await visit.AcceptedAsync(Slot.IdPhoto);
    }

    [Fact]
    public async Task An_image_that_arrived_although_its_answer_was_lost_is_not_sent_again()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        visit.Visitor.Expect(0);
        var sent = 0;
        await visit.Page.RouteAsync(
            "**/content",
            async route =>
            {
                if (route.Request.Method == "PUT")
                {
                    sent++;
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                }
                else
                {
                    await route.ContinueAsync();
                }
            }
        );
        await visit.ChooseAsync(Slot.IdPhoto, "证件照.jpg", SampleImages.Portrait(2));
        await visit.Button(Slot.IdPhoto, "上传").ClickAsync();
        await visit.AcceptedAsync(Slot.IdPhoto);
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task An_upload_that_was_opened_although_its_answer_was_lost_is_gone_on_with()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        visit.Visitor.Expect(0);
        var opened = 0;
        await visit.Page.RouteAsync(
            "**/uploads",
            async route =>
            {
                opened++;
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
        );
        await visit.ChooseAsync(Slot.IdPhoto, "证件照.jpg", SampleImages.Portrait(3));
        await visit.Button(Slot.IdPhoto, "上传").ClickAsync();
        await visit.AcceptedAsync(Slot.IdPhoto);
        Assert.Equal(1, opened);
    }
}
