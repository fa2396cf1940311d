using System.Security.Cryptography;
using System.Text;
using Enrollment.Access;

namespace Enrollment.Api.Access;

/// <summary>
/// The first administrator of an embedded host (DESIGN §6): while there is none, each start prints a link that makes one,
/// once. Only this process knows its token.
/// </summary>
public sealed class FirstAdministrator(IStaffStore store, StaffPasswords passwords) : IDisposable
{
    private readonly string _token = Sessions.NewToken();

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>The token to print, or null when an administrator exists.</summary>
    public async Task<string?> TokenAsync(CancellationToken cancellationToken) =>
        await IsOpenAsync(cancellationToken) ? _token : null;

    /// <returns>Null when it is not open, or the token is not the printed one.</returns>
    public async Task<StaffAccount?> CreateAsync(
        string token,
        string userName,
        string name,
        string password,
        CancellationToken cancellationToken
    )
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!IsRight(token) || !await IsOpenAsync(cancellationToken))
            {
                return null;
            }
            var account = new StaffAccount
            {
                Id = Guid.NewGuid().ToString("N"),
                UserName = StaffPasswords.Normalised(userName),
                Name = name.Trim(),
                Roles = [Role.Admin],
            };
            account = account with { PasswordHash = passwords.Hash(account, password) };
            return await store.SaveAsync(account, cancellationToken) ? account : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private bool IsRight(string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(_token));

    private async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        !(await store.AllAsync(cancellationToken)).Any(account => account.Roles.Contains(Role.Admin));
}
