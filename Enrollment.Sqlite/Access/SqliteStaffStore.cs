using System.Text;
using Enrollment.Access;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.Access;

/// <summary>Staff accounts; few, and not candidates' data, so not sealed.</summary>
internal sealed class SqliteStaffStore(Writer writer, Readers readers) : IStaffStore
{
    public Task<StaffAccount?> FindAsync(string id, CancellationToken cancellationToken) =>
        readers.FindAsync(
            connection => connection.First("SELECT account FROM staff WHERE id = $id", AccountOf, ("$id", id)),
            cancellationToken
        );

    public Task<StaffAccount?> FindByUserNameAsync(string userName, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection =>
                connection.First(
                    "SELECT account FROM staff WHERE user_name = $userName",
                    AccountOf,
                    ("$userName", userName.ToLowerInvariant())
                ),
            cancellationToken
        );

    public Task<IReadOnlyList<StaffAccount>> AllAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<StaffAccount>>(
            connection => connection.Query("SELECT account FROM staff ORDER BY user_name", AccountOf),
            cancellationToken
        );

    public Task<bool> SaveAsync(StaffAccount account, CancellationToken cancellationToken) =>
        writer.WriteAsync(connection => Save(connection, account), cancellationToken);

    private static bool Save(StoreConnection connection, StaffAccount account)
    {
        var userName = account.UserName.ToLowerInvariant();
        var isTaken =
            connection.Number(
                "SELECT 1 FROM staff WHERE user_name = $userName AND id <> $id",
                ("$userName", userName),
                ("$id", account.Id)
            )
            is not null;
        if (isTaken)
        {
            return false;
        }

        connection.Execute(
            """
            INSERT INTO staff (id, user_name, account) VALUES ($id, $userName, $account)
            ON CONFLICT (id) DO UPDATE SET user_name = excluded.user_name, account = excluded.account
            """,
            ("$id", account.Id),
            ("$userName", userName),
            ("$account", Encoding.UTF8.GetString(StoredJson.Write(account)))
        );
        return true;
    }

    private static StaffAccount AccountOf(SqliteDataReader row) =>
        StoredJson.Read<StaffAccount>(Encoding.UTF8.GetBytes(row.GetString(0)));
}
