using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Enrollment.Api.Access;
using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Tests.Applications;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Http;

/// <summary>A candidate with their own client, who does what candidates do.</summary>
internal sealed partial class Candidate
{
    /// <summary>Drawing an image takes longer than sending it, and everybody may send the same.</summary>
    private static readonly ConcurrentDictionary<Slot, byte[]> Drawn = new();

    private Candidate(TestHost host, ApplicationId id, ApiClient client) => (Host, Id, Client) = (host, id, client);

    public TestHost Host { get; }

    public ApplicationId Id { get; }

    public ApiClient Client { get; }

    /// <summary>Whose account was opened through the API; not signed in yet.</summary>
    public static Candidate Of(TestHost host, ApplicationId id) => new(host, id, host.Anybody());

    /// <summary>Whose account is open, whose text has arrived, and who is signed in.</summary>
    public static async Task<Candidate> SignedInAsync(TestHost host, Account? account = null)
    {
        var id = await host.OpenAsync(account);
        await host.SettleAsync();
        var candidate = Of(host, id);
        Assert.Equal(200, (await candidate.SignInAsync(account ?? Builders.Somebody.Account)).Status);
        return candidate;
    }

    /// <summary>Signed in, and agreed to everything.</summary>
    public static async Task<Candidate> DraftingAsync(TestHost host, Account? account = null)
    {
        var candidate = await SignedInAsync(host, account);
        var answer = await candidate.Client.PostAsync(
            "/api/application/consents",
            new { kinds = Enum.GetValues<ConsentKind>() }
        );
        Assert.Equal(200, answer.Status);
        return candidate;
    }

    /// <summary>Everything filled in and uploaded, nothing submitted.</summary>
    public static async Task<Candidate> CompleteAsync(TestHost host, Account? account = null)
    {
        var candidate = await DraftingAsync(host, account);
        Assert.Equal(200, (await candidate.SaveAsync(SampleForm.Valid, 0)).Status);
        await candidate.UploadRequiredAsync();
        return candidate;
    }

    /// <summary>An image for every slot that the sample form asks for, explained where inspection wonders.</summary>
    /// <param name="entryId">The education entry, where it is not the sample form's own.</param>
    public async Task UploadRequiredAsync(string? entryId = null)
    {
        foreach (var rule in Slots.All.Where(rule => MaterialRules.IsRequired(rule.Slot, SampleForm.Valid)))
        {
            var image = await UploadAsync(
                rule.Slot,
                Drawn.GetOrAdd(rule.Slot, slot => SampleImages.Right(slot, seed: 7)),
                rule.PerEntry ? entryId ?? SampleForm.Valid.Education[0].Id : null
            );
            Assert.True(image.IsAccepted, $"{rule.Slot}: {image.Findings}");
            if (image.NeedsExplanation)
            {
                var path = $"/api/application/materials/{rule.WireName}/{image.Id}/explanation";
                Assert.Equal(200, (await Client.PutAsync(path, new { explanation = "原件如此" })).Status);
            }
        }
    }

    public async Task<Answer> SignInAsync(Account account) =>
        await Client.PostAsync(
            "/api/session",
            new { phone = account.Phone.Value, code = await RequestCodeAsync(account.Phone) }
        );

    /// <summary>Asks for a code and reads it from the phone.</summary>
    public async Task<string> RequestCodeAsync(PhoneNumber phone)
    {
        Assert.Equal(202, (await Client.PostAsync("/api/session/code", new { phone = phone.Value })).Status);
        return await LastCodeAsync(Host, phone);
    }

    public static async Task<string> LastCodeAsync(TestHost host, PhoneNumber phone)
    {
        await host.Get<SignInTexts>().SettledAsync();
        var page = await host.Get<ITextMessageLog>()
            .ListAsync(new() { Phone = phone }, TestContext.Current.CancellationToken);
        var text = page.Items.First(one => one.Template == TextTemplate.SignInCode);
        return SixDigits().Match(text.Words).Value;
    }

    public async Task<CandidatePage> PageAsync()
    {
        var answer = await Client.GetAsync("/api/application");
        Assert.Equal(200, answer.Status);
        return answer.Read<CandidatePage>();
    }

    public Task<Answer> SaveAsync(Form form, int revision) =>
        Client.PutAsync("/api/application/form", form, $"\"{revision}\"");

    public async Task<UploadAnswer> OpenUploadAsync(Slot slot, string? entryId = null, string fileName = "扫描.jpg")
    {
        var answer = await Client.PostAsync(
            $"/api/application/materials/{WireName.Of(slot)}/uploads",
            new UploadRequest(Slots.Of(slot).Pages[0], entryId, fileName)
        );
        Assert.Equal(201, answer.Status);
        return answer.Read<UploadAnswer>();
    }

    public async Task<ImageView> UploadAsync(Slot slot, byte[] bytes, string? entryId = null)
    {
        var upload = await OpenUploadAsync(slot, entryId);
        var answer = await Client.PutBytesAsync(upload.UploadUrl, bytes);
        Assert.Equal(200, answer.Status);
        return answer.Read<ImageView>();
    }

    public Task<Answer> SubmitAsync() => Client.PostAsync("/api/application/submission", new { commitment = true });

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
