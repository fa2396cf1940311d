using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Api.Desk;

/// <summary>What the desk works through with one candidate (R12, R13).</summary>
public sealed record DeskApplication
{
    public required ApplicationId Id { get; init; }

    public required string Number { get; init; }

    public required StageName Stage { get; init; }

    public required string StageText { get; init; }

    public required Account Account { get; init; }

    public string? Programme { get; init; }

    /// <summary>Version of the papers in force; null before approval.</summary>
    public IssuedPapers? Papers { get; init; }

    /// <summary>Whose seal the registration form needs (guide 九.3).</summary>
    public string? SealNeeded { get; init; }

    /// <summary>The eleven rows, in the guide's order.</summary>
    public required ValueList<DeskRow> Rows { get; init; }

    /// <summary>Rows that still keep the originals from passing.</summary>
    public required ValueList<OriginalItem> Outstanding { get; init; }

    /// <summary>Whole fen.</summary>
    public required long FeeFen { get; init; }

    /// <summary>The ledger: fee, surplus that is to be refunded, and what was taken back.</summary>
    public required ValueList<Payment> Payments { get; init; }

    /// <summary>Orders at the providers, oldest first; the last one that is created, waiting or closing can still be paid.</summary>
    public required ValueList<OrderView> Orders { get; init; }

    public required ValueList<Note> Notes { get; init; }

    public static DeskApplication Of(Season season, Application application, DateTimeOffset now, Language language)
    {
        var ledger = application
            .Originals.Select(row => new OriginalCheck(row.Item, row.Result, row.Copies, row.Note))
            .ToValueList();
        var rows = OriginalRules
            .AllItems.Select(item => DeskRow.Of(season, application, item, ledger, language))
            .ToValueList();
        return new()
        {
            Id = application.Id,
            Number = application.Number,
            Stage = application.Stage.Name,
            StageText = StageWords.Of(application.Stage.Name, language),
            Account = application.OpenedAccount,
            Programme = application.Form.Programme,
            Papers = application.Papers,
            SealNeeded = application.Form.SealOffice is { } office ? ChoiceWords.Of(office, language) : null,
            Rows = rows,
            Outstanding = [.. rows.Where(row => row.IsOutstanding).Select(row => row.Item)],
            FeeFen = season.FeeFen,
            Payments = application.Payments,
            Orders = [.. application.Orders.Select(order => OrderView.Of(application, order, now, language))],
            Notes = application.Notes,
        };
    }
}

/// <summary>One of the eleven rows: how it may end for this candidate, and how it did.</summary>
public sealed record DeskRow
{
    public required OriginalItem Item { get; init; }

    public required string Name { get; init; }

    /// <summary>How it may end, the end to expect first.</summary>
    public required ValueList<DeskEnd> Allowed { get; init; }

    /// <summary>The guide's note, where this candidate can use it.</summary>
    public string? Waiver { get; init; }

    /// <summary>For the registration forms: how many are needed.</summary>
    public int? CopiesNeeded { get; init; }

    public OriginalRow? Ledger { get; init; }

    /// <summary>Still in the branch's keeping.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>Not looked at, owed, or ended in a way that the rules no longer allow.</summary>
    public required bool IsOutstanding { get; init; }

    internal static DeskRow Of(
        Season season,
        Application application,
        OriginalItem item,
        ValueList<OriginalCheck> ledger,
        Language language
    )
    {
        var allowed = OriginalRules.Allowed(season, application, item, ledger);
        var row = application.Originals.FirstOrDefault(one => one.Item == item);
        return new()
        {
            Item = item,
            Name = OriginalWords.Of(item, language),
            Allowed = [.. allowed.Select(result => new DeskEnd(result, OriginalWords.Of(result, language)))],
            Waiver = DeskWords.WaiverOf(season, application, item)?.In(language),
            CopiesNeeded = item == OriginalItem.RegistrationForms ? OriginalRules.RegistrationFormCopies : null,
            Ledger = row,
            IsHeld = row?.IsHeld == true,
            IsOutstanding = row is not { Result: not OriginalResult.Owed } || !allowed.Contains(row.Result),
        };
    }
}

public sealed record DeskEnd(OriginalResult Result, string Name);
