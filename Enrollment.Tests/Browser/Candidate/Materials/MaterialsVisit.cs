using Enrollment.Materials;
using Enrollment.Tests.Applications;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>A candidate with a filled-in form, before the materials page.</summary>
internal sealed class MaterialsVisit
{
    private MaterialsVisit(Http.Candidate candidate, Visitor visitor) => (Candidate, Visitor) = (candidate, visitor);

    public Http.Candidate Candidate { get; }

    public Visitor Visitor { get; }

    public IPage Page => Visitor.Page;

    /// <summary>The modal dialog in which an image is mended.</summary>
    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public static async Task<MaterialsVisit> BeginAsync(Site site, ViewportSize? viewport = null)
    {
        var candidate = await Http.Candidate.DraftingAsync(site.Host);
        Assert.Equal(200, (await candidate.SaveAsync(SampleForm.Valid, 0)).Status);
        return await OfAsync(site, candidate, viewport);
    }

    public static async Task<MaterialsVisit> OfAsync(Site site, Http.Candidate candidate, ViewportSize? viewport = null)
    {
        var visit = new MaterialsVisit(candidate, await site.VisitorAsync(viewport));
        await visit.Page.Context.AddCookiesAsync([
            new()
            {
                Name = "enrollment-session",
                Value = candidate.Client.SessionCookie!,
                Url = site.Host.Address.ToString(),
            },
        ]);
        await visit.OpenAsync();
        return visit;
    }

    public async Task OpenAsync()
    {
        await Page.GotoAsync("/materials");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "上传材料" })).ToBeVisibleAsync();
        await Expect(Section(Slot.Other)).ToBeVisibleAsync();
    }

    public ILocator Section(Slot slot) => Page.Locator($"#slot-{Slots.Of(slot).WireName}");

    /// <summary>Images that are on the server.</summary>
    public ILocator Images(Slot slot) => Section(slot).GetByRole(AriaRole.Article);

    public ILocator Button(Slot slot, string name) => Section(slot).GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Chooses a file for the slot, as from the computer's folders.</summary>
    public async Task ChooseAsync(Slot slot, string name, byte[] bytes, Page? page = null)
    {
        if (page is { } shown)
        {
            await Section(slot).GetByText(Slots.NameOf(shown, Language.Chinese), new() { Exact = true }).ClickAsync();
        }
        await Section(slot)
            .Locator("input[type=file]:not([capture])")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "image/jpeg",
                    Buffer = bytes,
                }
            );
    }

    /// <summary>Opens the dialog for the chosen file and waits until its numbers are right.</summary>
    public async Task MendAsync(Slot slot)
    {
        await Button(slot, "就地修正").ClickAsync();
        await MendedAsync();
    }

    public async Task MendedAsync() => await Expect(Dialog.GetByText("数值都符合标准")).ToBeVisibleAsync();

    public async Task UseAsync() => await Dialog.GetByRole(AriaRole.Button, new() { Name = "使用并上传" }).ClickAsync();

    /// <summary>The one image in the slot, as the server has it.</summary>
    public async Task<Image> StoredAsync(Slot slot) =>
        Assert.Single((await Candidate.Host.FindAsync(Candidate.Id)).ImagesIn(slot));

    /// <summary>Waits for the image's card, and gives what the server holds of it.</summary>
    public async Task<Image> AcceptedAsync(Slot slot)
    {
        await Expect(Images(slot)).ToHaveCountAsync(1);
        await Expect(Images(slot).GetByText("符合标准", new() { Exact = true })).ToBeVisibleAsync();
        var image = await StoredAsync(slot);
        Assert.Empty(image.Inspection!.Findings);
        return image;
    }
}
