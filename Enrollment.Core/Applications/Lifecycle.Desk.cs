using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <content>Papers and originals (R11, R12).</content>
public static partial class Lifecycle
{
    /// <summary>Idempotent: the papers of a version are made once, and those of an older one not at all.</summary>
    private static Decision.Accepted RecordPapers(Application application, Command.RecordPapers papers) =>
        application.Papers is { Made.Count: 0 } awaited && awaited.Version == papers.Version
            ? Accept(new Event.PapersMade(papers.Version, papers.Made))
            : Accept();

    private static Decision FetchPaper(Application application, Command.FetchPaper fetch) =>
        application.Papers is not { Made.Count: > 0 } papers ? Refuse(RefusalCode.PapersNotMade)
        : papers.Fetched.Contains(fetch.Kind) ? Accept()
        : Accept(new Event.PaperFetched(fetch.Kind, papers.Version));

    private static Decision PrintPapers(Application application) =>
        application.Papers is { Made.Count: > 0 } papers
            ? Accept(new Event.PapersPrinted(papers.Version))
            : Refuse(RefusalCode.PapersNotMade);

    private static Decision CheckOriginals(Season season, Application application, Command.CheckOriginals check)
    {
        var before = Ledger(application);
        var checks = check.Checks.GroupBy(one => one.Item).Select(ticks => ticks.Last()).ToValueList();
        var after = before.RemoveAll(row => checks.Any(one => one.Item == row.Item)).AddRange(checks);
        foreach (var one in checks)
        {
            if (!OriginalRules.Allowed(season, application, one.Item, after).Contains(one.Result))
            {
                return Refuse(RefusalCode.OriginalResultNotAllowed, WireName.Of(one.Item));
            }
            if (LacksCopies(one))
            {
                return Refuse(RefusalCode.CopiesMissing, $"{OriginalRules.RegistrationFormCopies}");
            }
            if (one.Note?.Length > MaxReasonLength)
            {
                return Refuse(RefusalCode.TextTooLong);
            }
        }
        var news = checks.RemoveAll(before.Contains);
        return news.Count == 0 ? Accept() : Accept(new Event.OriginalsChecked(news));
    }

    private static bool LacksCopies(OriginalCheck check) =>
        check is { Item: OriginalItem.RegistrationForms, Result: OriginalResult.Kept }
        && check.Copies is not >= OriginalRules.RegistrationFormCopies;

    /// <summary>What stands now: an original that was given back is to be brought again.</summary>
    private static ValueList<OriginalCheck> Ledger(Application application) =>
        [
            .. application
                .Originals.Where(row => row.ReturnedAt is null)
                .Select(row => new OriginalCheck(row.Item, row.Result, row.Copies, row.Note)),
        ];

    /// <summary>The originals pass when every row is there, none is owed, and no waiver has lost the paper it leans on.</summary>
    private static Decision VerifyOriginals(Season season, Application application)
    {
        var ledger = Ledger(application);
        var owed = OriginalRules.AllItems.Where(item =>
            ledger.FirstOrDefault(row => row.Item == item) is not { Result: not OriginalResult.Owed } row
            || !OriginalRules.Allowed(season, application, item, ledger).Contains(row.Result)
        );
        return application.Papers is not { Made.Count: > 0 } ? Refuse(RefusalCode.PapersNotMade)
            : owed.ToList() is { Count: > 0 } items
                ? Refuse(RefusalCode.OriginalsOwed, string.Join('、', items.Select(WireName.Of)))
            : Accept(new Event.OriginalsVerified());
    }

    private static Decision GiveBackOriginal(Application application, Command.GiveBackOriginal back) =>
        application.Originals.Any(row => row.Item == back.Item && row.IsHeld)
            ? WithReason(back.ReturnedTo, new Event.OriginalGivenBack(back.Item, back.ReturnedTo))
            : Refuse(RefusalCode.OriginalNotHeld);
}
