using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Api.Candidates;

/// <summary>现场报名: when, where, and the eleven rows with what each means for this candidate (R12).</summary>
public sealed record OnSiteView
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required string Hours { get; init; }

    public required string Place { get; init; }

    /// <summary>What to bring, with this candidate's own waivers.</summary>
    public required ValueList<OnSiteRow> Rows { get; init; }

    /// <summary>What the desk has ticked so far.</summary>
    public required ValueList<OriginalView> Checked { get; init; }

    internal static OnSiteView Of(Season season, Application application, Language language) =>
        new()
        {
            From = season.Calendar.OnSiteFrom,
            To = season.Calendar.OnSiteTo,
            Hours = season.Calendar.OnSiteHours,
            Place = season.Calendar.OnSitePlace,
            Rows = OnSiteRows.Of(application.Form, season.OnSite, UploadedOriginals.Of(application)),
            Checked = [.. application.Originals.Select(row => OriginalView.Of(row, language))],
        };
}

/// <summary>A row of the desk's ledger as the candidate sees it.</summary>
public sealed record OriginalView(
    OriginalItem Item,
    string Name,
    OriginalResult Result,
    string ResultWords,
    DateTimeOffset At,
    DateTimeOffset? ReturnedAt
)
{
    internal static OriginalView Of(OriginalRow row, Language language) =>
        new(
            row.Item,
            OriginalWords.Of(row.Item, language),
            row.Result,
            OriginalWords.Of(row.Result, language),
            row.At,
            row.ReturnedAt
        );
}

/// <summary>缴费 (R13)</summary>
public sealed record PaymentView
{
    /// <summary>Whole fen.</summary>
    public required long FeeFen { get; init; }

    /// <summary>缴费截止, to its end.</summary>
    public required DateOnly LastDay { get; init; }

    public required ValueList<PaidView> Payments { get; init; }

    internal static PaymentView Of(Season season, Application application) =>
        new()
        {
            FeeFen = season.FeeFen,
            LastDay = season.Calendar.PaymentCloses,
            Payments =
            [
                .. application.Payments.Select(one => new PaidView(
                    one.ReceiptNo,
                    one.Method,
                    one.AmountFen,
                    one.PaidAt,
                    one.IsInForce
                )),
            ],
        };
}

/// <param name="ReceiptNo">票据号</param>
/// <param name="AmountFen">Whole fen.</param>
/// <param name="IsInForce">Neither reversed nor refunded.</param>
public sealed record PaidView(
    string ReceiptNo,
    PaymentMethod Method,
    long AmountFen,
    DateTimeOffset PaidAt,
    bool IsInForce
);
