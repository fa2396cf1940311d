using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;

namespace Enrollment.Azure.Applications;

/// <summary>A hint: this application may need attention from then on. At instant zero: a commit of it was begun.</summary>
internal sealed record WakeHint(string Partition, string Row, long At, ApplicationId Id, TableEntity Entity)
{
    public bool IsOfBegunCommit => At == 0;

    /// <summary>What the begun commit would take out of the index, or leave in it.</summary>
    public IReadOnlySet<IndexKey> Keys => IndexKey.ParseAll(Entity.GetString("Keys"));

    public bool IsOlderThan(TimeSpan patience) =>
        Entity.Timestamp is { } written && DateTimeOffset.UtcNow - written >= patience;
}

/// <summary>
/// Rows <c>wake-{shard}</c>, ordered by instant. For everything that is due there is a hint no later than it is due; a
/// hint with nothing behind it costs one look and is taken away then.
/// </summary>
internal sealed class WakeHints(Tables tables)
{
    private const int Shards = 8;

    public static IReadOnlyList<string> Partitions { get; } = [.. Enumerable.Range(0, Shards).Select(PartitionOf)];

    public Task WriteAsync(ApplicationId id, long at, CancellationToken cancellationToken) =>
        tables.Wakes.PutAsync(new TableEntity(PartitionOf(id), RowKeys.At(at, id.Value)), cancellationToken);

    /// <summary>Says that a commit is under way, before it is: what follows it happens although the process falls.</summary>
    public async Task<WakeHint> BeginAsync(
        ApplicationId id,
        IEnumerable<IndexKey> keys,
        CancellationToken cancellationToken
    )
    {
        var row = RowKeys.At(0, $"{id}_{Guid.NewGuid():N}");
        var entity = new TableEntity(PartitionOf(id), row) { ["Keys"] = IndexKey.WriteAll(keys) };
        await tables.Wakes.PutAsync(entity, cancellationToken);
        return HintOf(entity);
    }

    public Task RemoveAsync(WakeHint hint, CancellationToken cancellationToken) =>
        tables.Wakes.DeleteAsync(hint.Partition, hint.Row, cancellationToken);

    /// <summary>The first hints of each shard up to an instant, those of begun commits among them.</summary>
    public async Task<IReadOnlyList<WakeHint>> FirstAsync(
        DateTimeOffset until,
        int ofEachShard,
        CancellationToken cancellationToken
    )
    {
        var shards = await Task.WhenAll(
            Partitions.Select(partition => FirstAsync(partition, until.UtcTicks, ofEachShard, cancellationToken))
        );
        return [.. shards.SelectMany(hints => hints).OrderBy(hint => hint.Row, StringComparer.Ordinal)];
    }

    private async Task<List<WakeHint>> FirstAsync(
        string partition,
        long until,
        int most,
        CancellationToken cancellationToken
    )
    {
        var hints = new List<WakeHint>();
        var end = RowKeys.At(until, "~");
        await foreach (
            var row in tables.Wakes.QueryAsync(
                $"PartitionKey eq {partition} and RowKey lt {end}",
                cancellationToken,
                pageSize: most
            )
        )
        {
            hints.Add(HintOf(row));
            if (hints.Count == most)
            {
                break;
            }
        }
        return hints;
    }

    private static WakeHint HintOf(TableEntity row) =>
        new(
            row.PartitionKey,
            row.RowKey,
            RowKeys.TicksOf(row.RowKey),
            ApplicationId.Parse(RowKeys.RestOf(row.RowKey)[..32]),
            row
        );

    // The last digits of an id are random, the first are the time of opening.
    private static string PartitionOf(ApplicationId id) =>
        PartitionOf(int.Parse(id.Value.AsSpan(28), NumberStyles.AllowHexSpecifier) % Shards);

    private static string PartitionOf(int shard) => $"wake-{shard}";
}
