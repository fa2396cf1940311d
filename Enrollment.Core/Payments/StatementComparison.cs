using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Payments;

/// <summary>A payment of the ledger and whose it is.</summary>
public sealed record LedgerLine(ApplicationId Application, Payment Payment);

/// <summary>What a provider's statement and the ledger do not agree on (对账差异, R13).</summary>
/// <param name="HereFen">In the ledger; null where it is not.</param>
/// <param name="ThereFen">On the statement; null where it is not.</param>
public sealed record StatementDifference(
    DifferenceKind Kind,
    PaymentMethod Method,
    string OrderNo,
    string TransactionNo,
    long? HereFen,
    long? ThereFen,
    DateTimeOffset At,
    ApplicationId? Application
);

[JsonConverter(typeof(JsonStringEnumConverter<DifferenceKind>))]
public enum DifferenceKind
{
    /// <summary>平台有、系统无</summary>
    [JsonStringEnumMemberName("not-here")]
    NotHere,

    /// <summary>系统有、平台无</summary>
    [JsonStringEnumMemberName("not-there")]
    NotThere,

    /// <summary>金额不符</summary>
    [JsonStringEnumMemberName("amount-differs")]
    AmountDiffers,

    /// <summary>平台已退款、系统未登记</summary>
    [JsonStringEnumMemberName("refund-not-here")]
    RefundNotHere,

    /// <summary>系统已退款、平台无</summary>
    [JsonStringEnumMemberName("refund-not-there")]
    RefundNotThere,

    /// <summary>同一交易号登记了两次</summary>
    [JsonStringEnumMemberName("entered-twice")]
    EnteredTwice,
}

/// <summary>Holds the ledger of a day against the provider's statement of that day.</summary>
public static class StatementComparison
{
    /// <param name="ledger">Every payment by this method, of all days: an entry by hand may bear another day than its money.</param>
    /// <param name="lines">The day's statement.</param>
    /// <param name="around">The statements of the day before and after, for what was recorded around midnight.</param>
    public static ValueList<StatementDifference> Of(
        PaymentMethod method,
        DateOnly day,
        IReadOnlyList<LedgerLine> ledger,
        IReadOnlyList<StatementLine> lines,
        IReadOnlyList<StatementLine> around
    )
    {
        var standing = ledger.Where(line => line.Payment.Reversed is null).ToList();
        var byTransaction = standing.ToLookup(line => line.Payment.TransactionNo, StringComparer.Ordinal);
        var there = lines.Concat(around).ToLookup(line => line.TransactionNo, StringComparer.Ordinal);
        return
        [
            .. lines
                .Select(line => OfLine(method, line, byTransaction[line.TransactionNo].FirstOrDefault()))
                .OfType<StatementDifference>(),
            .. standing
                .Where(line => ChinaTime.DateOf(line.Payment.PaidAt) == day)
                .Where(line => !there[line.Payment.TransactionNo].Any(one => one.RefundNo is null))
                .Select(line => Here(DifferenceKind.NotThere, line, line.Payment.PaidAt)),
            .. standing
                .Where(line =>
                    line.Payment is { Refund: { Trouble: null }, Refunded: { } refunded }
                    && ChinaTime.DateOf(refunded.At) == day
                )
                .Where(line => !there[line.Payment.TransactionNo].Any(one => one.RefundNo is not null))
                .Select(line => Here(DifferenceKind.RefundNotThere, line, line.Payment.Refunded!.At)),
            .. byTransaction
                .Where(same => same.Count() > 1)
                .SelectMany(same => same)
                .Where(line => ChinaTime.DateOf(line.Payment.PaidAt) == day)
                .Select(line => Here(DifferenceKind.EnteredTwice, line, line.Payment.PaidAt)),
        ];
    }

    private static StatementDifference? OfLine(PaymentMethod method, StatementLine line, LedgerLine? here)
    {
        // The merchant may sell other things under the same number: those are none of ours.
        if (here is null && !OrderNumber.TryReadApplication(line.OrderNo, out _))
        {
            return null;
        }
        DifferenceKind? kind = line.RefundNo is not null
            ? here?.Payment.Refunded is null
                ? DifferenceKind.RefundNotHere
                : null
            : here is null
                ? DifferenceKind.NotHere
                : here.Payment.AmountFen != line.AmountFen
                    ? DifferenceKind.AmountDiffers
                    : null;
        return kind is { } difference
            ? new(
                difference,
                method,
                line.OrderNo,
                line.TransactionNo,
                here?.Payment.AmountFen,
                line.AmountFen,
                line.At,
                here?.Application ?? (OrderNumber.TryReadApplication(line.OrderNo, out var id) ? id : null)
            )
            : null;
    }

    private static StatementDifference Here(DifferenceKind kind, LedgerLine line, DateTimeOffset at) =>
        new(
            kind,
            line.Payment.Method,
            line.Payment.OrderNo,
            line.Payment.TransactionNo,
            line.Payment.AmountFen,
            ThereFen: null,
            at,
            line.Application
        );
}
