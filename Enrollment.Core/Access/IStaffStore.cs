using Enrollment.Collections;

namespace Enrollment.Access;

/// <summary>The staff's own accounts in the embedded host.</summary>
public interface IStaffStore
{
    Task<StaffAccount?> FindAsync(string id, CancellationToken cancellationToken);

    Task<StaffAccount?> FindByUserNameAsync(string userName, CancellationToken cancellationToken);

    Task<IReadOnlyList<StaffAccount>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces by id. False when another account has the user name.</summary>
    Task<bool> SaveAsync(StaffAccount account, CancellationToken cancellationToken);
}

/// <summary>A staff member's account: password by the framework's hasher, locked for a while after five wrong tries.</summary>
public sealed record StaffAccount
{
    public required string Id { get; init; }

    /// <summary>Lower case.</summary>
    public required string UserName { get; init; }

    public required string Name { get; init; }

    public required ValueList<Role> Roles { get; init; }

    public string? PasswordHash { get; init; }

    public int FailedTries { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public bool IsDisabled { get; init; }
}
