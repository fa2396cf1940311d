using System.Globalization;
using Enrollment.Seasons;

namespace Enrollment.Api.Admin;

/// <summary>A season to begin with (R17), for an administrator to change and save.</summary>
internal static class NextSeason
{
    private static readonly TimeSpan FirstFill = TimeSpan.FromDays(30);

    /// <summary>A year after the one before, with its settings; the first one starts from today.</summary>
    public static Season After(Season? before, DateOnly today)
    {
        if (before is null)
        {
            return First(today);
        }
        var calendar = before.Calendar;
        var year = before.Year + 1;
        return before with
        {
            Id = year.ToString(CultureInfo.InvariantCulture),
            Year = year,
            Calendar = calendar with
            {
                SubmissionCloses = calendar.SubmissionCloses.AddYears(1),
                ReviewCloses = calendar.ReviewCloses.AddYears(1),
                OnSiteFrom = calendar.OnSiteFrom.AddYears(1),
                OnSiteTo = calendar.OnSiteTo.AddYears(1),
                PaymentCloses = calendar.PaymentCloses.AddYears(1),
            },
            // Each year has a notice of its own.
            RestDays = new(),
            AdmissionRules = null,
        };
    }

    private static Season First(DateOnly today)
    {
        var closes = today.AddDays(FirstFill.Days);
        return new()
        {
            Id = today.Year.ToString(CultureInfo.InvariantCulture),
            Year = today.Year,
            BranchName = "分院",
            Programmes = ["经济管理", "公共管理", "法学"],
            FeeFen = 0,
            Calendar = new()
            {
                SubmissionCloses = closes,
                ReviewCloses = closes.AddDays(7),
                OnSiteFrom = closes.AddDays(10),
                OnSiteTo = closes.AddDays(12),
                OnSiteHours = "上午8:30–11:30，下午14:00–17:00",
                OnSitePlace = "分院教学楼一楼",
                PaymentCloses = closes.AddDays(14),
            },
        };
    }
}
