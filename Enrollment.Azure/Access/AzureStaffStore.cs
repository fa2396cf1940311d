using System.Text;
using Azure.Data.Tables;
using Enrollment.Access;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;
using Enrollment.Serialization;

namespace Enrollment.Azure.Access;

/// <summary>Staff accounts and their user names in one partition, so that a name is taken in the same transaction.</summary>
internal sealed class AzureStaffStore(Tables tables) : IStaffStore
{
    private const string Partition = "staff";

    public async Task<StaffAccount?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.Access.FindAsync(Partition, AccountRow(id), cancellationToken) is { } row ? AccountOf(row) : null;

    public async Task<StaffAccount?> FindByUserNameAsync(string userName, CancellationToken cancellationToken) =>
        await tables.Access.FindAsync(Partition, NameRow(userName), cancellationToken) is { } row
            ? await FindAsync(row.GetString("Id"), cancellationToken)
            : null;

    public async Task<IReadOnlyList<StaffAccount>> AllAsync(CancellationToken cancellationToken) =>
        await tables
            .Access.QueryAsync(
                $"PartitionKey eq {Partition} and RowKey ge {"account_"} and RowKey lt {"account`"}",
                cancellationToken
            )
            .Select(AccountOf)
            .OrderBy(account => account.UserName.ToLowerInvariant(), StringComparer.Ordinal)
            .ToListAsync(cancellationToken);

    public async Task<bool> SaveAsync(StaffAccount account, CancellationToken cancellationToken)
    {
        while (true)
        {
            var nameRow = NameRow(account.UserName);
            var named = await tables.Access.FindAsync(Partition, nameRow, cancellationToken);
            if (named is not null && named.GetString("Id") != account.Id)
            {
                return false;
            }
            var before = await tables.Access.FindAsync(Partition, AccountRow(account.Id), cancellationToken);
            var row = new TableEntity(Partition, AccountRow(account.Id))
            {
                ["Account"] = Encoding.UTF8.GetString(StoredJson.Write(account)),
            };
            List<TableTransactionAction> actions =
            [
                before is null
                    ? new(TableTransactionActionType.Add, row)
                    : new(TableTransactionActionType.UpdateReplace, row, before.ETag),
            ];
            if (named is null)
            {
                actions.Add(
                    new(TableTransactionActionType.Add, new TableEntity(Partition, nameRow) { ["Id"] = account.Id })
                );
            }
            if (before is not null && NameRow(AccountOf(before).UserName) is var oldName && oldName != nameRow)
            {
                actions.Add(new(TableTransactionActionType.Delete, new TableEntity(Partition, oldName)));
            }
            if (await tables.Access.SubmitAsync(actions, cancellationToken))
            {
                return true;
            }
        }
    }

    private static string AccountRow(string id) => $"account_{RowKeys.Escape(id)}";

    private static string NameRow(string userName) => $"name_{RowKeys.Escape(userName.ToLowerInvariant())}";

    private static StaffAccount AccountOf(TableEntity row) =>
        StoredJson.Read<StaffAccount>(Encoding.UTF8.GetBytes(row.GetString("Account")));
}
