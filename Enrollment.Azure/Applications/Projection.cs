using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Sealing;
using Enrollment.Serialization;

namespace Enrollment.Azure.Applications;

/// <summary>
/// Carries an application's state over into what lists, searches and wakes read. It may run twice at once, or break off
/// anywhere: it begins anew until the head is still the one that it wrote, and a commit's hint stands until then.
/// </summary>
internal sealed class Projection(
    Tables tables,
    WakeHints hints,
    WakeCalls calls,
    Reservations reservations,
    KeyRing ring
)
{
    /// <summary>After a commit: writes what differs from before, then looks whether another commit came in between.</summary>
    public async Task AfterCommitAsync(
        ApplicationId id,
        long version,
        IndexRows rows,
        IReadOnlySet<IndexKey> held,
        Partition before,
        CancellationToken cancellationToken
    )
    {
        var earlier = KeysOf(before.Head);
        await Task.WhenAll(rows.After(earlier).Select(row => tables.Index.PutAsync(row, cancellationToken)));
        await RemoveAsync(id, earlier.Except(rows.Keys).Except(held), cancellationToken);
        var after = await Partition.ReadAsync(tables, id, cancellationToken);
        await HintAsync(after, cancellationToken);
        if (after.Head?.Version != version)
        {
            await RebuildAsync(id, [.. earlier, .. rows.Keys, .. held], cancellationToken);
        }
    }

    /// <summary>Writes everything anew from the head, and takes away those of the given rows that do not belong to it.</summary>
    public async Task RebuildAsync(
        ApplicationId id,
        IReadOnlyList<IndexKey> suspects,
        CancellationToken cancellationToken
    )
    {
        Head? head;
        Head? now;
        do
        {
            head = await FindAsync(id, cancellationToken);
            var rows = head is { IsErased: false } ? RowsOf(head) : null;
            await Task.WhenAll(rows?.All.Select(row => tables.Index.PutAsync(row, cancellationToken)) ?? []);
            foreach (var key in Reservations.KeysOf(head))
            {
                await reservations.TakeAsync(key, id, cancellationToken);
            }
            await RemoveAsync(
                id,
                suspects.Except(rows?.Keys ?? []).Except(Reservations.KeysOf(head)),
                cancellationToken
            );
            var after = await Partition.ReadAsync(tables, id, cancellationToken);
            await HintAsync(after, cancellationToken);
            now = after.Head;
        } while (now?.Version != head?.Version || now?.IsErased != head?.IsErased);
    }

    /// <summary>Sees to it that a hint stands where the application is next due.</summary>
    public async Task<long?> HintAsync(Partition partition, CancellationToken cancellationToken)
    {
        if (partition.Head is not { } head)
        {
            return null;
        }
        var wake = partition.NextWake(await calls.FindAsync(head.Season, cancellationToken));
        if (wake is { } at)
        {
            await hints.WriteAsync(head.Id, at, cancellationToken);
        }
        return wake;
    }

    private async Task<Head?> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken) is { } row ? new Head(row) : null;

    private IndexRows RowsOf(Head head) =>
        Faults.Translating(() =>
        {
            var key = head.KeyOf(ring)!;
            var listing = new ApplicationListing(head.StateOf(ring), ring.Search);
            var summary = key.Seal(StoredJson.Write(listing.Summary), SealedPlace.Summary(head.Id));
            return IndexRows.Of(listing, head.Season, summary, head.WrappedKey!, ring.Search);
        });

    private Task RemoveAsync(ApplicationId id, IEnumerable<IndexKey> keys, CancellationToken cancellationToken) =>
        Task.WhenAll(
            keys.Select(key =>
                Reservations.IsOne(key)
                    ? reservations.ReleaseAsync(key, id, cancellationToken)
                    : tables.Index.DeleteAsync(key.Partition, key.Row, cancellationToken)
            )
        );

    private static HashSet<IndexKey> KeysOf(Head? head) =>
        head is null ? [] : [.. head.IndexKeys, .. Reservations.KeysOf(head)];
}
