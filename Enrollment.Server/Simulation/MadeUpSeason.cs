using Enrollment.Seasons;

namespace Enrollment.Server.Simulation;

/// <summary>A season with everything in it, laid around the day on which its accounts are opened.</summary>
internal static class MadeUpSeason
{
    public static Season Starting(DateOnly opens, string signInAddress) =>
        new()
        {
            Id = $"{opens.Year}",
            Year = opens.Year,
            BranchName = "示例省委党校临江分院",
            Programmes = ["公共管理", "法学", "经济学", "党史党建"],
            FeeFen = 30_000,
            SignInAddress = signInAddress,
            Calendar = new SeasonCalendar
            {
                SubmissionCloses = opens.AddDays(18),
                ReviewCloses = opens.AddDays(32),
                OnSiteFrom = opens.AddDays(42),
                OnSiteTo = opens.AddDays(46),
                OnSiteHours = "上午8:30–11:30，下午14:00–17:00",
                OnSitePlace = "临江分院行政楼一楼大厅",
                PaymentCloses = opens.AddDays(49),
            },
        };
}
