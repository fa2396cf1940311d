using System.Text.Json;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http.Admin;

[Collection(StaffApiTests.Name)]
public sealed class StatisticsTests(StaffHost host)
{
    [Fact]
    public async Task Statistics_count_stages_programmes_days_and_findings()
    {
        var draft = AnApplication.Drafting().With([.. Uploads.Of(Uploads.Id(9), Slot.Other, Uploads.Warned)]);
        await using var api = await host.WithAsync(draft);
        await api.AddAsync(AnApplication.Submitted(), 7);
        var admin = await api.AsAsync(StaffApi.Administrator);

        var statistics = await admin.GetAsync("/api/admin/statistics");
        var findings = await admin.GetAsync("/api/admin/statistics/findings");

        Assert.Equal(2, statistics.GetProperty("applications").GetInt32());
        Assert.Equal(
            2,
            Assert.Single(statistics.GetProperty("byProgramme").EnumerateArray()).GetProperty("applications").GetInt32()
        );
        Assert.Equal(2, statistics.GetProperty("byDay")[0].GetProperty("opened").GetInt32());
        Assert.Equal(
            1,
            findings
                .EnumerateArray()
                .Single(one => one.GetProperty("code").GetString() == "tilted")
                .GetProperty("found")
                .GetInt32()
        );
    }

    [Fact]
    public async Task The_funnel_counts_how_far_each_came_wherever_it_ended()
    {
        await using var api = await host.WithAsync(AnApplication.Paid());
        await api.AddAsync(AnApplication.Abandoned(), 2);
        await api.AddAsync(AnApplication.Rejected(), 3);
        await api.AddAsync(AnApplication.Returned(), 4);
        await api.AddAsync(AnApplication.Printed().By(Somebody.Candidate, new Event.Withdrawn("工作调动")), 5);
        var admin = await api.AsAsync(StaffApi.Administrator);

        var funnel = (await admin.GetAsync("/api/admin/statistics")).GetProperty("funnel");

        Assert.Equal(
            ["opened 5", "submitted 4", "approved 2", "verified 1", "paid 1"],
            funnel
                .EnumerateArray()
                .Select(step => $"{step.GetProperty("reach").GetString()} {step.GetProperty("applications")}")
        );
    }

    [Fact]
    public async Task Reviews_are_counted_by_day_and_by_the_working_days_they_took()
    {
        await using var api = await host.WithAsync(AnApplication.Approved());
        var admin = await api.AsAsync(StaffApi.Administrator);

        var statistics = await admin.GetAsync("/api/admin/statistics");

        var reviews = statistics.GetProperty("reviews");
        Assert.Equal(1, reviews.GetProperty("reviews").GetInt32());
        Assert.Equal(1, reviews.GetProperty("byWorkdays")[1].GetInt32());
        Assert.Equal(24, reviews.GetProperty("medianHours").GetDouble());
        Assert.Equal(
            ["2026-05-18 1 0 0", "2026-05-19 0 1 0", "2026-05-20 0 0 1"],
            statistics
                .GetProperty("byDay")
                .EnumerateArray()
                .Select(day =>
                    $"{day.GetProperty("day").GetString()} {Of(day, "opened")} {Of(day, "submitted")} {Of(day, "reviewed")}"
                )
        );

        static int Of(JsonElement day, string what) => day.GetProperty(what).GetInt32();
    }

    [Theory]
    [InlineData(25, 0)]
    [InlineData(24, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public async Task Who_lapses_within_a_day_is_named(int hoursLeft, int atRisk)
    {
        await using var api = await host.WithAsync(
            AnApplication.Drafting().At(ASeason.DraftDeadline.AddHours(-hoursLeft))
        );
        var admin = await api.AsAsync(StaffApi.Administrator);

        var risk = (await admin.GetAsync("/api/admin/statistics")).GetProperty("atRisk");

        Assert.Equal(atRisk, risk.GetProperty("applications").GetInt32());
        Assert.Equal(atRisk, risk.GetProperty("items").GetArrayLength());
    }
}
