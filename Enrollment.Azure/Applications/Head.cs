using Azure;
using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Rows;
using Enrollment.Sealing;
using Enrollment.Serialization;

namespace Enrollment.Azure.Applications;

/// <summary>
/// The first row of an application's partition: its version, its state, its key and what is known of it without opening
/// the state. An erased one keeps the skeleton.
/// </summary>
internal sealed class Head(TableEntity row)
{
    public const string RowKey = "application";

    /// <summary>Everything but the state.</summary>
    public static readonly string[] WithoutState =
    [
        "PartitionKey",
        "RowKey",
        nameof(Version),
        nameof(Season),
        nameof(Stage),
        nameof(NextWake),
        nameof(CallSeen),
        nameof(PhoneHash),
        nameof(IdentityHash),
        nameof(WrappedKey),
        nameof(IndexKeys),
        nameof(Mark),
    ];

    public TableEntity Row => row;

    public ETag ETag => row.ETag;

    public ApplicationId Id => ApplicationId.Parse(row.PartitionKey);

    public long Version => row.GetInt64(nameof(Version)) ?? 0;

    public string Season => row.GetString(nameof(Season));

    public string Stage => row.GetString(nameof(Stage));

    public long? NextWake => row.GetInt64(nameof(NextWake));

    /// <summary>Up to which call for wakes its decisions knew the season's settings (<see cref="WakeCalls"/>).</summary>
    public long CallSeen => row.GetInt64(nameof(CallSeen)) ?? 0;

    public string? PhoneHash => row.GetString(nameof(PhoneHash));

    public string? IdentityHash => row.GetString(nameof(IdentityHash));

    /// <summary>Null once the person was erased.</summary>
    public byte[]? WrappedKey => row.GetBinary(nameof(WrappedKey));

    public bool IsErased => WrappedKey is null;

    /// <summary>The rows by which lists and searches find it.</summary>
    public IReadOnlySet<IndexKey> IndexKeys => IndexKey.ParseAll(row.GetString(nameof(IndexKeys)));

    /// <summary>Changes when what those rows say changes.</summary>
    public string? Mark => row.GetString(nameof(Mark));

    public DataKey? KeyOf(KeyRing ring) => WrappedKey is { } wrapped ? ring.Unwrap(wrapped, Id) : null;

    public Application StateOf(KeyRing ring) =>
        StoredJson.Read<Application>(KeyOf(ring)!.Open(row.GetParts("State")!, SealedPlace.State(Id, Version)));

    /// <summary>The head as a commit leaves it.</summary>
    public static TableEntity RowOf(SealedCommit commit, IndexRows index, byte[] wrappedKey, long? wake, long callSeen)
    {
        var (application, listing) = (commit.Commit.State, commit.Listing);
        var head = new TableEntity(application.Id.Value, RowKey)
        {
            [nameof(Version)] = commit.Version,
            [nameof(Season)] = application.Season,
            ["Number"] = application.Number,
            [nameof(Stage)] = listing.Stage,
            ["StageSince"] = application.StageSince.UtcTicks,
            ["OpenedAt"] = application.OpenedAt.UtcTicks,
            ["PaidFen"] = listing.PaidFen,
            [nameof(NextWake)] = wake,
            [nameof(CallSeen)] = callSeen,
            [nameof(PhoneHash)] = Convert.ToHexStringLower(listing.PhoneHash),
            [nameof(IdentityHash)] = listing.IdentityHash is { } hash ? Convert.ToHexStringLower(hash) : null,
            [nameof(WrappedKey)] = wrappedKey,
            [nameof(IndexKeys)] = IndexKey.WriteAll(index.Keys),
            [nameof(Mark)] = index.Mark,
        };
        head.SetParts("State", commit.SealedState);
        return head;
    }

    /// <summary>What stays of it when the person is erased: stages, times, amounts.</summary>
    public TableEntity Skeleton()
    {
        string[] kept =
        [
            nameof(Version),
            nameof(Season),
            "Number",
            nameof(Stage),
            "StageSince",
            "OpenedAt",
            "PaidFen",
            nameof(CallSeen),
        ];
        var skeleton = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var name in kept)
        {
            skeleton[name] = row[name];
        }
        return skeleton;
    }
}
