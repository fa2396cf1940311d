using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>
/// One command in one transaction of its application's partition (DESIGN §3). Before it: a hint that outlives a crash,
/// and the reservations of phone and identity number. After it: what lists, searches and wakes read.
/// </summary>
internal sealed class Commits(
    Tables tables,
    WakeHints hints,
    WakeCalls calls,
    Reservations reservations,
    Projection projection,
    HighWater highWater,
    KeyRing ring
)
{
    public async Task<CommitResult> WriteAsync(Commit commit, CancellationToken cancellationToken)
    {
        var id = commit.State.Id;
        if (commit.ExpectedVersion == 0 && commit.Events.Count == 0)
        {
            throw new ArgumentException("An application begins with an event.", nameof(commit));
        }
        var reading = Partition.ReadAsync(tables, id, cancellationToken);
        var call = await calls.FindAsync(commit.State.Season, cancellationToken);
        var before = await reading;
        if ((before.Head?.Version ?? 0) != commit.ExpectedVersion || before.Head is { IsErased: true })
        {
            return CommitResult.Conflict;
        }

        var draft = Prepare(commit, before, call);
        if (!draft.ChangesWhatIsRead(before))
        {
            return await SubmitAsync(draft, before, cancellationToken)
                ? await DoneAsync(commit, cancellationToken)
                : CommitResult.Conflict;
        }

        var hint = await hints.BeginAsync(id, [.. draft.KeysAround(before)], cancellationToken);
        var (taken, refused) = await ReserveAsync(draft, before, cancellationToken);
        if (refused is null && await SubmitAsync(draft, before, cancellationToken))
        {
            await Task.WhenAll(
                projection.AfterCommitAsync(
                    id,
                    draft.Sealed.Version,
                    draft.Index,
                    draft.Held,
                    before,
                    cancellationToken
                ),
                highWater.RaiseAsync(commit.Now, cancellationToken)
            );
            await hints.RemoveAsync(hint, cancellationToken);
            return CommitResult.Committed;
        }
        await Task.WhenAll(taken.Select(one => reservations.ReleaseAsync(one, cancellationToken)));
        await hints.RemoveAsync(hint, cancellationToken);
        return refused ?? CommitResult.Conflict;
    }

    private async Task<CommitResult> DoneAsync(Commit commit, CancellationToken cancellationToken)
    {
        await highWater.RaiseAsync(commit.Now, cancellationToken);
        return CommitResult.Committed;
    }

    private CommitDraft Prepare(Commit commit, Partition before, WakeCall? call) =>
        Faults.Translating(() =>
        {
            var key = before.Head?.KeyOf(ring) ?? DataKey.New();
            var wrapped = before.Head?.WrappedKey ?? ring.Current.Wrap(key, commit.State.Id);
            // A decision from before the season's wakes were called for knows the old settings: it is looked at again.
            var seen =
                call is null ? 0
                : call.At > commit.Now.UtcTicks ? before.Head?.CallSeen ?? 0
                : call.Generation;
            return new CommitDraft(new SealedCommit(commit, key, ring.Search), wrapped, seen, ring.Search);
        });

    private async Task<(List<Reservation> Taken, CommitResult? Refused)> ReserveAsync(
        CommitDraft draft,
        Partition before,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<Reservation>();
        foreach (var key in draft.Held.Except(Reservations.KeysOf(before.Head)))
        {
            if (await reservations.TakeAsync(key, draft.Id, cancellationToken) is not { } reservation)
            {
                return (
                    taken,
                    key.Row == Reservations.Phone ? CommitResult.PhoneTaken : CommitResult.IdentityNumberTaken
                );
            }
            taken.Add(reservation);
        }
        return (taken, null);
    }

    private async Task<bool> SubmitAsync(CommitDraft draft, Partition before, CancellationToken cancellationToken)
    {
        var known = before.Effects.Select(effect => effect.Key).ToHashSet(StringComparer.Ordinal);
        var head = draft.HeadRow();
        List<TableTransactionAction> actions =
        [
            before.Head is { } found
                ? new(TableTransactionActionType.UpdateReplace, head, found.ETag)
                : new(TableTransactionActionType.Add, head),
            .. draft.EventRows().Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
            // A key that is already there was planned before: the repeat is dropped, whatever became of the first.
            .. draft
                .Sealed.Commit.Effects.Where(effect => known.Add(effect.Key))
                .Select(effect => EffectRow.RowOf(draft.Id, effect))
                .Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
        ];
        return await tables.Applications.SubmitAsync(actions, cancellationToken)
            || await WasOursAsync(draft, cancellationToken);
    }

    /// <summary>
    /// A transaction whose answer was lost is sent again by the client, and meets itself: its first event says whose it is.
    /// </summary>
    private async Task<bool> WasOursAsync(CommitDraft draft, CancellationToken cancellationToken) =>
        draft.EventRows().FirstOrDefault() is { } first
        && await tables.Applications.FindAsync(first.PartitionKey, first.RowKey, cancellationToken, ["Commit"])
            is { } there
        && there.GetString("Commit") == draft.Nonce;
}
