using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Enrollment.Azure.Accounts;

/// <summary>A table: what is expected of concurrent use (there already, changed since) is an answer, the rest a fault.</summary>
internal sealed class Table(TableClient client)
{
    private const int MostInOneTransaction = 100;

    public string Name => client.Name;

    public Task CreateAsync(CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(() => client.CreateIfNotExistsAsync(cancellationToken));

    public Task<TableEntity?> FindAsync(
        string partition,
        string row,
        CancellationToken cancellationToken,
        IEnumerable<string>? select = null
    ) =>
        Faults.TranslatingAsync(async () =>
        {
            var found = await client.GetEntityIfExistsAsync<TableEntity>(partition, row, select, cancellationToken);
            return found.HasValue ? found.Value : null;
        });

    public async IAsyncEnumerable<TableEntity> QueryAsync(
        FormattableString filter,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        IEnumerable<string>? select = null,
        int? pageSize = null
    )
    {
        var pages = client
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter(filter), pageSize, select, cancellationToken)
            .AsPages()
            .GetAsyncEnumerator(cancellationToken);
        await using (pages.ConfigureAwait(false))
        {
            while (await Faults.TranslatingAsync(async () => await pages.MoveNextAsync()))
            {
                foreach (var entity in pages.Current.Values)
                {
                    yield return entity;
                }
            }
        }
    }

    /// <summary>Null when there is such a row already.</summary>
    public Task<ETag?> AddAsync(TableEntity entity, CancellationToken cancellationToken) =>
        UnlessAsync(409, async () => (await client.AddEntityAsync(entity, cancellationToken)).Headers.ETag);

    public Task<ETag?> PutAsync(TableEntity entity, CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(async () =>
            (await client.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancellationToken)).Headers.ETag
        );

    /// <summary>Null when the row has changed since, or is gone.</summary>
    public Task<ETag?> ReplaceAsync(TableEntity entity, ETag ifMatch, CancellationToken cancellationToken) =>
        Faults.TranslatingAsync<ETag?>(async () =>
        {
            try
            {
                var replaced = await client.UpdateEntityAsync(
                    entity,
                    ifMatch,
                    TableUpdateMode.Replace,
                    cancellationToken
                );
                return replaced.Headers.ETag;
            }
            catch (RequestFailedException e) when (e.Status is 404 or 412)
            {
                return null;
            }
        });

    public Task DeleteAsync(string partition, string row, CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(() => client.DeleteEntityAsync(partition, row, ETag.All, cancellationToken));

    /// <summary>Without effect when the row has changed since.</summary>
    public Task DeleteAsync(string partition, string row, ETag ifMatch, CancellationToken cancellationToken) =>
        UnlessAsync(
            412,
            async () => (await client.DeleteEntityAsync(partition, row, ifMatch, cancellationToken)).Headers.ETag
        );

    /// <summary>All or nothing, in one partition; false when a row is there already, or has changed since.</summary>
    public Task<bool> SubmitAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(async () =>
        {
            try
            {
                await client.SubmitTransactionAsync(actions, cancellationToken);
                return true;
            }
            catch (TableTransactionFailedException e) when (e.Status is 404 or 409 or 412)
            {
                return false;
            }
        });

    /// <summary>Writes rows of one partition as few transactions; each is whole, all of them together are not.</summary>
    public async Task SubmitInPartsAsync(
        IEnumerable<TableTransactionAction> actions,
        CancellationToken cancellationToken
    )
    {
        foreach (var part in actions.Chunk(MostInOneTransaction))
        {
            await SubmitAsync(part, cancellationToken);
        }
    }

    public Task DropAsync(CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(() => client.DeleteAsync(cancellationToken));

    private static Task<ETag?> UnlessAsync(int status, Func<Task<ETag?>> action) =>
        Faults.TranslatingAsync(async () =>
        {
            try
            {
                return await action();
            }
            catch (RequestFailedException e) when (e.Status == status)
            {
                return null;
            }
        });
}
