using Enrollment.Materials;
using Enrollment.Materials.Samples;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>A phone's picture becomes an ID photo in the browser (R8): cropped and made smaller, never enlarged.</summary>
public sealed class PhonePhotoTests(Chromium chromium)
{
    [Fact]
    public async Task A_4_MB_phone_photo_of_4000_by_3000_becomes_an_accepted_id_photo()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var photo = SampleImages.PhonePhoto(seed: 5);
        Assert.InRange(photo.Length, 3_900_000, 4_300_000);

        await visit.ChooseAsync(Slot.IdPhoto, "IMG_2031.JPG", photo);
        await Expect(visit.Section(Slot.IdPhoto).GetByText("宽高比应为 3 : 4")).ToBeVisibleAsync();
        await visit.MendAsync(Slot.IdPhoto);
        await visit.UseAsync();

        var image = await visit.AcceptedAsync(Slot.IdPhoto);
        Assert.InRange(image.Inspection!.Bytes, 100_000, 409_600);
        Assert.InRange(image.Inspection.Width, 300, 2250);
        Assert.Equal(image.Inspection.Width * 4, image.Inspection.Height * 3);
    }
}
