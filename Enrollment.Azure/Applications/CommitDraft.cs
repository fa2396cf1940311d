using Azure.Data.Tables;
using Enrollment.Azure.Rows;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>A commit as rows, before any of them is written.</summary>
internal sealed class CommitDraft
{
    private readonly byte[] _wrappedKey;
    private readonly long _callSeen;

    public CommitDraft(SealedCommit commit, byte[] wrappedKey, long callSeen, SearchKey search)
    {
        (Sealed, _wrappedKey, _callSeen) = (commit, wrappedKey, callSeen);
        var (listing, season) = (commit.Listing, commit.Commit.State.Season);
        Index = IndexRows.Of(listing, season, commit.SealedSummary, wrappedKey, search);
        Held = new HashSet<IndexKey>([
            Reservations.KeyOf(season, Reservations.Phone, Convert.ToHexStringLower(listing.PhoneHash)),
            .. listing.IdentityHash is { } hash
                ? [Reservations.KeyOf(season, Reservations.IdentityNumber, Convert.ToHexStringLower(hash))]
                : Array.Empty<IndexKey>(),
        ]);
    }

    /// <summary>Tells this commit from every other.</summary>
    public string Nonce { get; } = Guid.NewGuid().ToString("N");

    public SealedCommit Sealed { get; }

    public ApplicationId Id => Sealed.Commit.State.Id;

    public IndexRows Index { get; }

    /// <summary>The phone and the identity number that the application has from now on.</summary>
    public IReadOnlySet<IndexKey> Held { get; }

    /// <summary>Whether lists, searches or wakes have to follow; a saved field that no list shows changes none of them.</summary>
    public bool ChangesWhatIsRead(Partition before) =>
        before.Head is not { } head
        || head.Mark != Index.Mark
        || !Held.SetEquals(Reservations.KeysOf(head))
        || !head.IndexKeys.SetEquals(Index.Keys)
        || head.NextWake != Sealed.Commit.Wake?.UtcTicks
        || Sealed.Commit.Effects.Count > 0;

    /// <summary>Every row that may be in the index before or after it.</summary>
    public IEnumerable<IndexKey> KeysAround(Partition before) =>
        [.. Index.Keys.Union(Held), .. before.Head is { } head ? head.IndexKeys.Union(Reservations.KeysOf(head)) : []];

    public TableEntity HeadRow() => Head.RowOf(Sealed, Index, _wrappedKey, Sealed.Commit.Wake?.UtcTicks, _callSeen);

    public IEnumerable<TableEntity> EventRows() =>
        Sealed.SealedEvents.Select(
            (body, i) =>
            {
                var happened = Sealed.Commit.Events[i];
                var row = new TableEntity(Id.Value, RowKeys.Numbered("event", Sealed.Commit.ExpectedVersion + i + 1))
                {
                    ["Kind"] = happened.Event.GetType().Name,
                    ["At"] = happened.At.UtcTicks,
                    ["Commit"] = Nonce,
                };
                row.SetParts("Body", body);
                return row;
            }
        );
}
