using System.Text.RegularExpressions;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Api.Admin;

/// <summary>What can be wrong with a season's settings, by the path in their JSON.</summary>
internal static partial class SeasonChecks
{
    private static readonly Words OutOfOrder = new("日期先后不对。", "The days are out of order.");

    private static readonly Words Blank = new("不能为空。", "Must not be empty.");

    private static readonly Words OutOfRange = new("超出允许的范围。", "Out of range.");

    /// <summary>A text of the season that its place on a paper can't hold, for anybody (R11).</summary>
    public static Words Overflows(string box) =>
        new($"文字过长，打印材料中“{box}”放不下。", $"Too long for its place on the paper: {box}.");

    public static IEnumerable<(string Path, Words Fault)> Of(Season season) =>
        [
            .. OfBasics(season),
            .. OfDays(season),
            .. OfCalendar(season.Calendar),
            .. OfTimes(season),
            .. OfImageStandards(season.ImageStandards),
            .. TextTemplateChecks.Of(season.TextWordings),
        ];

    private static IEnumerable<(string, Words)> OfBasics(Season season) =>
        Faults(
            (
                !IdShape().IsMatch(season.Id),
                "id",
                new("须为1至32个小写字母、数字或连字符。", "1 to 32 of a–z, 0–9 and -.")
            ),
            (season.Year is < 2000 or > 2100, "year", OutOfRange),
            (season.BranchName.Trim().Length is 0 or > 50, "branchName", Blank),
            (season.Programmes.Count == 0 || season.Programmes.Any(string.IsNullOrWhiteSpace), "programmes", Blank),
            (
                season.Programmes.Distinct(StringComparer.Ordinal).Count() != season.Programmes.Count,
                "programmes",
                new("报考专业重复。", "A programme is named twice.")
            ),
            (season.FeeFen is < 0 or > 100_000_00, "feeFen", OutOfRange),
            (season.RetentionMonths is < 1 or > 600, "retentionMonths", OutOfRange),
            (string.IsNullOrWhiteSpace(season.PrivacyNoticeVersion), "privacyNoticeVersion", Blank),
            (
                season.SignInAddress.Length > 0
                    && !(
                        Uri.TryCreate(season.SignInAddress, UriKind.Absolute, out var uri)
                        && uri.Scheme is "https" or "http"
                    ),
                "signInAddress",
                new("须为 https 网址。", "Must be an https address.")
            ),
            (string.IsNullOrWhiteSpace(season.Wording.Commitment), "wording.commitment", Blank),
            (string.IsNullOrWhiteSpace(season.Wording.Introduction), "wording.introduction", Blank),
            (string.IsNullOrWhiteSpace(season.Wording.PartyMembership), "wording.partyMembership", Blank),
            (season.Wording.LetterValidDays is < 1 or > 365, "wording.letterValidDays", OutOfRange),
            (season.Eligibility.LeastYearsOfService is < 0 or > 50, "eligibility.leastYearsOfService", OutOfRange),
            (
                season.Eligibility is { LeastYearsOfService: > 0, ServiceCountedAt: null },
                "eligibility.serviceCountedAt",
                Blank
            )
        );

    /// <summary>Typing errors in a year, and days with which nothing can be reckoned.</summary>
    private static IEnumerable<(string, Words)> OfDays(Season season)
    {
        var calendar = season.Calendar;
        return Faults(
            (IsElsewhere(calendar.SubmissionCloses), "calendar.submissionCloses", OutOfRange),
            (IsElsewhere(calendar.ReviewCloses), "calendar.reviewCloses", OutOfRange),
            (IsElsewhere(calendar.OnSiteFrom), "calendar.onSiteFrom", OutOfRange),
            (IsElsewhere(calendar.OnSiteTo), "calendar.onSiteTo", OutOfRange),
            (IsElsewhere(calendar.PaymentCloses), "calendar.paymentCloses", OutOfRange),
            (season.RestDays.Holidays.Any(IsElsewhere), "restDays.holidays", OutOfRange),
            (season.RestDays.Workdays.Any(IsElsewhere), "restDays.workdays", OutOfRange)
        );

        bool IsElsewhere(DateOnly day) => Math.Abs(day.Year - season.Year) > 2;
    }

