using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.People;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>A search that few applications answer: each of them is opened and looked at.</summary>
internal sealed class QueueSearch(Tables tables, Reservations reservations, KeyRing ring)
{
    // From so many on, reading in the queue's order meets a page of them sooner than opening them all.
    private const int ManyOfOneTerm = 200;

    public Task<ApplicationId?> FindByPhoneAsync(
        string season,
        PhoneNumber phone,
        CancellationToken cancellationToken
    ) => HolderAsync(season, Reservations.Phone, ring.Search.HashOf(phone), cancellationToken);

    public Task<ApplicationId?> FindByIdentityNumberAsync(
        string season,
        IdentityNumber number,
        CancellationToken cancellationToken
    ) => HolderAsync(season, Reservations.IdentityNumber, ring.Search.HashOf(number), cancellationToken);

    /// <summary>All that are asked for, in no order; null when the text is a part of too many names.</summary>
    public async Task<IReadOnlyList<ApplicationSummary>?> FewAsync(
        ApplicationQuery query,
        string text,
        CancellationToken cancellationToken
    )
    {
        var (ids, isName) = await CandidatesAsync(query.Season, text, cancellationToken);
        if (ids is null)
        {
            return null;
        }
        var found = await Task.WhenAll(ids.Select(id => FindAsync(id, cancellationToken)));
        return
        [
            .. found
                .OfType<Application>()
                .Where(application => application.Season == query.Season && IsAskedFor(application, query))
                .Select(ApplicationSummary.Of)
                .Where(summary => !isName || SearchedName.Contains(summary.Name, text)),
        ];
    }

    // A phone, an identity number or an application number is one person's, or nearly.
    private async Task<(IReadOnlyCollection<ApplicationId>? Ids, bool IsName)> CandidatesAsync(
        string season,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (PhoneNumber.TryParse(text, null, out var phone))
        {
            return (Known(await FindByPhoneAsync(season, phone, cancellationToken)), false);
        }
        if (IdentityNumber.TryParse(text, null, out var number))
        {
            var typed = await OfTermAsync(
                season,
                ApplicationListing.IdentityTerm(ring.Search, number),
                cancellationToken
            );
            return (
                typed.Union(Known(await FindByIdentityNumberAsync(season, number, cancellationToken))).ToList(),
                false
            );
        }
        return text.All(char.IsAsciiDigit)
            ? (await OfTermAsync(season, IndexRows.NumberTerm(ring.Search, text), cancellationToken), false)
            : (await OfNameAsync(season, text, cancellationToken), true);
    }

    private async Task<IReadOnlyCollection<ApplicationId>?> OfNameAsync(
        string season,
        string text,
        CancellationToken cancellationToken
    )
    {
        var terms = await Task.WhenAll(
            ring.Search.TermsAskedBy(text).Select(term => OfTermAsync(season, term, cancellationToken))
        );
        var few = terms.Where(ids => ids.Count <= ManyOfOneTerm).ToList();
        return few.Count == 0
            ? null
            : few.Aggregate<IEnumerable<ApplicationId>>((left, right) => left.Intersect(right)).ToList();
    }

    /// <summary>One more than many at most: then they are too many to open.</summary>
    private async Task<List<ApplicationId>> OfTermAsync(string season, long term, CancellationToken cancellationToken)
    {
        var list = IndexRows.TermList(season, term);
        return await tables
            .Index.QueryAsync($"PartitionKey eq {list}", cancellationToken, ["RowKey"], ManyOfOneTerm + 1)
            .Take(ManyOfOneTerm + 1)
            .Select(row => ApplicationId.Parse(row.RowKey))
            .ToListAsync(cancellationToken);
    }

    private async Task<Application?> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken) is { } row
        && new Head(row) is { IsErased: false } head
            ? Faults.Translating(() => head.StateOf(ring))
            : null;

    private bool IsAskedFor(Application application, ApplicationQuery query)
    {
        var listing = new ApplicationListing(application, ring.Search);
        return (query.Stages.Count == 0 || query.Stages.Contains(listing.Summary.Stage))
            && (query.ClaimedBy is null || listing.Summary.ClaimedBy == query.ClaimedBy)
            && (query.Programme is null || listing.Summary.Programme == query.Programme)
            && (!query.NeedsAttention || listing.Summary.NeedsAttention)
            && (!query.HasWarnings || listing.Summary.Warnings > 0)
            && (query.InStageBefore is not { } before || listing.Summary.StageSince < before)
            && (!query.HoldsOriginals || listing.HoldsOriginals)
            && (!query.HasPayments || listing.HasPayments);
    }

    private Task<ApplicationId?> HolderAsync(
        string season,
        string kind,
        byte[] hash,
        CancellationToken cancellationToken
    ) => reservations.HolderAsync(Reservations.KeyOf(season, kind, Convert.ToHexStringLower(hash)), cancellationToken);

    private static ApplicationId[] Known(ApplicationId? id) => id is { } known ? [known] : [];
}
