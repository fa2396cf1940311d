using Enrollment.Materials;
using Enrollment.Materials.Samples;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>An image may also be dropped into a slot, or pasted.</summary>
public sealed class DroppedAndPastedTests(Chromium chromium)
{
    /// <summary>What the browser does with a file that is dropped or pasted on an element.</summary>
    private const string Hand = """
        (element, [kind, base64]) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
          const data = new DataTransfer()
          data.items.add(new File([bytes], '证件照.jpg', { type: 'image/jpeg' }))
          element.dispatchEvent(
            kind === 'drop'
              ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
              : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          )
        }
        """;

    [Theory]
    [InlineData("drop")]
    [InlineData("paste")]
    public async Task A_file_that_comes_by_hand_is_checked_like_any_other(string kind)
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var base64 = Convert.ToBase64String(SampleImages.Portrait(8));
        await visit.Section(Slot.IdPhoto).Locator(".zone").EvaluateAsync(Hand, new[] { kind, base64 });
        await Expect(visit.Section(Slot.IdPhoto).GetByText("都符合标准，可以上传")).ToBeVisibleAsync();
        await visit.Button(Slot.IdPhoto, "上传").ClickAsync();
        await visit.AcceptedAsync(Slot.IdPhoto);
    }
}
