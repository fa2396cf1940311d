using Enrollment.Seasons;

namespace Enrollment.Server.Simulation;

/// <summary>A season with everything in it.</summary>
internal static class MadeUpSeason
{
    /// <summary>Laid out for the simulation, from the day on which its accounts are opened.</summary>
    public static Season Starting(DateOnly opens) =>
        With(
            opens,
            new SeasonCalendar
            {
                SubmissionCloses = opens.AddDays(18),
                ReviewCloses = opens.AddDays(32),
                OnSiteFrom = opens.AddDays(42),
                OnSiteTo = opens.AddDays(46),
                OnSiteHours = "上午8:30–11:30，下午14:00–17:00",
                OnSitePlace = "临江分院行政楼一楼大厅",
                PaymentCloses = opens.AddDays(49),
            }
        );

    /// <summary>In full swing today, for the demo: some fill in while others are on site.</summary>
    public static Season Around(DateOnly today) =>
        With(
            today,
            Starting(today).Calendar with
            {
                OnSiteFrom = today.AddDays(-2),
                OnSiteTo = today.AddDays(25),
                PaymentCloses = today.AddDays(28),
            }
        );

    private static Season With(DateOnly day, SeasonCalendar calendar) =>
        new()
        {
            Id = $"{day.Year}",
            Year = day.Year,
            BranchName = "示例省委党校临江分院",
            Programmes = ["公共管理", "法学", "经济学", "党史党建"],
            FeeFen = 30_000,
            SignInAddress = "https://baoming.example.cn",
            Calendar = calendar,
        };
}
