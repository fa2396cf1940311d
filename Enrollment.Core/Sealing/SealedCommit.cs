using Enrollment.Applications;
using Enrollment.Serialization;

namespace Enrollment.Sealing;

/// <summary>A commit as it goes into a store's rows: sealed and hashed on the caller's thread, so that the store only writes.</summary>
public sealed class SealedCommit
{
    public SealedCommit(Commit commit, DataKey key, SearchKey search)
    {
        Commit = commit;
        Key = key;
        Version = commit.ExpectedVersion + commit.Events.Count;
        Listing = new ApplicationListing(commit.State, search);
        var id = commit.State.Id;
        SealedSummary = key.Seal(StoredJson.Write(Listing.Summary), SealedPlace.Summary(id));
        SealedState = key.Seal(StoredJson.Write(commit.State), SealedPlace.State(id, Version));
        SealedEvents =
        [
            .. commit.Events.Select(
                (happened, i) =>
                    key.Seal(StoredJson.Write(happened), SealedPlace.Event(id, commit.ExpectedVersion + i + 1))
            ),
        ];
    }

    public Commit Commit { get; }

    public DataKey Key { get; }

    /// <summary>After the commit.</summary>
    public long Version { get; }

    public ApplicationListing Listing { get; }

    public byte[] SealedSummary { get; }

    public byte[] SealedState { get; }

    public IReadOnlyList<byte[]> SealedEvents { get; }
}
