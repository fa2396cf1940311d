using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http.Review;

[Collection(StaffApiTests.Name)]
public sealed class ReviewTests(StaffHost host)
{
    private static readonly string One = $"/api/review/applications/{StaffClient.One}";

    [Fact]
    public async Task A_reviewer_sees_form_images_and_what_is_left_to_look_at()
    {
        await using var api = await host.WithAsync(AnApplication.Claimed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        var seen = await reviewer.GetAsync(One);

        Assert.True(seen.GetProperty("isMine").GetBoolean());
        Assert.Equal("张三", seen.GetProperty("form").GetProperty("name").GetString());
        Assert.Equal("姓名", seen.GetProperty("fields")[0].GetProperty("name").GetString());
        Assert.True(seen.GetProperty("completeness").GetProperty("isComplete").GetBoolean());
        Assert.NotEqual(0, seen.GetProperty("toReview").GetArrayLength());
        Assert.Equal("个人证件照", seen.GetProperty("images")[0].GetProperty("slotName").GetString());
        Assert.True(seen.GetProperty("crossChecks")[0].GetProperty("matches").GetBoolean());
        Assert.Equal(
            "not-found",
            await reviewer.RefusedAsync(HttpMethod.Get, $"/api/review/applications/{new string('b', 32)}")
        );
    }

    [Fact]
    public async Task What_another_has_claimed_is_not_for_taking()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var first = await api.AsAsync(Somebody.Reviewer);
        var second = await api.AsAsync(Somebody.OtherReviewer);

        Assert.Equal("not-claimed", await first.RefusedAsync(HttpMethod.Post, $"{One}/approval"));
        await first.PutAsync($"{One}/claim");
        Assert.Equal("claimed-by-another", await second.RefusedAsync(HttpMethod.Put, $"{One}/claim"));
        await first.OkAsync(HttpMethod.Delete, $"{One}/claim");
        Assert.True((await second.PutAsync($"{One}/claim")).GetProperty("isMine").GetBoolean());
    }

    [Fact]
    public async Task Comments_on_two_fields_and_an_image_return_the_application()
    {
        await using var api = await host.WithAsync(AnApplication.Claimed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);
        var photo = (await api.StateAsync()).ImagesIn(Slot.IdPhoto).Single().Id;

        Assert.Equal("nothing-commented", await reviewer.RefusedAsync(HttpMethod.Post, $"{One}/return", new { }));
        var marks = new object[]
        {
            new
            {
                target = "field:post",
                verdict = "commented",
                comment = "请写全称",
            },
            new
            {
                target = "field:employer",
                verdict = "commented",
                comment = "请填写人事关系所在单位",
            },
            new
            {
                target = $"image:{photo}",
                verdict = "commented",
                comment = "背景应为白色",
            },
            new { target = "field:name", verdict = "accepted" },
        };
        await reviewer.PutAsync($"{One}/marks", new { marks });
        await reviewer.PostAsync($"{One}/notes", new { text = "已电话联系" });
        var seen = await reviewer.PostAsync($"{One}/return", new { reason = "请于五日内修改" });

        Assert.Equal("returned", seen.GetProperty("stage").GetString());
        Assert.Equal("已电话联系", seen.GetProperty("notes")[0].GetProperty("text").GetString());
        var outcome = Assert.Single((await api.StateAsync()).Outcomes);
        Assert.Equal((StageName.Returned, 3), (outcome.Result, outcome.Comments.Count));
    }

