using Enrollment.Materials;
using Enrollment.Materials.Samples;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>A heavy page from a scanner becomes an accepted scan in the browser (R9): smaller, at the required DPI.</summary>
public sealed class ScannerPageTests(Chromium chromium)
{
    [Fact]
    public async Task An_8_MB_page_of_300_DPI_becomes_an_accepted_scan_that_states_its_density()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var scan = SampleImages.ScannerPage(Slot.AppointmentDocument, Page.FirstPage, seed: 6);
        Assert.InRange(scan.Length, 7_500_000, 8_500_000);

        await visit.ChooseAsync(Slot.AppointmentDocument, "扫描0001.jpg", scan);
        await Expect(visit.Section(Slot.AppointmentDocument).GetByText("超过要求的 400–600 KB")).ToBeVisibleAsync();
        await visit.MendAsync(Slot.AppointmentDocument);
        await visit.UseAsync();

        var image = await visit.AcceptedAsync(Slot.AppointmentDocument);
        Assert.InRange(image.Inspection!.Bytes, 400_000, 614_400);
        Assert.InRange(image.Inspection.Dpi!.Value, 200, 300);
        var path = $"/api/application/materials/appointment-document/{image.Id}/content";
        var header = ImageHeader.Read((await visit.Candidate.Client.GetAsync(path)).Bytes);
        Assert.Equal(image.Inspection.Dpi.Value, header.Density!.Value, tolerance: 1);
    }
}
