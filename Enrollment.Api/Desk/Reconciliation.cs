using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Payments;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

/// <summary>
/// The day's money (对账, R13). Reads the applications that ever had a payment, and no others: its work grows with those
/// who paid, not with those who applied.
/// </summary>
internal static class Reconciliation
{
    public static void MapReconciliation(this IEndpointRouteBuilder desk) =>
        desk.MapGet("/reconciliation", GetAsync).WithName("DeskReconciliation");

    /// <param name="date">A day in China; today when left out.</param>
    private static async Task<Results<Ok<ReconciliationAnswer>, ProblemHttpResult>> GetAsync(
        DateOnly? date,
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        IApplicationStore store,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, http.Language());
        }
        var day = date ?? ChinaTime.DateOf(clock.Now);
        var entries = new List<ReconciliationEntry>();
        await foreach (var application in PayersAsync(season.Id, index, store, cancellationToken))
        {
            entries.AddRange(EntriesOf(application).Where(entry => ChinaTime.DateOf(entry.At) == day));
        }
        return TypedResults.Ok(ReconciliationAnswer.Of(day, entries));
    }

    /// <summary>Every application of a season that has payments, those taken back included.</summary>
    public static async IAsyncEnumerable<Application> PayersAsync(
        string season,
        IApplicationIndex index,
        IApplicationStore store,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var query = new ApplicationQuery { Season = season, HasPayments = true };
        await foreach (var item in index.WalkAsync(query, cancellationToken))
        {
            if (await store.FindAsync(item.Id, cancellationToken) is { Application: var application })
            {
                yield return application;
            }
        }
    }

    public static IEnumerable<ReconciliationEntry> EntriesOf(Application application)
    {
        foreach (var payment in application.Payments)
        {
            yield return Entry(ReconciliationKind.Payment, payment.PaidAt, payment.AmountFen, payment.Reason);
            if (payment.Reversed is { } reversed)
            {
                yield return Entry(ReconciliationKind.Reversal, reversed.At, -payment.AmountFen, reversed.Reason);
            }
            if (payment.Refunded is { } refunded)
            {
                yield return Entry(ReconciliationKind.Refund, refunded.At, -payment.AmountFen, refunded.Reason);
            }

            ReconciliationEntry Entry(ReconciliationKind kind, DateTimeOffset at, long amountFen, string? reason) =>
                new()
                {
                    Kind = kind,
                    At = at,
                    Application = application.Id,
                    Number = application.Number,
                    Name = application.Form.Name ?? application.OpenedAccount.Name,
                    Method = payment.Method,
                    AmountFen = amountFen,
                    OrderNo = payment.OrderNo,
                    TransactionNo = payment.TransactionNo,
                    ReceiptNo = payment.ReceiptNo,
                    Reason = reason,
                };
        }
    }
}

/// <summary>One day's totals by method, and what they are made of, in order of time.</summary>
public sealed record ReconciliationAnswer(
    DateOnly Date,
    ValueList<ReconciliationTotal> Totals,
    long NetFen,
    ValueList<ReconciliationEntry> Entries
)
{
    internal static ReconciliationAnswer Of(DateOnly date, List<ReconciliationEntry> entries) =>
        new(
            date,
            [
                .. Enum.GetValues<PaymentMethod>()
                    .Select(method => ReconciliationTotal.Of(method, entries.FindAll(entry => entry.Method == method))),
            ],
            entries.Sum(entry => entry.AmountFen),
            [.. entries.OrderBy(entry => entry.At).ThenBy(entry => entry.OrderNo, StringComparer.Ordinal)]
        );
}

/// <summary>Amounts in whole fen; what was taken back is negative.</summary>
public sealed record ReconciliationTotal(
    PaymentMethod Method,
    int Payments,
    long PaidFen,
    int Reversals,
    long ReversedFen,
    int Refunds,
    long RefundedFen,
    long NetFen
)
{
    internal static ReconciliationTotal Of(PaymentMethod method, List<ReconciliationEntry> entries)
    {
        var kinds = entries.ToLookup(entry => entry.Kind);
        return new(
            method,
            kinds[ReconciliationKind.Payment].Count(),
            kinds[ReconciliationKind.Payment].Sum(entry => entry.AmountFen),
            kinds[ReconciliationKind.Reversal].Count(),
            kinds[ReconciliationKind.Reversal].Sum(entry => entry.AmountFen),
            kinds[ReconciliationKind.Refund].Count(),
            kinds[ReconciliationKind.Refund].Sum(entry => entry.AmountFen),
            entries.Sum(entry => entry.AmountFen)
        );
    }
}

/// <summary>Money that came or went on the day.</summary>
public sealed record ReconciliationEntry
{
    public required ReconciliationKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ApplicationId Application { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>Whole fen; negative for what was taken back.</summary>
    public required long AmountFen { get; init; }

    public required string OrderNo { get; init; }

    public required string TransactionNo { get; init; }

    public required string ReceiptNo { get; init; }

    public string? Reason { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ReconciliationKind>))]
public enum ReconciliationKind
{
    /// <summary>缴费</summary>
    [JsonStringEnumMemberName("payment")]
    Payment,

    /// <summary>冲正</summary>
    [JsonStringEnumMemberName("reversal")]
    Reversal,

    /// <summary>退费</summary>
    [JsonStringEnumMemberName("refund")]
    Refund,
}
