using Enrollment.Seasons;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests.Builders;

/// <summary>The season that tests play in, and its instants.</summary>
internal static class ASeason
{
    /// <summary>Like <see cref="SampleForm.Season"/>, with admission rules to confirm and the Dragon Boat day off.</summary>
    public static Season Current { get; } =
        SampleForm.Season with
        {
            AdmissionRules = new("2026-1", "招生办法.pdf", new string('a', 64)),
            RestDays = new() { Holidays = [new(2026, 6, 19)] },
        };

    /// <summary>Open on that day, for a server that has the real clock.</summary>
    public static Season Around(DateOnly today) =>
        Current with
        {
            Calendar = Current.Calendar with
            {
                SubmissionCloses = today.AddDays(30),
                ReviewCloses = today.AddDays(40),
                OnSiteFrom = today.AddDays(50),
                OnSiteTo = today.AddDays(52),
                PaymentCloses = today.AddDays(60),
            },
        };

    /// <summary>Monday, when staff open the account.</summary>
    public static DateTimeOffset Opening { get; } = ChinaTime.At(new(2026, 5, 18), new(9, 0));

    /// <summary>Five days after that Monday is a Saturday, so that the last day is the next Monday.</summary>
    public static DateTimeOffset DraftDeadline { get; } = ChinaTime.EndOf(new(2026, 5, 25));

    /// <summary>24:00 of the last on-site day.</summary>
    public static DateTimeOffset OnSiteEnd { get; } = ChinaTime.EndOf(Current.Calendar.OnSiteTo);

    /// <summary>24:00 of 缴费截止.</summary>
    public static DateTimeOffset PaymentEnd { get; } = ChinaTime.EndOf(Current.Calendar.PaymentCloses);
}
