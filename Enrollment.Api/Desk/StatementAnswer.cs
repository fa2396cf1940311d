using System.Text.Json.Serialization;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Payments;

namespace Enrollment.Api.Desk;

/// <summary>One day's statements and what does not agree.</summary>
public sealed record StatementAnswer(
    DateOnly Date,
    ValueList<StatementCheck> Statements,
    ValueList<DifferenceItem> Differences
);

/// <param name="Lines">Payments and refunds on the statement, other business of the merchant included.</param>
/// <param name="NetFen">Whole fen.</param>
public sealed record StatementCheck(PaymentMethod Method, StatementState State, int Lines, long NetFen);

[JsonConverter(typeof(JsonStringEnumConverter<StatementState>))]
public enum StatementState
{
    [JsonStringEnumMemberName("compared")]
    Compared,

    /// <summary>Providers make a day's statement in the next morning.</summary>
    [JsonStringEnumMemberName("not-yet")]
    NotYet,

    [JsonStringEnumMemberName("unreachable")]
    Unreachable,
}

/// <summary>A difference in words, with whose it is where that is known.</summary>
public sealed record DifferenceItem
{
    public required DifferenceKind Kind { get; init; }

    public required string Text { get; init; }

    public required PaymentMethod Method { get; init; }

    public required string OrderNo { get; init; }

    public required string TransactionNo { get; init; }

    /// <summary>Whole fen in the ledger; null where it is not there.</summary>
    public long? HereFen { get; init; }

    /// <summary>Whole fen on the statement; null where it is not there.</summary>
    public long? ThereFen { get; init; }

    public required DateTimeOffset At { get; init; }

    public ApplicationId? Application { get; init; }

    public string? Number { get; init; }

    public string? Name { get; init; }

    internal static DifferenceItem Of(
        StatementDifference difference,
        Dictionary<ApplicationId, Application> payers,
        Language language
    )
    {
        var application = difference.Application is { } id ? payers.GetValueOrDefault(id) : null;
        return new()
        {
            Kind = difference.Kind,
            Text = PaymentWords.Of(difference.Kind, language),
            Method = difference.Method,
            OrderNo = difference.OrderNo,
            TransactionNo = difference.TransactionNo,
            HereFen = difference.HereFen,
            ThereFen = difference.ThereFen,
            At = difference.At,
            Application = difference.Application,
            Number = application?.Number,
            Name = application?.Form.Name ?? application?.OpenedAccount.Name,
        };
    }
}
