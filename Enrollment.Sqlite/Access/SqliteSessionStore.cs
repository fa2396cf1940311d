using Enrollment.Access;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Keys;

namespace Enrollment.Sqlite.Access;

/// <summary>Sessions; the sign-in codes are in <see cref="CodeRows"/>.</summary>
internal sealed class SqliteSessionStore(Writer writer, Readers readers, DataKeys keys) : ISessionStore
{
    public Task AddSessionAsync(Session session, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "DELETE FROM sessions WHERE expires_at <= $now",
                    ("$now", session.StartedAt.UtcTicks)
                );
                connection.Execute(
                    """
                    INSERT INTO sessions (token_hash, subject, started_at, expires_at)
                    VALUES ($token, $subject, $started, $expires)
                    """,
                    ("$token", session.TokenHash),
                    ("$subject", session.Subject),
                    ("$started", session.StartedAt.UtcTicks),
                    ("$expires", session.ExpiresAt.UtcTicks)
                );
            },
            cancellationToken
        );

    public Task<Session?> FindSessionAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken) =>
        readers.FindAsync(
            connection =>
                connection.First(
                    """
                    SELECT subject, started_at, expires_at FROM sessions
                    WHERE token_hash = $token AND expires_at > $now
                    """,
                    row => new Session(tokenHash, row.GetString(0), row.Instant(1), row.Instant(2)),
                    ("$token", tokenHash),
                    ("$now", now.UtcTicks)
                ),
            cancellationToken
        );

    public Task ExtendSessionAsync(string tokenHash, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "UPDATE sessions SET expires_at = $expires WHERE token_hash = $token",
                    ("$expires", expiresAt.UtcTicks),
                    ("$token", tokenHash)
                );
            },
            cancellationToken
        );

    public Task EndSessionAsync(string tokenHash, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM sessions WHERE token_hash = $token", ("$token", tokenHash));
            },
            cancellationToken
        );

    public Task EndSessionsOfAsync(string subject, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM sessions WHERE subject = $subject", ("$subject", subject));
            },
            cancellationToken
        );

    public Task<CodeGrant> GrantCodeAsync(string phone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = PhoneHash(phone);
        return writer.WriteAsync(connection => CodeRows.Grant(connection, hash, now), cancellationToken);
    }

    public Task SaveCodeAsync(SignInCode code, CancellationToken cancellationToken)
    {
        var (phone, hash) = (PhoneHash(code.Phone), CodeHash(code.CodeHash));
        return writer.WriteAsync(connection => CodeRows.Save(connection, phone, hash, code), cancellationToken);
    }

    public Task<CodeTry> TryCodeAsync(
        string phone,
        string codeHash,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (phoneHash, hash) = (PhoneHash(phone), CodeHash(codeHash));
        return writer.WriteAsync(connection => CodeRows.Try(connection, phoneHash, hash, now), cancellationToken);
    }

    private byte[] PhoneHash(string phone) => keys.Search.HashOf("code-phone", phone);

    // Six digits and a phone are soon tried out against a plain hash, so that it is hashed once more under our key.
    private byte[] CodeHash(string codeHash) => keys.Search.HashOf("code", codeHash);
}
