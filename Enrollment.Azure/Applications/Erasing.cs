using Azure.Data.Tables;
using Enrollment.Access;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Materials;
using Enrollment.Azure.TextMessages;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>
/// What an erasure leaves of an application: stages, times, amounts. With the key in its head every sealed copy is beyond
/// reading; the rest of the rows goes after it. Listed first: broken off, the next start goes on with it.
/// </summary>
internal sealed class Erasing(
    Tables tables,
    Projection projection,
    AzureMaterialFiles files,
    AzureTextMessageLog texts,
    ISessionStore sessions
) : IErasure
{
    private const string Partition = "erasures";

    public async Task EraseAsync(ApplicationId application, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, application.Value) { ["At"] = now.UtcTicks, ["IsDone"] = false };
        await tables.Settings.AddAsync(row, cancellationToken);
        await CarryOutAsync(application, cancellationToken);
        row["IsDone"] = true;
        await tables.Settings.PutAsync(row, cancellationToken);
    }

    /// <summary>Goes on with what was broken off.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await foreach (
            var row in tables.Settings.QueryAsync($"PartitionKey eq {Partition} and IsDone eq false", cancellationToken)
        )
        {
            var at = new DateTimeOffset(row.GetInt64("At") ?? 0, TimeSpan.Zero);
            await EraseAsync(ApplicationId.Parse(row.RowKey), at, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<ApplicationId>> ErasedAsync(CancellationToken cancellationToken) =>
        await tables
            .Settings.QueryAsync($"PartitionKey eq {Partition}", cancellationToken)
            .Select(row => ApplicationId.Parse(row.RowKey))
            .ToListAsync(cancellationToken);

    private async Task CarryOutAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var keys = await DiscardKeyAsync(id, cancellationToken);
        await projection.RebuildAsync(id, keys, cancellationToken);
        await EmptyPartitionAsync(id, cancellationToken);
        await texts.DeleteAllAsync(id, cancellationToken);
        await files.DeleteAllAsync(id, cancellationToken);
        await sessions.EndSessionsOfAsync(Session.SubjectOf(id), cancellationToken);
    }

    /// <returns>The rows by which it was found.</returns>
    private async Task<IReadOnlyList<IndexKey>> DiscardKeyAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        while (await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken) is { } row)
        {
            var head = new Head(row);
            List<IndexKey> keys = [.. head.IndexKeys, .. Reservations.KeysOf(head)];
            var erasure = await tables.Settings.FindAsync(Partition, id.Value, cancellationToken);
            if (head.IsErased)
            {
                return [.. IndexKey.ParseAll(erasure?.GetString("Keys"))];
            }
            // Kept until everything is gone, because the head forgets them now.
            erasure!["Keys"] = IndexKey.WriteAll(keys);
            await tables.Settings.PutAsync(erasure, cancellationToken);
            if (await tables.Applications.ReplaceAsync(head.Skeleton(), head.ETag, cancellationToken) is not null)
            {
                return keys;
            }
        }
        return [];
    }

    private async Task EmptyPartitionAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var actions = new List<TableTransactionAction>();
        await foreach (
            var row in tables.Applications.QueryAsync(
                $"PartitionKey eq {id.Value} and RowKey gt {Head.RowKey}",
                cancellationToken,
                ["PartitionKey", "RowKey", "Kind", "At"]
            )
        )
        {
            var isEffect = row.RowKey.StartsWith(EffectRow.First, StringComparison.Ordinal);
            actions.Add(
                isEffect
                    ? new(TableTransactionActionType.Delete, row, global::Azure.ETag.All)
                    : new(
                        TableTransactionActionType.UpsertReplace,
                        new TableEntity(row.PartitionKey, row.RowKey) { ["Kind"] = row["Kind"], ["At"] = row["At"] }
                    )
            );
        }
        await tables.Applications.SubmitInPartsAsync(actions, cancellationToken);
    }
}
