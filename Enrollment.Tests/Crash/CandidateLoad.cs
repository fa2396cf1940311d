using Enrollment.Api.Admin;
using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Crash;

/// <summary>Candidates who sign in with a code from the desk, save again and again, and upload.</summary>
/// <param name="phones">Never the same twice.</param>
internal sealed class CandidateLoad(Uri server, Acknowledged acknowledged, Func<string> phones)
    : Load(server, acknowledged)
{
    private const int Saves = 4;

    private static readonly byte[] Photo = SampleImages.Right(Slot.IdPhoto, seed: 7);

    public static ReadOnlyMemory<byte> PhotoBytes => Photo;

    protected override async Task<bool> WorkAsync()
    {
        var phone = phones();
        var id = await OpenAccountAsync(phone);
        using var candidate = new ApiClient(Server);
        var issued = Expect(
            200,
            await Staff.PostAsync($"/api/admin/applications/{id}/sign-in-code", new { reason = "短信被拦截" })
        );
        var code = issued.Read<CodeAnswer>().Code;
        Expect(200, await candidate.PostAsync("/api/session", new { phone, code }));
        var kinds = Enum.GetValues<ConsentKind>();
        Expect(200, await candidate.PostAsync("/api/application/consents", new { kinds }));
        await SaveAsync(candidate, id);
        await UploadAsync(candidate, id);
        return true;
    }

    private async Task SaveAsync(ApiClient candidate, ApplicationId id)
    {
        var revision = 0;
        for (var i = 1; i <= Saves; i++)
        {
            var form = SampleForm.Valid with { Post = $"第{i}职务" };
            var answer = Expect(200, await candidate.PutAsync("/api/application/form", form, $"\"{revision}\""));
            revision = answer.Read<FormAnswer>().Revision;
            Acknowledged.Forms[id] = (revision, form.Post);
            Acknowledged.CountOne();
        }
    }

    private async Task UploadAsync(ApiClient candidate, ApplicationId id)
    {
        var opened = Expect(
            201,
            await candidate.PostAsync(
                $"/api/application/materials/{WireName.Of(Slot.IdPhoto)}/uploads",
                new UploadRequest(Slots.Of(Slot.IdPhoto).Pages[0], EntryId: null, "证件照.jpg")
            )
        );
        var upload = opened.Read<UploadAnswer>();
        Expect(200, await candidate.PutBytesAsync(upload.UploadUrl, Photo));
        Acknowledged.Images.Add((id, upload.ImageId));
        Acknowledged.CountOne();
    }
}
