using System.Security.Cryptography;
using System.Text;
using Enrollment.Access;
using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Api.Access.Providers;

/// <summary>
/// The account that stands for somebody of the issuer's: made at the first sign-in, its name and roles taken from each
/// token. It has no password; an administrator can disable it.
/// </summary>
internal sealed class ProvidedAccounts(IStaffStore store)
{
    /// <returns>Null for somebody without a role here, or whose account is disabled.</returns>
    public async Task<StaffAccount?> OfAsync(ProvidedIdentity identity, CancellationToken cancellationToken)
    {
        ValueList<Role> roles =
        [
            .. identity
                .Roles.Select(name => WireName.TryParse<Role>(name, out var role) ? role : (Role?)null)
                .OfType<Role>()
                .Distinct()
                .Order(),
        ];
        var id = IdOf(identity);
        var known = await store.FindAsync(id, cancellationToken);
        if (roles.Count == 0 || known is { IsDisabled: true })
        {
            return null;
        }
        var account = (
            known
            ?? new()
            {
                Id = id,
                UserName = StaffPasswords.Normalised(identity.UserName),
                Name = "",
                Roles = [],
            }
        ) with
        {
            Name = identity.Name ?? identity.UserName,
            Roles = roles,
        };
        if (account == known || await store.SaveAsync(account, cancellationToken))
        {
            return account;
        }
        // An account with a password has the name already.
        account = account with
        {
            UserName = $"{account.UserName}#{id[^8..]}",
        };
        return await store.SaveAsync(account, cancellationToken) ? account : null;
    }

    private static string IdOf(ProvidedIdentity identity) =>
        "provider-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity.Issuer}\n{identity.Subject}")))[
            ..32
        ];
}
