using System.Text.Json.Serialization;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Retention;

/// <summary>
/// 保存期限 (R16; Personal Information Protection Law art. 19, 47): the one place that says whose data is to be deleted, and
/// why it is kept where it is.
/// </summary>
public static class RetentionRule
{
    /// <summary>The first instant at which a season's data is due: its months after 缴费截止, the last day included.</summary>
    public static DateTimeOffset DueAt(Season season) =>
        ChinaTime.EndOf(season.Calendar.PaymentCloses.AddMonths(season.RetentionMonths));

    /// <summary>Why an application is kept; null when its personal data is to be deleted.</summary>
    public static Keeping? KeptFor(Season season, Application application, DateTimeOffset now) =>
        now < DueAt(season) ? Keeping.NotYetDue : KeptRegardlessOfTime(application);

    /// <summary>What stands against deletion at any time, one person's own request included.</summary>
    public static Keeping? KeptRegardlessOfTime(Application application) =>
        !HasEnded(application.Stage.Name) ? Keeping.NotEnded
        : application.Originals.Any(row => row.IsHeld) ? Keeping.OriginalsHeld
        : application.OpenOrder is not null || application.Payments.Any(IsMoneyUnderWay) ? Keeping.MoneyUnderWay
        : null;

    /// <summary>Nothing is to come of it but what staff start anew.</summary>
    public static bool HasEnded(StageName stage) =>
        stage is StageName.Paid or StageName.Abandoned or StageName.Rejected or StageName.Withdrawn;

    private static bool IsMoneyUnderWay(Payment payment) =>
        payment.IsRefundDue || payment is { Refund: not null, Refunded: null };
}

/// <summary>Why personal data is still kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Keeping>))]
public enum Keeping
{
    /// <summary>保存期未满</summary>
    [JsonStringEnumMemberName("not-yet-due")]
    NotYetDue,

    /// <summary>报名尚未结束</summary>
    [JsonStringEnumMemberName("not-ended")]
    NotEnded,

    /// <summary>原件未退还 (R12)</summary>
    [JsonStringEnumMemberName("originals-held")]
    OriginalsHeld,

    /// <summary>款项未结清: a refund is due or under way, or an order may still be paid (R13).</summary>
    [JsonStringEnumMemberName("money-under-way")]
    MoneyUnderWay,
}
