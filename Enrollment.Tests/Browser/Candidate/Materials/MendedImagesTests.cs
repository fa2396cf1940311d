using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>Wrong images are mended in the browser and then accepted by the server (R8, R9).</summary>
public sealed class MendedImagesTests(Chromium chromium)
{
    [Fact]
    public async Task A_png_a_tilted_page_a_page_on_its_side_and_a_heavy_scan_are_mended_and_accepted()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        await visit.Visitor.IsAccessibleAsync();

        await visit.ChooseAsync(Slot.IdPhoto, "证件照.png", SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, 1));
        await Expect(visit.Section(Slot.IdPhoto).GetByText("文件不是 JPEG 格式（实际为 PNG）")).ToBeVisibleAsync();
        await visit.MendAsync(Slot.IdPhoto);
        await visit.UseAsync();
        await visit.AcceptedAsync(Slot.IdPhoto);

        var tilted = SampleImages.Wrong(FindingCode.Tilted, Slot.AppointmentDocument, 2);
        await visit.ChooseAsync(Slot.AppointmentDocument, "任职文件.jpg", tilted);
        await visit.MendAsync(Slot.AppointmentDocument);
        await Expect(visit.Dialog.GetByText("已自动扶正")).ToBeVisibleAsync();
        await visit.Visitor.IsAccessibleAsync();
        await visit.UseAsync();
        await visit.AcceptedAsync(Slot.AppointmentDocument);

        var sideways = SampleImages.Wrong(FindingCode.Sideways, Slot.ChsiRecord, 3);
        await visit.ChooseAsync(Slot.ChsiRecord, "备案表.jpg", sideways);
        await visit.MendAsync(Slot.ChsiRecord);
        await visit.Dialog.GetByRole(AriaRole.Button, new() { Name = "向左转 90°" }).ClickAsync();
        await Expect(visit.Dialog.GetByText("正在修正")).ToBeVisibleAsync();
        await visit.MendedAsync();
        await visit.UseAsync();
        await visit.AcceptedAsync(Slot.ChsiRecord);

        var heavy = SampleImages.Wrong(FindingCode.TooManyBytes, Slot.BachelorDiploma, 4);
        await visit.ChooseAsync(Slot.BachelorDiploma, "毕业证.jpg", heavy);
        await Expect(visit.Section(Slot.BachelorDiploma).GetByText("超过要求的 400–600 KB")).ToBeVisibleAsync();
        await visit.MendAsync(Slot.BachelorDiploma);
        await visit.UseAsync();
        await visit.AcceptedAsync(Slot.BachelorDiploma);
        await visit.Visitor.IsAccessibleAsync();
    }
}
