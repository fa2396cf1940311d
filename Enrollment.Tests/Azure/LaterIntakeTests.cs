using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Azure.Materials;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Tests.Http;
using Enrollment.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Tests.Azure;

/// <summary>Uploads that are kept first and inspected when their blob says so (R2, R8, R9; DESIGN §3).</summary>
public sealed class LaterIntakeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_kept_first_and_has_its_verdict_once_it_is_taken_in()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var portrait = SampleImages.Portrait(1);

        var kept = await candidate.UploadAsync(Slot.IdPhoto, portrait);
        Assert.Equal((true, null), (kept.ReceivedAt is not null, kept.IsAccepted));
        Assert.Equal([(candidate.Id, kept.Id)], await host.Get<IncomingUploads>().ListAsync(Stop));

        await host.Get<LaterIntake>().TakeInAsync(candidate.Id, kept.Id, Stop);

        var taken = (
            await candidate.Client.GetAsync($"/api/application/materials/id-photo/{kept.Id}")
        ).Read<ImageView>();
        Assert.True(taken.IsAccepted);
        Assert.Equal(portrait, (await candidate.Client.GetAsync(kept.ContentUrl)).Bytes);
        Assert.Empty(await host.Get<IncomingUploads>().ListAsync(Stop));
    }

    [Fact]
    public async Task Taken_in_by_many_at_once_it_has_one_verdict()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var kept = await candidate.UploadAsync(Slot.IdPhoto, SampleImages.Portrait(1));

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => host.Get<LaterIntake>().TakeInAsync(candidate.Id, kept.Id, Stop))
        );

        var events = await host.Get<IApplicationStore>().ReadEventsAsync(candidate.Id, Stop);
        Assert.Single(events, one => one.Event is Event.ImageReceived);
        Assert.Single(events, one => one.Event is Event.ImageInspected);
    }

    [Fact]
    public async Task Bytes_whose_receipt_nobody_recorded_count_from_when_they_came()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var opened = await candidate.OpenUploadAsync(Slot.IdPhoto);
        var came = host.Get<ServerClock>().Now;
        // The process falls here, before it commits.
        await host.Get<IncomingUploads>().AddAsync(candidate.Id, opened.ImageId, SampleImages.Portrait(1), came, Stop);
        host.Time.Advance(TimeSpan.FromMinutes(7));

        await host.Get<LaterIntake>().TakeInLeftoversAsync(Stop);

        var image = (await host.FindAsync(candidate.Id)).FindImage(opened.ImageId)!;
        Assert.Equal((came, true), (image.ReceivedAt, image.Inspection is not null));
    }

    [Fact]
    public async Task The_first_bytes_stay_when_an_upload_is_sent_once_more()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var opened = await candidate.OpenUploadAsync(Slot.IdPhoto);
        var (first, second) = (SampleImages.Portrait(1), SampleImages.Portrait(2));
        await host.Get<IncomingUploads>()
            .AddAsync(candidate.Id, opened.ImageId, first, host.Get<ServerClock>().Now, Stop);

        Assert.Equal(200, (await candidate.Client.PutBytesAsync(opened.UploadUrl, second)).Status);
        await host.Get<LaterIntake>().TakeInAsync(candidate.Id, opened.ImageId, Stop);

        Assert.Equal(first, (await candidate.Client.GetAsync(opened.UploadUrl)).Bytes);
        Assert.Equal("image-already-received", (await candidate.Client.PutBytesAsync(opened.UploadUrl, second)).Code);
    }

    [Fact]
    public async Task What_is_no_JPEG_is_refused_at_once()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var opened = await candidate.OpenUploadAsync(Slot.IdPhoto);

        var answer = await candidate.Client.PutBytesAsync(
            opened.UploadUrl,
            SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, 1)
        );

        Assert.Equal((422, "not-jpeg"), (answer.Status, answer.Code));
        Assert.Empty(await host.Get<IncomingUploads>().ListAsync(Stop));
    }

    [Fact]
    public async Task A_submission_inspects_what_has_no_verdict_yet()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var kept = await candidate.UploadAsync(Slot.IdPhoto, SampleImages.Portrait(1));

        // Refused, for the form is empty; but not for want of a verdict.
        var answer = await candidate.SubmitAsync();

        Assert.Equal(422, answer.Status);
        Assert.NotNull((await host.FindAsync(candidate.Id)).FindImage(kept.Id)!.Inspection);
    }

    [Fact]
    public async Task An_upload_of_an_image_that_was_removed_is_thrown_away()
    {
        await using var host = await StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var kept = await candidate.UploadAsync(Slot.IdPhoto, SampleImages.Portrait(1));
        await candidate.Client.DeleteAsync($"/api/application/materials/id-photo/{kept.Id}");

        await host.Get<LaterIntake>().TakeInAsync(candidate.Id, kept.Id, Stop);

        Assert.Empty(await host.Get<IncomingUploads>().ListAsync(Stop));
        Assert.Empty(await host.Get<IMaterialFiles>().ListAsync(candidate.Id, Stop));
    }

    private static async Task<TestHost> StartAsync() =>
        await TestHost.StartAsync(
            services =>
                services
                    .AddSingleton<LaterIntake>()
                    .AddSingleton<IImageIntake>(provider => provider.GetRequiredService<LaterIntake>()),
            settings:
            [
                "--store=azure",
                $"--connection={await Azurite.ConnectionAsync()}",
                $"--Server:Prefix={Azurite.NewPrefix()}",
            ]
        );
}
