using System.Security.Cryptography;
using Enrollment.Access;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Access;

/// <summary>Sign-in codes and their limits (R1): one a minute, ten a day, five tries (<see cref="CodeLimits"/>).</summary>
internal static class CodeRows
{
    public static CodeGrant Grant(StoreConnection connection, byte[] phone, DateTimeOffset now)
    {
        var soFar = connection.First(
            "SELECT last_at, day, granted FROM code_grants WHERE phone_hash = $phone",
            row => new CodeLimits(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2)),
            ("$phone", phone)
        );
        var (grant, after) = (soFar ?? CodeLimits.None).Ask(now);
        if (grant != CodeGrant.Granted)
        {
            return grant;
        }
        connection.Execute("DELETE FROM code_grants WHERE day < $day", ("$day", after.Day - 1));
        connection.Execute(
            """
            INSERT INTO code_grants (phone_hash, day, granted, last_at) VALUES ($phone, $day, $granted, $now)
            ON CONFLICT (phone_hash) DO UPDATE SET day = $day, granted = $granted, last_at = $now
            """,
            ("$phone", phone),
            ("$day", after.Day),
            ("$now", now.UtcTicks),
            ("$granted", after.Granted)
        );
        return CodeGrant.Granted;
    }

    public static void Save(StoreConnection connection, byte[] phone, byte[] hash, SignInCode code) =>
        connection.Execute(
            """
            INSERT INTO codes (phone_hash, code_hash, application_id, expires_at, tries_left)
            VALUES ($phone, $code, $application, $expires, $tries)
            ON CONFLICT (phone_hash) DO UPDATE SET
              code_hash = excluded.code_hash, application_id = excluded.application_id,
              expires_at = excluded.expires_at, tries_left = excluded.tries_left
            """,
            ("$phone", phone),
            ("$code", hash),
            ("$application", code.Application.Value),
            ("$expires", code.ExpiresAt.UtcTicks),
            ("$tries", code.TriesLeft)
        );

    public static CodeTry Try(StoreConnection connection, byte[] phone, byte[] hash, DateTimeOffset now)
    {
        var (stored, application) = connection.First<(byte[]?, ApplicationId)>(
            """
            SELECT code_hash, application_id FROM codes
            WHERE phone_hash = $phone AND expires_at > $now AND tries_left > 0
            """,
            row => (row.Bytes(0), row.Application(1)),
            ("$phone", phone),
            ("$now", now.UtcTicks)
        );
        if (stored is null)
        {
            return new CodeTry.Wrong();
        }
        if (CryptographicOperations.FixedTimeEquals(stored, hash))
        {
            connection.Execute("DELETE FROM codes WHERE phone_hash = $phone", ("$phone", phone));
            return new CodeTry.Right(application);
        }

        connection.Execute("UPDATE codes SET tries_left = tries_left - 1 WHERE phone_hash = $phone", ("$phone", phone));
        return new CodeTry.Wrong();
    }
}
