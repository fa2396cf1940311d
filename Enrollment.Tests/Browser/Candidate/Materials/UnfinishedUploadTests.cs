using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>A page that was closed during an upload leaves an image without bytes, which is gone on with or taken away.</summary>
public sealed class UnfinishedUploadTests(Chromium chromium)
{
    [Fact]
    public async Task An_upload_left_behind_is_finished_with_the_file_chosen_again()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var opened = await visit.Candidate.OpenUploadAsync(Slot.IdPhoto);
        await visit.OpenAsync();

        await Expect(visit.Images(Slot.IdPhoto).GetByText("没有传完")).ToBeVisibleAsync();
        await visit.Visitor.IsAccessibleAsync();
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() =>
            visit.Button(Slot.IdPhoto, "重新选择文件").ClickAsync()
        );
        await chooser.SetFilesAsync(
            new FilePayload
            {
                Name = "证件照.jpg",
                MimeType = "image/jpeg",
                Buffer = SampleImages.Portrait(4),
            }
        );
        await visit
            .Section(Slot.IdPhoto)
            .GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true })
            .ClickAsync();
        var image = await visit.AcceptedAsync(Slot.IdPhoto);
        Assert.Equal(opened.ImageId, image.Id);
    }
}
