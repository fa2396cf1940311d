using System.Text.RegularExpressions;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;

namespace Enrollment.Server.Simulation;

/// <summary>One simulated candidate, acting through the API as their browser would.</summary>
internal sealed partial class Candidate(
    ApiClient browser,
    Account account,
    Form form,
    ImagePool images,
    int index,
    DateOnly today
) : IDisposable
{
    public ApplicationId Id { get; private set; }

    public Account Account => account;

    public Form Form { get; private set; } = form;

    /// <summary>Asks for a code, reads it in the text message, signs in.</summary>
    public async Task SignInAsync()
    {
        (await browser.PostAsync("/api/session/code", new { phone = account.Phone })).Expect();
        var texts = (await browser.GetAsync($"/api/demo/text-messages?phone={account.Phone}")).Expect();
        var code = texts.Json!["items"]!
            .AsArray()
            .Select(text => SixDigits().Match(text!["words"]!.GetValue<string>()))
            .First(match => match.Success)
            .Value;
        (await browser.PostAsync("/api/session", new { phone = account.Phone, code })).Expect();
        var page = (await browser.GetAsync("/api/application")).Expect();
        Id = page.Read<ApplicationId>("id");
    }

    public async Task ConsentAsync() =>
        (await browser.PostAsync("/api/application/consents", new { kinds = Enum.GetValues<ConsentKind>() })).Expect();

    /// <summary>暂存 of half a form, which says in words what is missing.</summary>
    public async Task SaveHalfAsync() => await SaveAsync(Form with { Education = [], WorkHistory = [], Post = null });

    public Task SaveWholeAsync() => SaveAsync(Form);

    public async Task SaveAsync(Form changed)
    {
        var page = (await browser.GetAsync("/api/application")).Expect();
        (await browser.PutAsync("/api/application/form", changed, page.ETag)).Expect();
    }

    /// <summary>Corrects one field of a returned form, and leaves the rest as it is.</summary>
    public async Task CorrectAsync(Func<Form, Form> change)
    {
        Form = change(Form);
        await SaveAsync(Form);
    }

    /// <summary>An image for everything that the form asks for.</summary>
    public async Task UploadAllAsync()
    {
        foreach (var (slot, page, entryId) in MadeUpPeople.Materials(Form))
        {
            await UploadAsync(slot, page, entryId, images.Right(slot, page, index));
        }
    }

    /// <summary>Uploads an image that is wrong in each way a finding names, is told so, and takes it away again.</summary>
    public async Task TryWrongImagesAsync()
    {
        foreach (var (code, slot, bytes) in images.Wrong)
        {
            await TryAsync(code, slot, bytes);
        }

        await SaveAsync(Form with { ChsiValidUntil = today.AddDays(10) });
        var record = images.Right(Slot.ChsiRecord, Page.RegistrationRecord, index);
        await TryAsync(FindingCode.ValidityTooShort, Slot.ChsiRecord, record);

        var document = images.Right(Slot.AppointmentDocument, Page.FirstPage, index);
        var (first, _) = await SendAsync(Slot.AppointmentDocument, Page.FirstPage, null, document);
        await TryAsync(FindingCode.DuplicateImage, Slot.AppointmentDocument, document);
        (await browser.DeleteAsync(first)).Expect();
    }

    public async Task<Answer> TrySubmitAsync() =>
        await browser.PostAsync("/api/application/submission", new { commitment = true });

    public async Task SubmitAsync() => (await TrySubmitAsync()).Expect();

    /// <summary>First sign-in to submission in one evening.</summary>
    public async Task FillInAsync()
    {
        await SignInAsync();
        await ConsentAsync();
        await SaveHalfAsync();
        (await TrySubmitAsync()).ExpectCode("incomplete");
        await SaveWholeAsync();
        await UploadAllAsync();
        await SubmitAsync();
    }

    /// <summary>Reads the comments and replaces what was returned.</summary>
    public async Task AnswerReturnAsync()
    {
        await SignInAsync();
        var page = (await browser.GetAsync("/api/application")).Expect().Json!;
        var photo = page["images"]!
            .AsArray()
            .First(image => image!["slot"]!.GetValue<string>() == WireName.Of(Slot.IdPhoto))!;
        (await browser.DeleteAsync($"/api/application/materials/id-photo/{photo["id"]!.GetValue<string>()}")).Expect();
        await UploadAsync(Slot.IdPhoto, Page.Portrait, null, images.Right(Slot.IdPhoto, Page.Portrait, index + 1));
        await CorrectAsync(now => now with { Post = "一级科员", NativePlace = "河北保定" });
        await SubmitAsync();
    }

    public async Task WithdrawAsync()
    {
        await SignInAsync();
        (await browser.PostAsync("/api/application/withdrawal", new { reason = "工作调动，本年度不再报名" })).Expect();
    }

    public async Task FetchPapersAsync()
    {
        await SignInAsync();
        foreach (var kind in PaperMaker.MadeOnApproval)
        {
            (await browser.GetAsync($"/api/application/documents/{WireName.Of(kind)}.pdf")).Expect();
        }
    }

    public void Dispose() => browser.Dispose();

    private async Task TryAsync(FindingCode code, Slot slot, byte[] bytes)
    {
        var (url, verdict) = await SendAsync(slot, Slots.Of(slot).Pages[0], null, bytes, refusedAs: code);
        var found = verdict["findings"]!.AsArray().Select(one => one!["code"]!.GetValue<string>()).ToList();
        if (!found.Contains(WireName.Of(code)))
        {
            throw new InvalidOperationException(
                $"An image drawn to be {WireName.Of(code)} was found to be [{string.Join(", ", found)}]."
            );
        }
        (await browser.DeleteAsync(url)).Expect();
    }

    private async Task UploadAsync(Slot slot, Page page, string? entryId, byte[] bytes)
    {
        var (url, verdict) = await SendAsync(slot, page, entryId, bytes);
        if (verdict["findings"]!.AsArray().Count > 0)
        {
            (
                await browser.PutAsync($"{url}/explanation", new { explanation = "原件如此，扫描件与原件一致。" })
            ).Expect();
        }
    }

    private async Task<(string Url, System.Text.Json.Nodes.JsonNode Verdict)> SendAsync(
        Slot slot,
        Page page,
        string? entryId,
        byte[] bytes,
        FindingCode? refusedAs = null
    )
    {
        var opened = await browser.PostAsync(
            $"/api/application/materials/{WireName.Of(slot)}/uploads",
            new
            {
                page = WireName.Of(page),
                entryId,
                fileName = $"{Slots.NameOf(slot, Language.Chinese)}.jpg",
            }
        );
        var upload = opened.Expect().Json!;
        var verdict = await browser.PutBytesAsync(upload["uploadUrl"]!.GetValue<string>(), bytes);
        var url = $"/api/application/materials/{WireName.Of(slot)}/{upload["imageId"]!.GetValue<string>()}";
        // What is no JPEG is refused at the door; everything else is kept with its verdict.
        return (url, (refusedAs == FindingCode.NotJpeg ? verdict.ExpectCode("not-jpeg") : verdict.Expect()).Json!);
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
