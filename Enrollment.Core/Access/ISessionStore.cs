namespace Enrollment.Access;

/// <summary>
/// Sessions, sign-in codes and the limits on them (DESIGN §6). Tokens and codes are kept as SHA-256 only; phones under a
/// keyed hash.
/// </summary>
public interface ISessionStore
{
    Task AddSessionAsync(Session session, CancellationToken cancellationToken);

    /// <summary>The session of a token's hash, unless it has expired or was ended.</summary>
    Task<Session?> FindSessionAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken);

    Task ExtendSessionAsync(string tokenHash, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    Task EndSessionAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Ends every session of one application's candidate or one staff account.</summary>
    Task EndSessionsOfAsync(string subject, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a place for one more sign-in code for a phone: one a minute, ten a day (R1). Granted places are counted
    /// in the same step.
    /// </summary>
    Task<CodeGrant> GrantCodeAsync(string phone, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Puts the code in force in place of any before it.</summary>
    Task SaveCodeAsync(SignInCode code, CancellationToken cancellationToken);

    /// <summary>Tries a code: used up when right, one try fewer when wrong (R1: five tries), in one step.</summary>
    Task<CodeTry> TryCodeAsync(string phone, string codeHash, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="TokenHash">SHA-256 of the opaque 256-bit token, lower-case hexadecimal.</param>
/// <param name="Subject">"candidate:{application id}" or "staff:{account id}".</param>
public sealed record Session(string TokenHash, string Subject, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt)
{
    public static string SubjectOf(ApplicationId application) => $"candidate:{application}";

    public static string SubjectOfStaff(string id) => $"staff:{id}";
}

public enum CodeGrant
{
    Granted,

    /// <summary>Less than a minute since the last.</summary>
    TooSoon,

    /// <summary>Ten today already (China Standard Time).</summary>
    TooMany,
}

/// <param name="Phone">The phone it was sent to.</param>
/// <param name="CodeHash">SHA-256 of phone and code, lower-case hexadecimal.</param>
public sealed record SignInCode(
    string Phone,
    string CodeHash,
    ApplicationId Application,
    DateTimeOffset ExpiresAt,
    int TriesLeft
);

/// <summary>What a tried code gave.</summary>
public abstract record CodeTry
{
    private CodeTry() { }

    public sealed record Right(ApplicationId Application) : CodeTry;

    /// <summary>Wrong, expired, used up or never sent: the caller is told the same.</summary>
    public sealed record Wrong : CodeTry;
}
