using Enrollment.Access;
using Enrollment.Applications;
using Microsoft.AspNetCore.Identity;

namespace Enrollment.Api.Access;

/// <summary>The staff's passwords (DESIGN §6): the framework's hasher, locked for fifteen minutes after five wrong ones.</summary>
public sealed class StaffPasswords(IStaffStore store, ServerClock clock)
{
    public const int MinLength = 10;

    public const int MaxLength = 128;

    private const int TriesBeforeLock = 5;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private readonly PasswordHasher<StaffAccount> _hasher = new();

    /// <summary>One check at a time for a user name, or parallel tries would count as one; names share a few locks.</summary>
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    private readonly string _hashOfNobody = new PasswordHasher<StaffAccount>().HashPassword(
        Nobody,
        Sessions.NewToken()
    );

    private static StaffAccount Nobody { get; } =
        new()
        {
            Id = "",
            UserName = "",
            Name = "",
            Roles = [],
        };

    public static bool IsAllowed(string password) => password.Length is >= MinLength and <= MaxLength;

    public string Hash(StaffAccount account, string password) => _hasher.HashPassword(account, password);

    /// <summary>Null for a wrong password, an unknown name, a locked or disabled account: after the same work.</summary>
    public async Task<StaffAccount?> CheckAsync(string userName, string password, CancellationToken cancellationToken)
    {
        if (password.Length > MaxLength || userName.Length > 100)
        {
            return null;
        }
        var name = Normalised(userName);
        var gate = _gates[(uint)name.GetHashCode(StringComparison.Ordinal) % (uint)_gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await CheckAloneAsync(name, password, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public static string Normalised(string userName) => userName.Trim().ToLowerInvariant();

    private async Task<StaffAccount?> CheckAloneAsync(
        string userName,
        string password,
        CancellationToken cancellationToken
    )
    {
        var account = await store.FindByUserNameAsync(userName, cancellationToken);
        var verified = _hasher.VerifyHashedPassword(
            account ?? Nobody,
            account?.PasswordHash ?? _hashOfNobody,
            password
        );
        if (account is null or { IsDisabled: true } or { PasswordHash: null } || account.LockedUntil > clock.Now)
        {
            return null;
        }
        var after = verified switch
        {
            PasswordVerificationResult.Failed => AfterFailure(account),
            PasswordVerificationResult.Success => AfterSuccess(account),
            PasswordVerificationResult.SuccessRehashNeeded => AfterSuccess(account) with
            {
                PasswordHash = Hash(account, password),
            },
        };
        if (after != account)
        {
            await store.SaveAsync(after, cancellationToken);
        }
        return verified == PasswordVerificationResult.Failed ? null : after;
    }

    private StaffAccount AfterFailure(StaffAccount account) =>
        account.FailedTries + 1 < TriesBeforeLock
            ? account with
            {
                FailedTries = account.FailedTries + 1,
            }
            : account with
            {
                FailedTries = 0,
                LockedUntil = clock.Now + LockedFor,
            };

    private static StaffAccount AfterSuccess(StaffAccount account) =>
        account with
        {
            FailedTries = 0,
            LockedUntil = null,
        };
}
