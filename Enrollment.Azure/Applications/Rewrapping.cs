using Enrollment.Azure.Accounts;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>
/// Wraps every data key by the master key in force, one application after another while the store is in use. Broken off,
/// it goes on with those that are left.
/// </summary>
internal sealed class Rewrapping(Tables tables, Projection projection, KeyRing ring)
{
    /// <returns>How many were wrapped by another key before.</returns>
    public async Task<int> RunAsync(IAsyncEnumerable<ApplicationId> all, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var id in all.WithCancellation(cancellationToken))
        {
            if (await RewrapAsync(id, cancellationToken))
            {
                // The lists carry the wrapped key with the summary that it opens.
                await projection.RebuildAsync(id, [], cancellationToken);
                count++;
            }
        }
        return count;
    }

    /// <summary>Under the head's own ETag: a commit in between is read again, or decides again.</summary>
    private async Task<bool> RewrapAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        while (await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken) is { } row)
        {
            var head = new Head(row);
            if (head.WrappedKey is not { } wrapped || ring.IsCurrent(wrapped))
            {
                return false;
            }
            row[nameof(Head.WrappedKey)] = Faults.Translating(() => ring.Rewrap(wrapped, id));
            if (await tables.Applications.ReplaceAsync(row, head.ETag, cancellationToken) is not null)
            {
                return true;
            }
        }
        return false;
    }
}
