using Enrollment.Seasons;

namespace Enrollment.Tests.Seasons;

public sealed class ChinaTimeTests
{
    [Theory]
    [InlineData("2026-06-04T15:59:59Z", "2026-06-04", "23:59:59")]
    [InlineData("2026-06-04T16:00:00Z", "2026-06-05", "00:00:00")]
    [InlineData("2026-06-04T23:00:00-09:00", "2026-06-05", "16:00:00")]
    public void A_day_in_China_begins_at_16_UTC(string instant, string day, string time)
    {
        var at = DateTimeOffset.Parse(instant);
        Assert.Equal((DateOnly.Parse(day), TimeOnly.Parse(time)), (ChinaTime.DateOf(at), ChinaTime.TimeOf(at)));
    }

    [Fact]
    public void A_day_ends_where_the_next_begins()
    {
        var end = ChinaTime.EndOf(new(2026, 6, 4));
        Assert.Equal(ChinaTime.At(new(2026, 6, 5), TimeOnly.MinValue), end);
        Assert.Equal(new DateOnly(2026, 6, 4), ChinaTime.DayEndingAt(end));
    }
}
