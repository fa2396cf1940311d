using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>Lists and searches over the applications of a season. Search uses keyed hashes; names are sealed.</summary>
public interface IApplicationIndex
{
    Task<ApplicationId?> FindByPhoneAsync(string season, PhoneNumber phone, CancellationToken cancellationToken);

    Task<ApplicationId?> FindByIdentityNumberAsync(
        string season,
        IdentityNumber number,
        CancellationToken cancellationToken
    );

    /// <summary>One page of a list, by keyset: quick at any depth.</summary>
    Task<ApplicationPage> ListAsync(ApplicationQuery query, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<StageName, int>> CountByStageAsync(string season, CancellationToken cancellationToken);

    /// <summary>Every application of a season, or of all seasons, in the order of opening; for exports and `verify`.</summary>
    IAsyncEnumerable<ApplicationId> AllAsync(string? season, CancellationToken cancellationToken);
}

/// <summary>A question to the queue. Text is a phone, an identity number, an application number or (part of) a name.</summary>
public sealed record ApplicationQuery
{
    public required string Season { get; init; }

    /// <summary>Empty: every stage.</summary>
    public ValueList<StageName> Stages { get; init; } = [];

    public string? Text { get; init; }

    /// <summary>Only those claimed by this staff account.</summary>
    public string? ClaimedBy { get; init; }

    public string? Programme { get; init; }

    /// <summary>Only those on the staff's list: a receipt that is missing (R2), money that is not the fee (R13).</summary>
    public bool NeedsAttention { get; init; }

    /// <summary>Only those on whose images a warning stands (R9).</summary>
    public bool HasWarnings { get; init; }

    /// <summary>Only those that entered their stage before this instant.</summary>
    public DateTimeOffset? InStageBefore { get; init; }

    /// <summary>Only those of whom the branch still holds an original (R12).</summary>
    public bool HoldsOriginals { get; init; }

    /// <summary>Only those with a payment, be it reversed or refunded since (R13).</summary>
    public bool HasPayments { get; init; }

    /// <summary>From the page before; none, or an empty one, begins at the first.</summary>
    public string? Cursor
    {
        get;
        init => field = value is "" ? null : value;
    }

    /// <summary>1–200.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>A page, longest in its stage first, and the cursor of the next or null.</summary>
public sealed record ApplicationPage(ValueList<ApplicationSummary> Items, string? NextCursor);

/// <summary>A row of a list: what staff see before opening an application.</summary>
public sealed record ApplicationSummary
{
    public required ApplicationId Id { get; init; }

    public required string Number { get; init; }

    public required StageName Stage { get; init; }

    public required DateTimeOffset StageSince { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string Name { get; init; }

    /// <summary>138****1234</summary>
    public required string Phone { get; init; }

    /// <summary>The last four characters, where the number is known.</summary>
    public string? IdentityNumberEnd { get; init; }

    public string? Employer { get; init; }

    public string? Programme { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public string? ClaimedBy { get; init; }

    /// <summary>The reviewer's name.</summary>
    public string? ClaimedByName { get; init; }

    /// <summary>From when on another may take it over.</summary>
    public DateTimeOffset? ClaimLapsesAt { get; init; }

    /// <summary>The rounds that a reviewer has ended.</summary>
    public ValueList<ReviewedRound> Reviews { get; init; } = [];

    /// <summary>The last review approved it, wherever it stands now.</summary>
    public bool WasApproved { get; init; }

    /// <summary>How many warnings stand on its images.</summary>
    public int Warnings { get; init; }

    public int Round { get; init; }

    public bool NeedsAttention { get; init; }

    /// <summary>The one place that says what a list shows of an application.</summary>
    public static ApplicationSummary Of(Application application)
    {
        var account = application.OpenedAccount;
        var claim = (application.Stage as Stage.Submitted)?.Claim;
        return new()
        {
            Id = application.Id,
            Number = application.Number,
            Stage = application.Stage.Name,
            StageSince = application.StageSince,
            OpenedAt = application.OpenedAt,
            Name = application.Form.Name ?? account.Name,
            Phone = account.Phone.Masked,
            IdentityNumberEnd = (account.IdentityNumber?.Value ?? application.Form.IdentityNumber)
                is { Length: >= 4 } number
                ? number[^4..]
                : null,
            Employer = application.Form.Employer ?? account.Employer,
            Programme = application.Form.Programme ?? account.Programme,
            Deadline = application.Stage switch
            {
                Stage.Draft draft => draft.Deadline,
                Stage.Returned returned => returned.Deadline,
                _ => null,
            },
            ClaimedBy = claim?.By.Id,
            ClaimedByName = claim?.By.Name,
            ClaimLapsesAt = claim?.LapsesAt,
            Reviews =
            [
                .. application
                    .Outcomes.Where(outcome => outcome.SubmittedAt is not null)
                    .Select(outcome => new ReviewedRound(outcome.SubmittedAt!.Value, outcome.At)),
            ],
            WasApproved = application.Outcomes is [.., { Result: StageName.Approved }],
            Warnings = application.Images.Sum(image => image.StandingFindings.Count()),
            Round = application.Round,
            NeedsAttention = application.IsReceiptMissing || application.Payments.Any(payment => payment.IsRefundDue),
        };
    }
}

/// <summary>How long one round of review took.</summary>
public sealed record ReviewedRound(DateTimeOffset SubmittedAt, DateTimeOffset DecidedAt);
