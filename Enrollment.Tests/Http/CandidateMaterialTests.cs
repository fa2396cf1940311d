using Enrollment.Api.Candidates;
using Enrollment.Api.Problems;
using Enrollment.Materials;
using Enrollment.Materials.Jpeg;
using Enrollment.Materials.Samples;

namespace Enrollment.Tests.Http;

/// <summary>Uploads over HTTP (R7–R9).</summary>
public sealed class CandidateMaterialTests
{
    [Fact]
    public async Task An_unknown_slot_is_a_problem_of_its_own()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.Client.PostAsync(
            "/api/application/materials/passport/uploads",
            new { page = "portrait" }
        );
        Assert.Equal((404, "unknown-slot"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_limits_that_a_browser_checks_by_are_the_seasons()
    {
        await using var host = await TestHost.StartAsync();
        var slots = (await (await Candidate.DraftingAsync(host)).PageAsync()).Slots.Items;
        var photo = slots.Single(slot => slot.Slot == Slot.IdPhoto);
        Assert.Equal((100_000, 409_600, 300, 400), (photo.MinBytes, photo.MaxBytes, photo.MinWidth, photo.MinHeight));
        Assert.Equal(0.75, photo.AspectRatio);
        Assert.Empty(photo.Papers);
        Assert.Empty(photo.OfficialHosts);
        var diploma = slots.Single(slot => slot.Slot == Slot.BachelorDiploma);
        Assert.Equal([297, 210], diploma.Papers.Select(paper => paper.LongMm));
        Assert.Equal((200, null), (diploma.MinDpi, diploma.AspectRatio));
        var record = slots.Single(slot => slot.Slot == Slot.ChsiRecord);
        Assert.Equal(["www.chsi.com.cn", "my.chsi.com.cn"], record.OfficialHosts);
        Assert.Equal(
            [Page.RegistrationRecord, Page.DiplomaReport],
            record.Pages.Where(page => page.BearsCode).Select(page => page.Page)
        );
        Assert.Contains(
            slots.Single(slot => slot.Slot == Slot.AppointmentDocument).Pages,
            page => page is { Page: Page.StampedCopy, MayBeGrey: true }
        );
    }

    [Fact]
    public async Task What_a_browser_measures_itself_it_says_in_the_words_of_inspection()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var guide = (await candidate.Client.GetAsync("/api/application/materials/findings")).Read<FindingsGuide>();
        Assert.Equal(Enum.GetValues<FindingCode>(), guide.Findings.Select(one => one.Code));
        var bytes = guide.Findings.Single(one => one.Code == FindingCode.TooFewBytes);
        Assert.Equal("文件大小 {measured}，小于要求的 {required}。", bytes.Message);
        Assert.Equal(Severity.Blocks, bytes.Severity);
        Assert.All(guide.Findings, one => Assert.NotEmpty(one.Mend));
    }

    [Fact]
    public async Task A_png_named_jpg_is_refused_with_code_measure_and_requirement()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var upload = await candidate.OpenUploadAsync(Slot.IdPhoto);
        var answer = await candidate.Client.PutBytesAsync(
            upload.UploadUrl,
            SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, 1)
        );
        var problem = answer.Read<ApiProblem>();
        Assert.Equal((422, "not-jpeg"), (answer.Status, problem.Code));
        var finding = Assert.Single(problem.Findings!.Value, one => one.Severity == Severity.Blocks);
        Assert.Equal(FindingCode.NotJpeg, finding.Code);
        Assert.NotEmpty(finding.Measured);
        Assert.NotEmpty(finding.Required);
        Assert.Contains("JPEG", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Mend);
    }

    [Theory]
    [InlineData("thumbnail", 240)]
    [InlineData("review", 800)]
    public async Task A_copy_to_look_at_is_smaller_the_same_each_time_and_its_owners_only(string size, int height)
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var portrait = SampleImages.Portrait(1);
        var image = await candidate.UploadAsync(Slot.IdPhoto, portrait);
        var copy = await candidate.Client.GetAsync($"{image.ContentUrl}?size={size}");
        Assert.Equal((200, "image/jpeg"), (copy.Status, copy.MediaType));
        Assert.Equal(height, JpegStructure.Read(copy.Bytes).Height);
        Assert.Equal(copy.Bytes, (await candidate.Client.GetAsync($"{image.ContentUrl}?size={size}")).Bytes);
        Assert.Equal(portrait, (await candidate.Client.GetAsync(image.ContentUrl)).Bytes);
        Assert.Equal(404, (await candidate.Client.GetAsync($"{image.ContentUrl}?size=huge")).Status);

        var other = await Candidate.DraftingAsync(host, TestHost.Other("13800000002"));
        Assert.Equal(404, (await other.Client.GetAsync($"{image.ContentUrl}?size={size}")).Status);
    }

    [Fact]
    public async Task An_image_is_kept_as_it_came_and_shown_to_its_owner_only()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var portrait = SampleImages.Portrait(1);
        var image = await candidate.UploadAsync(Slot.IdPhoto, portrait);
        Assert.True(image.IsAccepted);
        var content = await candidate.Client.GetAsync(image.ContentUrl);
        Assert.Equal("image/jpeg", content.MediaType);
        Assert.Equal("no-store", content.Headers["Cache-Control"]);
        Assert.Equal(portrait, content.Bytes);

        var other = await Candidate.DraftingAsync(host, TestHost.Other("13800000002"));
        Assert.Equal(404, (await other.Client.GetAsync(image.ContentUrl)).Status);
        Assert.Equal(
            404,
            (
                await candidate.Client.GetAsync(image.ContentUrl.Replace("id-photo", "other", StringComparison.Ordinal))
            ).Status
        );
        Assert.Equal("image-already-received", (await candidate.Client.PutBytesAsync(image.ContentUrl, portrait)).Code);
        Assert.Equal(
            "slot-full",
            (
                await candidate.Client.PostAsync(
                    "/api/application/materials/id-photo/uploads",
                    new { page = "portrait" }
                )
            ).Code
        );

        Assert.Equal(
            204,
            (await candidate.Client.DeleteAsync($"/api/application/materials/id-photo/{image.Id}")).Status
        );
        Assert.Equal("image-unknown", (await candidate.Client.GetAsync(image.ContentUrl)).Code);
    }

    [Fact]
    public async Task An_image_of_more_than_20_MB_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var upload = await candidate.OpenUploadAsync(Slot.IdPhoto);
        var answer = await candidate.Client.PutBytesAsync(upload.UploadUrl, new byte[20 * 1024 * 1024 + 1]);
        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
        Assert.Contains("20 MB", answer.Detail, StringComparison.Ordinal);
    }
}
