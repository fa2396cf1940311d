using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>What can't be mended is said, with the reason and the way out: nothing is enlarged, nothing painted.</summary>
public sealed class HonestRefusalTests(Chromium chromium)
{
    [Fact]
    public async Task A_photo_too_small_and_a_scan_too_coarse_are_refused_with_what_to_do()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var use = visit.Dialog.GetByRole(AriaRole.Button, new() { Name = "使用并上传" });

        var small = SampleImages.Wrong(FindingCode.TooFewPixels, Slot.IdPhoto, 1);
        await visit.ChooseAsync(Slot.IdPhoto, "截图.jpg", small);
        await visit.Button(Slot.IdPhoto, "就地修正").ClickAsync();
        await Expect(visit.Dialog.GetByText("只有 240×320 像素，少于 300×400")).ToBeVisibleAsync();
        await Expect(visit.Dialog.GetByText("向照相馆要原始数码照片")).ToBeVisibleAsync();
        await Expect(use).ToBeDisabledAsync();
        await visit.Visitor.IsAccessibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Dialog).ToHaveCountAsync(0);

        var coarse = SampleImages.Wrong(FindingCode.LowResolution, Slot.AppointmentDocument, 1);
        await visit.ChooseAsync(Slot.AppointmentDocument, "任职文件.jpg", coarse);
        await visit.Button(Slot.AppointmentDocument, "就地修正").ClickAsync();
        await Expect(visit.Dialog.GetByText("请用 300 DPI 重新扫描原件")).ToBeVisibleAsync();
        await Expect(use).ToBeDisabledAsync();
    }
}