    private static IEnumerable<(string, Words)> OfCalendar(SeasonCalendar calendar) =>
        Faults(
            (calendar.ReviewCloses < calendar.SubmissionCloses, "calendar.reviewCloses", OutOfOrder),
            (calendar.OnSiteTo < calendar.OnSiteFrom, "calendar.onSiteTo", OutOfOrder),
            (calendar.OnSiteTo < calendar.ReviewCloses, "calendar.onSiteTo", OutOfOrder),
            (calendar.PaymentCloses < calendar.OnSiteTo, "calendar.paymentCloses", OutOfOrder),
            (string.IsNullOrWhiteSpace(calendar.OnSiteHours), "calendar.onSiteHours", Blank),
            (string.IsNullOrWhiteSpace(calendar.OnSitePlace), "calendar.onSitePlace", Blank)
        );

    private static IEnumerable<(string, Words)> OfTimes(Season season) =>
        Faults(
            (season.DaysToSubmit is < 1 or > 60, "daysToSubmit", OutOfRange),
            (
                season.ReceiptWait < TimeSpan.FromHours(1) || season.ReceiptWait > TimeSpan.FromDays(7),
                "receiptWait",
                OutOfRange
            ),
            (season.Reminders.Times.Any(time => time.DaysBefore is < 0 or > 30), "reminders.times", OutOfRange),
            (
                season.Reminders.Times.Any(time =>
                    time.At >= season.Reminders.QuietFrom || time.At < season.Reminders.QuietUntil
                ),
                "reminders.times",
                new("提醒时间在免打扰时段内。", "A reminder falls into the quiet hours.")
            ),
            (
                season.RestDays.Holidays.Any(season.RestDays.Workdays.Contains),
                "restDays.workdays",
                new("同一天既是假日又是工作日。", "A day is both off and worked.")
            )
        );

    private static IEnumerable<(string, Words)> OfImageStandards(ImageStandards standards) =>
        Faults(
            (standards.PhotoMinBytes is < 0 or > MaxBytes, "imageStandards.photoMinBytes", OutOfRange),
            (
                standards.PhotoMaxBytes < standards.PhotoMinBytes || standards.PhotoMaxBytes > MaxBytes,
                "imageStandards.photoMaxBytes",
                OutOfRange
            ),
            (standards.PhotoMinWidth is < 1 or > 5000, "imageStandards.photoMinWidth", OutOfRange),
            (standards.PhotoMinHeight is < 1 or > 5000, "imageStandards.photoMinHeight", OutOfRange),
            (standards.PhotoMaxAgeMonths is < 1 or > 120, "imageStandards.photoMaxAgeMonths", OutOfRange),
            (standards.ScanMinBytes is < 0 or > MaxBytes, "imageStandards.scanMinBytes", OutOfRange),
            (
                standards.ScanMaxBytes < standards.ScanMinBytes || standards.ScanMaxBytes > MaxBytes,
                "imageStandards.scanMaxBytes",
                OutOfRange
            ),
            (standards.ScanMinDpi is < 50 or > 1200, "imageStandards.scanMinDpi", OutOfRange),
            (standards.MaxPixels is < 1_000_000 or > 100_000_000, "imageStandards.maxPixels", OutOfRange),
            (standards.OfficialHosts.Any(string.IsNullOrWhiteSpace), "imageStandards.officialHosts", Blank),
            (
                standards.Severities.Any(one => one.Severity == Severity.Warns && CannotBeShown(one.Code)),
                "imageStandards.severities",
                new("无法打开的图片不能改为只作提示。", "An image that can't be opened can't merely warn.")
            )
        );

    private const long MaxBytes = ImageIntake.MaxBytes;

    private static bool CannotBeShown(FindingCode code) =>
        code is FindingCode.NotJpeg or FindingCode.Corrupt or FindingCode.TooManyPixels;

    private static IEnumerable<(string Path, Words Fault)> Faults(
        params IEnumerable<(bool IsWrong, string Path, Words Fault)> checks
    ) => checks.Where(check => check.IsWrong).Select(check => (check.Path, check.Fault));

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdShape();
}
