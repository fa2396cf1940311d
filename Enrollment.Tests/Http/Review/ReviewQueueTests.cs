using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http.Review;

[Collection(StaffApiTests.Name)]
public sealed class ReviewQueueTests(StaffHost host)
{
    [Fact]
    public async Task The_queue_counts_the_stages_and_says_how_many_working_days_each_has_waited()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted().Later(TimeSpan.FromDays(6)));
        await api.AddAsync(AnApplication.Drafting(), 7);
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        var all = await reviewer.GetAsync("/api/review/applications");
        var waiting = await reviewer.GetAsync("/api/review/applications?stage=submitted");

        Assert.Equal(1, all.GetProperty("counts").GetProperty("submitted").GetInt32());
        Assert.Equal(1, all.GetProperty("counts").GetProperty("draft").GetInt32());
        Assert.Equal(2, all.GetProperty("items").GetArrayLength());
        var item = Assert.Single(waiting.GetProperty("items").EnumerateArray());
        Assert.Equal(StaffClient.One, item.GetProperty("application").GetProperty("id").GetString());
        Assert.Equal("待审核", item.GetProperty("stageText").GetString());
        // From Tuesday to the Monday after.
        Assert.Equal(4, item.GetProperty("workdaysInStage").GetInt32());
    }

    [Theory]
    [InlineData("query=139000000", 0)]
    [InlineData("query=13900000007", 1)]
    [InlineData("query=考生", 1)]
    [InlineData("query=202600007", 1)]
    [InlineData("programme=法学", 2)]
    [InlineData("programme=天文", 0)]
    [InlineData("mine=true", 0)]
    [InlineData("attention=true", 0)]
    [InlineData("stage=submitted,returned", 1)]
    [InlineData("warnings=true", 0)]
    [InlineData("waiting=0", 2)]
    [InlineData("waiting=1", 1)]
    public async Task The_queue_is_searched_and_narrowed(string question, int found)
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        await api.AddAsync(AnApplication.Drafting(), 7);
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        var answer = await reviewer.GetAsync($"/api/review/applications?{question}");

        Assert.Equal(found, answer.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("stage=nowhere")]
    [InlineData("cursor=made-up")]
    [InlineData("waiting=-1")]
    public async Task A_question_that_makes_no_sense_is_refused(string question)
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        Assert.Equal("bad-value", await reviewer.RefusedAsync(HttpMethod.Get, $"/api/review/applications?{question}"));
    }

    [Theory]
    [InlineData("waiting=4", 1)]
    [InlineData("waiting=5", 0)]
    public async Task The_queue_is_narrowed_to_those_that_wait_for_so_many_working_days(string question, int found)
    {
        // Submitted on a Tuesday, asked on the Monday after: four working days.
        await using var api = await host.WithAsync(AnApplication.Submitted());
        api.Time.Advance(TimeSpan.FromDays(6));
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        var answer = await reviewer.GetAsync($"/api/review/applications?stage=submitted&{question}");

        Assert.Equal(found, answer.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_queue_is_narrowed_to_those_with_warnings_on_their_images()
    {
        var warned = AnApplication.Drafting().With([.. Uploads.Of(Uploads.Id(9), Slot.Other, Uploads.Warned)]);
        await using var api = await host.WithAsync(warned);
        await api.AddAsync(AnApplication.Submitted(), 7);
        var reviewer = await api.AsAsync(Somebody.Reviewer);

        var answer = await reviewer.GetAsync("/api/review/applications?warnings=true");

        var item = Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("application");
        Assert.Equal(StaffClient.One, item.GetProperty("id").GetString());
        Assert.Equal(1, item.GetProperty("warnings").GetInt32());
    }

    [Fact]
    public async Task A_row_says_who_has_it_and_until_when_and_the_next_one_may_then_be_it()
    {
        await using var api = await host.WithAsync(AnApplication.Claimed());
        var other = await api.AsAsync(Somebody.OtherReviewer);

        var item = (await other.GetAsync("/api/review/applications"))
            .GetProperty("items")[0]
            .GetProperty("application");
        using var none = await other.SendAsync(HttpMethod.Post, "/api/review/next");
        var seen = await other.GetAsync($"/api/review/applications/{StaffClient.One}");
        Assert.False(seen.GetProperty("canClaim").GetBoolean());
        api.Time.Advance(Lifecycle.ClaimLease);
        seen = await other.GetAsync($"/api/review/applications/{StaffClient.One}");
        Assert.True(seen.GetProperty("canClaim").GetBoolean());
        var taken = await other.PostAsync("/api/review/next");

        Assert.Equal("李审核", item.GetProperty("claimedByName").GetString());
        Assert.True(item.TryGetProperty("claimLapsesAt", out _));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, none.StatusCode);
        Assert.Equal("王审核", taken.GetProperty("claim").GetProperty("by").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_next_one_is_the_longest_waiting_that_nobody_has()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var later = await api.AddAsync(AnApplication.Submitted().Later(TimeSpan.FromHours(1)), 7);
        var first = await api.AsAsync(Somebody.Reviewer);
        var second = await api.AsAsync(Somebody.OtherReviewer);

        var one = await first.PostAsync("/api/review/next");
        var two = await second.PostAsync("/api/review/next");
        using var none = await first.SendAsync(HttpMethod.Post, "/api/review/next");

        Assert.Equal(
            new[] { StaffClient.One, later.Value }.Order(),
            new[] { one, two }.Select(seen => seen.GetProperty("id").GetString()).Order()
        );
        Assert.Equal(System.Net.HttpStatusCode.NoContent, none.StatusCode);
    }

    [Fact]
    public async Task Preset_reasons_are_about_parts_that_there_are()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());

        var reasons = await (await api.AsAsync(Somebody.Reviewer)).GetAsync("/api/review/reasons");

        Assert.All(
            reasons.EnumerateArray(),
            reason =>
                Assert.True(
                    !reason.TryGetProperty("target", out var target)
                        || ReviewTarget.TryParse(target.GetString(), null, out _)
                )
        );
    }
}
