using System.Collections.Concurrent;
using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Sealing;
using Enrollment.Serialization;

namespace Enrollment.Azure.Applications;

/// <summary>
/// The queue: each list is a partition in the queue's own order. Where a narrow list is asked for (a reviewer's own, the
/// staff's list, a mark) it is read; otherwise each stage is read and the stages are merged.
/// </summary>
internal sealed class QueueLists(Tables tables, KeyRing ring)
{
    /// <summary>How many rows one page looks at where a common name is sought; the next page goes on from there.</summary>
    private const int MostLookedAt = 1000;

    /// <summary>Counting is reading; so many and more are counted again only after a while.</summary>
    private const int ManyOfAStage = 2000;

    private static readonly TimeSpan While = TimeSpan.FromSeconds(30);
    private static readonly StageName[] EveryStage = Enum.GetValues<StageName>();

    private readonly ConcurrentDictionary<string, (int Count, long At)> _counted = new(StringComparer.Ordinal);

    public async Task<ApplicationPage> ReadAsync(
        ApplicationQuery query,
        Cursor? cursor,
        CancellationToken cancellationToken
    )
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var after = cursor is { } from ? RowKeys.At(from.At, from.Id) : "";
        var (shown, lookedAt, more) = (new List<ApplicationSummary>(), 0, false);
        var last = "";
        await foreach (var row in MergedAsync(query, after, limit + 1, cancellationToken))
        {
            more = shown.Count == limit || lookedAt == MostLookedAt;
            if (more)
            {
                break;
            }
            (last, lookedAt) = (row.RowKey, lookedAt + 1);
            var summary = SummaryOf(row);
            if (query.Text?.Trim() is not { Length: > 0 } text || SearchedName.Contains(summary.Name, text))
            {
                shown.Add(summary);
            }
        }
        return new ApplicationPage(
            shown.ToValueList(),
            more ? new Cursor(RowKeys.TicksOf(last), RowKeys.RestOf(last)).ToString() : null
        );
    }

    public async Task<int> CountAsync(string list, CancellationToken cancellationToken)
    {
        if (
            _counted.TryGetValue(list, out var counted)
            && Environment.TickCount64 - counted.At < While.TotalMilliseconds
        )
        {
            return counted.Count;
        }
        var count = await tables
            .Index.QueryAsync($"PartitionKey eq {list}", cancellationToken, ["RowKey"])
            .CountAsync(cancellationToken);
        if (count >= ManyOfAStage)
        {
            _counted[list] = (count, Environment.TickCount64);
        }
        return count;
    }

    private async IAsyncEnumerable<TableEntity> MergedAsync(
        ApplicationQuery query,
        string after,
        int pageSize,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var readers = ListsOf(query)
            .Select(list =>
                RowsOf(list, query, after, pageSize, cancellationToken).GetAsyncEnumerator(cancellationToken)
            )
            .ToList();
        try
        {
            var began = await Task.WhenAll(readers.Select(reader => reader.MoveNextAsync().AsTask()));
            var heads = new PriorityQueue<IAsyncEnumerator<TableEntity>, string>(StringComparer.Ordinal);
            heads.EnqueueRange(readers.Where((_, i) => began[i]).Select(reader => (reader, reader.Current.RowKey)));
            while (heads.TryDequeue(out var reader, out _))
            {
                yield return reader.Current;
                if (await reader.MoveNextAsync())
                {
                    heads.Enqueue(reader, reader.Current.RowKey);
                }
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }
    }

    private static IEnumerable<string> ListsOf(ApplicationQuery query) =>
        query switch
        {
            { ClaimedBy: { } staff } => [IndexRows.ClaimedList(query.Season, staff)],
            { NeedsAttention: true } => [IndexRows.AttentionList(query.Season)],
            { HoldsOriginals: true } => [IndexRows.MarkList(query.Season, ApplicationListing.HoldsOriginalsMark)],
            { HasPayments: true } => [IndexRows.MarkList(query.Season, ApplicationListing.HasPaymentsMark)],
            _ => StagesOf(query).Select(stage => IndexRows.StageList(query.Season, stage)),
        };

    private static IEnumerable<string> StagesOf(ApplicationQuery query) =>
        (query.Stages.Count == 0 ? EveryStage : query.Stages.Distinct()).Select(WireName.Of);

    private IAsyncEnumerable<TableEntity> RowsOf(
        string list,
        ApplicationQuery query,
        string after,
        int pageSize,
        CancellationToken cancellationToken
    )
    {
        var end = RowKeys.At((query.InStageBefore ?? DateTimeOffset.MaxValue).UtcTicks, "");
        var stages = StagesOf(query).ToHashSet(StringComparer.Ordinal);
        return tables
            .Index.QueryAsync(
                $"PartitionKey eq {list} and RowKey gt {after} and RowKey lt {end}",
                cancellationToken,
                pageSize: pageSize
            )
            .Where(row =>
                stages.Contains(row.GetString("Stage"))
                && (query.Programme is not { } programme || row.GetString("Programme") == programme)
                && (query.ClaimedBy is not { } staff || row.GetString("ClaimedBy") == staff)
                && (!query.NeedsAttention || row.GetBoolean("NeedsAttention") == true)
                && (!query.HasWarnings || row.GetInt32("Warnings") > 0)
                && (!query.HoldsOriginals || row.GetBoolean("HoldsOriginals") == true)
                && (!query.HasPayments || row.GetBoolean("HasPayments") == true)
            );
    }

    private ApplicationSummary SummaryOf(TableEntity row)
    {
        var id = ApplicationId.Parse(RowKeys.RestOf(row.RowKey));
        return Faults.Translating(() =>
            StoredJson.Read<ApplicationSummary>(
                ring.Unwrap(row.GetBinary("WrappedKey"), id).Open(row.GetBinary("Summary"), SealedPlace.Summary(id))
            )
        );
    }
}
