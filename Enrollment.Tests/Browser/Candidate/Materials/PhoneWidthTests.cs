using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>The page and its dialog on a small phone, in either language (WCAG 1.4.10).</summary>
public sealed class PhoneWidthTests(Chromium chromium)
{
    [Theory]
    [InlineData("zh", "就地修正", "看样例")]
    [InlineData("en", "Mend it here", "See examples")]
    public async Task Nothing_sticks_out_at_360_pixels(string language, string mend, string examples)
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site, Site.Phone);
        await visit.Page.EvaluateAsync($"localStorage.setItem('language', '{language}')");
        await visit.Page.ReloadAsync();
        foreach (var slot in new[] { Slot.IdPhoto, Slot.IdentityCard, Slot.ChsiRecord })
        {
            await visit.Section(slot).GetByText(examples).ClickAsync();
        }
        await visit.ChooseAsync(
            Slot.IdPhoto,
            "IMG_2031.JPG",
            SampleImages.Wrong(FindingCode.WrongRatio, Slot.IdPhoto, 1)
        );
        await Expect(visit.Button(Slot.IdPhoto, mend)).ToBeVisibleAsync();
        await visit.Visitor.LooksRightAsync("materials");

        await visit.Button(Slot.IdPhoto, mend).ClickAsync();
        await Expect(visit.Dialog.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(visit.Dialog.Locator("footer button").First).ToBeEnabledAsync();
        await visit.Visitor.LooksRightAsync("mending");
    }
}
