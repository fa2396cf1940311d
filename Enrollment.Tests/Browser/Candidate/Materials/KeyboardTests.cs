using System.Globalization;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>An image is mended without a mouse: what can be dragged can be done by keys as well (WCAG 2.1.1, 2.5.7).</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task A_photo_is_cropped_straightened_and_uploaded_by_keys_alone()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        await visit.ChooseAsync(Slot.IdPhoto, "照片.jpg", SampleImages.Wrong(FindingCode.WrongRatio, Slot.IdPhoto, 2));
        await visit.Button(Slot.IdPhoto, "就地修正").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.MendedAsync();

        var frame = visit.Dialog.Locator(".frame");
        await frame.FocusAsync();
        var before = await PlaceAsync(frame);
        await PressAsync("-", 4);
        await PressAsync("ArrowLeft", 3);
        await PressAsync("ArrowUp", 2);
        var after = await PlaceAsync(frame);
        Assert.True(after.Width < before.Width && after.Left < before.Left + before.Width, $"{before} → {after}");

        await visit.Dialog.GetByRole(AriaRole.Slider).FocusAsync();
        await PressAsync("ArrowRight", 5);
        await Expect(visit.Dialog.GetByText("0.5 度", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Dialog.GetByText("正在修正")).ToBeVisibleAsync();
        await visit.MendedAsync();
        await visit.Dialog.GetByRole(AriaRole.Button, new() { Name = "使用并上传" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AcceptedAsync(Slot.IdPhoto);

        async Task PressAsync(string key, int times)
        {
            for (var i = 0; i < times; i++)
            {
                await visit.Page.Keyboard.PressAsync(key);
            }
        }
    }

    private static async Task<(double Left, double Width)> PlaceAsync(ILocator frame) =>
        (await PercentAsync(frame, "left"), await PercentAsync(frame, "width"));

    private static async Task<double> PercentAsync(ILocator frame, string name) =>
        double.Parse(
            (await frame.EvaluateAsync<string>($"frame => frame.style.{name}")).TrimEnd('%'),
            CultureInfo.InvariantCulture
        );
}