    [Fact]
    public async Task A_comment_needs_words_and_something_to_be_about()
    {
        await using var api = await host.WithAsync(AnApplication.Claimed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        Assert.Equal("comment-missing", await Mark("field:post", "commented"));
        Assert.Equal("mark-target-unknown", await Mark($"image:{Uploads.Id(99)}", "accepted"));
        Assert.Equal("bad-value", await Mark("field:shoe-size", "accepted"));
        Assert.Equal("bad-value", await Mark("field:post", "perhaps"));

        Task<string> Mark(string target, string verdict) =>
            reviewer.RefusedAsync(HttpMethod.Put, $"{One}/marks", new { marks = new[] { new { target, verdict } } });
    }

    [Fact]
    public async Task Slot_nine_is_accepted_after_the_online_verification_and_all_accepted_is_approved()
    {
        await using var api = await host.WithAsync(AnApplication.Claimed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);
        var marks = Lifecycle
            .PartsToReview(await api.StateAsync())
            .Select(part => new { target = part.ToString(), verdict = "accepted" })
            .ToArray();

        Assert.Equal(
            "online-verification-missing",
            await reviewer.RefusedAsync(HttpMethod.Put, $"{One}/marks", new { marks })
        );
        Assert.Equal("parts-not-accepted", await reviewer.RefusedAsync(HttpMethod.Post, $"{One}/approval"));
        var verification = new
        {
            name = "张三",
            school = "某某大学",
            certificateNumber = "104221201205001234",
            matches = true,
        };
        await reviewer.PutAsync($"{One}/online-verification", verification);
        await reviewer.PutAsync($"{One}/marks", new { marks });
        var seen = await reviewer.PostAsync($"{One}/approval");

        Assert.Equal("approved", seen.GetProperty("stage").GetString());
        Assert.Equal(0, seen.GetProperty("toReview").GetArrayLength());
    }

    [Fact]
    public async Task A_rejection_needs_a_reason()
    {
        await using var api = await host.WithAsync(AnApplication.Claimed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        Assert.Equal(
            "reason-missing",
            await reviewer.RefusedAsync(HttpMethod.Post, $"{One}/rejection", new { reason = " " })
        );
        var seen = await reviewer.PostAsync($"{One}/rejection", new { reason = "不符合报考条件" });

        Assert.Equal("审核不通过", seen.GetProperty("stageText").GetString());
    }

    [Fact]
    public async Task A_finding_is_overruled_with_a_reason()
    {
        var image = Uploads.Id(50);
        await using var api = await host.WithAsync(
            AnApplication.Complete().With([.. Uploads.Of(image, Slot.Other, Uploads.Blocked)])
        );
        var reviewer = await api.AsAsync(Somebody.Reviewer);
        var path = $"{One}/images/{image}/override";

        Assert.Equal(
            "finding-unknown",
            await reviewer.RefusedAsync(HttpMethod.Post, path, new { code = "tilted", reason = "可以" })
        );
        var seen = await reviewer.PostAsync(path, new { code = "too-few-bytes", reason = "原件只有一行字，清晰可读" });

        var finding = seen.GetProperty("images")
            .EnumerateArray()
            .Single(one => one.GetProperty("image").GetProperty("id").GetString() == image.Value)
            .GetProperty("findings")[0];
        Assert.True(finding.GetProperty("isOverruled").GetBoolean());
        Assert.Contains("400–600 KB", finding.GetProperty("words").GetProperty("message").GetString());
    }

    [Fact]
    public async Task In_another_round_the_reviewer_sees_what_changed()
    {
        var photo = Uploads.Id(1);
        var again = Uploads.Id(60);
        var correcting = AnApplication.Correcting(
            new ReviewTarget.OfField(FormField.Post),
            new ReviewTarget.OfImage(photo)
        );
        var form = correcting.State.Form with { Post = "主任科员" };
        var corrected = correcting.By(
            Somebody.Candidate,
            [
                new Event.FormSaved([FormField.Post], FormFields.Only(form, [FormField.Post])),
                new Event.ImageRemoved(photo),
                .. Uploads.Of(again, Slot.IdPhoto, Uploads.Fine),
                new Event.Submitted(AnApplication.Commitment),
            ]
        );
        await using var api = await host.WithAsync(corrected);
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        var changes = await reviewer.GetAsync($"{One}/changes");

        var field = Assert.Single(changes.GetProperty("fields").EnumerateArray());
        Assert.Equal("职务", field.GetProperty("name").GetString());
        Assert.Equal("副主任科员", field.GetProperty("before").GetString());
        Assert.Equal("主任科员", field.GetProperty("after").GetString());
        Assert.Equal(
            again.Value,
            Assert.Single(changes.GetProperty("imagesAdded").EnumerateArray()).GetProperty("id").GetString()
        );
        Assert.Equal(
            photo.Value,
            Assert.Single(changes.GetProperty("imagesRemoved").EnumerateArray()).GetProperty("id").GetString()
        );
    }

    [Fact]
    public async Task In_the_first_round_nothing_has_changed()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());

        var changes = await (await api.AsAsync(Somebody.Reviewer)).GetAsync($"{One}/changes");

        Assert.Equal(0, changes.GetProperty("fields").GetArrayLength());
    }

    [Fact]
    public async Task An_image_is_served_to_reviewers_and_kept_by_nobody()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var photo = Uploads.Id(1);
        byte[] bytes = [0xFF, 0xD8, 0xFF, 0xD9];
        await api.Get<IMaterialFiles>()
            .WriteAsync(AnApplication.Id, MaterialFileNames.Of(photo), bytes, TestContext.Current.CancellationToken);
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        using var response = await reviewer.SendAsync(HttpMethod.Get, $"{One}/images/{photo}/content");

        Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(
            "not-found",
            await reviewer.RefusedAsync(HttpMethod.Get, $"{One}/images/{Uploads.Id(99)}/content")
        );
    }
}
