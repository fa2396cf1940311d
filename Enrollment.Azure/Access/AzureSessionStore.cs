using System.Security.Cryptography;
using Azure.Data.Tables;
using Enrollment.Access;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;
using Enrollment.Sealing;

namespace Enrollment.Azure.Access;

/// <summary>
/// Sessions by their token's hash, and by whose they are; sign-in codes and their limits by the phone's keyed hash, each
/// step under the row's ETag.
/// </summary>
internal sealed class AzureSessionStore(Tables tables, KeyRing ring) : ISessionStore
{
    private const string SessionRow = "session";
    private const string CodeRow = "code";
    private const string GrantRow = "grant";

    public async Task AddSessionAsync(Session session, CancellationToken cancellationToken)
    {
        await ForgetExpiredAsync(session.Subject, session.StartedAt, cancellationToken);
        // The list first: a session that no list knows could not be ended with the others.
        await tables.Access.PutAsync(ListRowOf(session), cancellationToken);
        await tables.Access.PutAsync(RowOf(session), cancellationToken);
    }

    public async Task<Session?> FindSessionAsync(
        string tokenHash,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await tables.Access.FindAsync(PartitionOf(tokenHash), SessionRow, cancellationToken) is { } row
        && SessionOf(tokenHash, row) is var session
        && session.ExpiresAt > now
            ? session
            : null;

    public async Task ExtendSessionAsync(
        string tokenHash,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        if (await tables.Access.FindAsync(PartitionOf(tokenHash), SessionRow, cancellationToken) is not { } row)
        {
            return;
        }
        // Ended since it was read: it stays ended.
        var extended = SessionOf(tokenHash, row) with
        {
            ExpiresAt = expiresAt,
        };
        if (await tables.Access.ReplaceAsync(RowOf(extended), row.ETag, cancellationToken) is not null)
        {
            await tables.Access.PutAsync(ListRowOf(extended), cancellationToken);
        }
    }

    public Task EndSessionAsync(string tokenHash, CancellationToken cancellationToken) =>
        tables.Access.DeleteAsync(PartitionOf(tokenHash), SessionRow, cancellationToken);

    public async Task EndSessionsOfAsync(string subject, CancellationToken cancellationToken)
    {
        await foreach (var row in OfSubjectAsync(subject, cancellationToken))
        {
            await EndAsync(row, cancellationToken);
        }
    }

    public async Task<CodeGrant> GrantCodeAsync(string phone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var partition = PhonePartition(phone);
        while (true)
        {
            var row = await tables.Access.FindAsync(partition, GrantRow, cancellationToken);
            var soFar = row is null
                ? CodeLimits.None
                : new CodeLimits(
                    row.GetInt64("LastTicks") ?? 0,
                    row.GetInt32("Day") ?? 0,
                    row.GetInt32("Granted") ?? 0
                );
            var (grant, after) = soFar.Ask(now);
            if (grant != CodeGrant.Granted)
            {
                return grant;
            }
            var counted = new TableEntity(partition, GrantRow)
            {
                ["LastTicks"] = after.LastTicks,
                ["Day"] = after.Day,
                ["Granted"] = after.Granted,
            };
            var written = row is null
                ? await tables.Access.AddAsync(counted, cancellationToken)
                : await tables.Access.ReplaceAsync(counted, row.ETag, cancellationToken);
            if (written is not null)
            {
                return CodeGrant.Granted;
            }
        }
    }

    public Task SaveCodeAsync(SignInCode code, CancellationToken cancellationToken) =>
        tables.Access.PutAsync(
            CodeRowOf(
                PhonePartition(code.Phone),
                CodeHash(code.CodeHash),
                code.Application.Value,
                code.ExpiresAt.UtcTicks,
                code.TriesLeft
            ),
            cancellationToken
        );

    public async Task<CodeTry> TryCodeAsync(
        string phone,
        string codeHash,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var partition = PhonePartition(phone);
        while (await tables.Access.FindAsync(partition, CodeRow, cancellationToken) is { } row)
        {
            var (left, expires) = (row.GetInt32("TriesLeft") ?? 0, row.GetInt64("ExpiresAt") ?? 0);
            if (left <= 0 || expires <= now.UtcTicks)
            {
                break;
            }
            var isRight = CryptographicOperations.FixedTimeEquals(row.GetBinary("CodeHash"), CodeHash(codeHash));
            var (id, hash) = (row.GetString("Application"), row.GetBinary("CodeHash"));
            // Used up when right, one try fewer when wrong; whoever changed the row first decides what is left.
            var counted = CodeRowOf(partition, hash, id, expires, isRight ? 0 : left - 1);
            if (await tables.Access.ReplaceAsync(counted, row.ETag, cancellationToken) is not null)
            {
                return isRight ? new CodeTry.Right(ApplicationId.Parse(id)) : new CodeTry.Wrong();
            }
        }
        return new CodeTry.Wrong();
    }

    private async Task ForgetExpiredAsync(string subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await foreach (var row in OfSubjectAsync(subject, cancellationToken))
        {
            if (row.GetInt64("ExpiresAt") <= now.UtcTicks)
            {
                await EndAsync(row, cancellationToken);
            }
        }
    }

    private IAsyncEnumerable<TableEntity> OfSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        var list = ListOf(subject);
        return tables.Access.QueryAsync($"PartitionKey eq {list}", cancellationToken);
    }

    private async Task EndAsync(TableEntity listed, CancellationToken cancellationToken)
    {
        await EndSessionAsync(listed.GetString("TokenHash"), cancellationToken);
        await tables.Access.DeleteAsync(listed.PartitionKey, listed.RowKey, cancellationToken);
    }

    private static TableEntity RowOf(Session session) =>
        new(PartitionOf(session.TokenHash), SessionRow)
        {
            ["Subject"] = session.Subject,
            ["StartedAt"] = session.StartedAt.UtcTicks,
            ["ExpiresAt"] = session.ExpiresAt.UtcTicks,
        };

    private static TableEntity ListRowOf(Session session) =>
        new(ListOf(session.Subject), RowKeys.Escape(session.TokenHash))
        {
            ["TokenHash"] = session.TokenHash,
            ["ExpiresAt"] = session.ExpiresAt.UtcTicks,
        };

    private static Session SessionOf(string tokenHash, TableEntity row) =>
        new(
            tokenHash,
            row.GetString("Subject"),
            new DateTimeOffset(row.GetInt64("StartedAt") ?? 0, TimeSpan.Zero),
            new DateTimeOffset(row.GetInt64("ExpiresAt") ?? 0, TimeSpan.Zero)
        );

    private static TableEntity CodeRowOf(
        string partition,
        byte[] codeHash,
        string application,
        long expiresAt,
        int triesLeft
    ) =>
        new(partition, CodeRow)
        {
            ["CodeHash"] = codeHash,
            ["Application"] = application,
            ["ExpiresAt"] = expiresAt,
            ["TriesLeft"] = triesLeft,
        };

    private static string PartitionOf(string tokenHash) => $"token_{RowKeys.Escape(tokenHash)}";

    private static string ListOf(string subject) => $"subject_{RowKeys.Escape(subject)}";

    private string PhonePartition(string phone) =>
        $"phone_{Convert.ToHexStringLower(ring.Search.HashOf("code-phone", phone))}";

    // Six digits and a phone are soon tried out against a plain hash, so that it is hashed once more under our key.
    private byte[] CodeHash(string codeHash) => ring.Search.HashOf("code", codeHash);
}
