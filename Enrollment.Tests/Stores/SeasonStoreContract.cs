using Enrollment.Seasons;

namespace Enrollment.Tests.Stores;

public abstract class SeasonStoreContract : StoreContract
{
    [Fact]
    public async Task Before_the_first_season_none_is_open()
    {
        Assert.Null(await Store.Seasons.CurrentAsync(Stop));
        Assert.Null(await Store.Seasons.FindAsync("2026", Stop));
        Assert.Null(await Store.Seasons.ReadAdmissionRulesAsync("2026", Stop));
    }

    [Fact]
    public async Task The_season_saved_last_is_open_and_the_others_are_kept()
    {
        var (older, newer) = (SeasonOf(2025), SeasonOf(2026));
        await Store.Seasons.SaveAsync(older, Stop);
        await Store.Seasons.SaveAsync(newer, Stop);

        Assert.Equal(newer, await Store.Seasons.CurrentAsync(Stop));
        Assert.Equal(older, await Store.Seasons.FindAsync("2025", Stop));
        Assert.Equal([older, newer], (await Store.Seasons.AllAsync(Stop)).OrderBy(season => season.Year));

        await Store.Seasons.SaveAsync(older with { FeeFen = 1 }, Stop);
        await Store.ReopenAsync();
        Assert.Equal(older with { FeeFen = 1 }, await Store.Seasons.CurrentAsync(Stop));
    }

    [Fact]
    public async Task A_change_of_settings_is_seen_at_once()
    {
        for (var fee = 1; fee <= 20; fee++)
        {
            var changed = SeasonOf(2026) with { FeeFen = fee };
            await Store.Seasons.SaveAsync(changed, Stop);
            Assert.Equal(changed, await Store.Seasons.FindAsync("2026", Stop));
            Assert.Equal(changed, await Store.Seasons.CurrentAsync(Stop));
        }
    }

    [Fact]
    public async Task Admission_rules_are_kept_as_uploaded()
    {
        await Store.Seasons.SaveAsync(SeasonOf(2026), Stop);

        await Store.Seasons.SaveAdmissionRulesAsync("2026", new byte[] { 1, 2 }, Stop);
        await Store.Seasons.SaveAdmissionRulesAsync("2026", new byte[] { 3 }, Stop);

        Assert.Equal([3], await Store.Seasons.ReadAdmissionRulesAsync("2026", Stop));
        Assert.Null(await Store.Seasons.ReadAdmissionRulesAsync("2025", Stop));
    }

    private static Season SeasonOf(int year) =>
        new()
        {
            Id = year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Year = year,
            BranchName = "某市委党校分院",
            Programmes = ["公共管理", "法学"],
            FeeFen = 1_200_000,
            Calendar = new SeasonCalendar
            {
                SubmissionCloses = new DateOnly(year, 4, 30),
                ReviewCloses = new DateOnly(year, 5, 10),
                OnSiteFrom = new DateOnly(year, 5, 15),
                OnSiteTo = new DateOnly(year, 5, 20),
                OnSiteHours = "上午8:30–11:30",
                OnSitePlace = "教学楼一楼",
                PaymentCloses = new DateOnly(year, 5, 31),
            },
        };
}
