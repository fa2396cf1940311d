using Enrollment.Azure.Accounts;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>The data keys, each in its application's head: gone with it when the person is erased.</summary>
internal static class DataKeys
{
    /// <summary>Null for an application that is not there, or was erased.</summary>
    public static async Task<DataKey?> FindAsync(
        Tables tables,
        KeyRing ring,
        ApplicationId id,
        CancellationToken cancellationToken
    ) =>
        await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken, ["PartitionKey", "WrappedKey"])
            is { } row
            ? Faults.Translating(() => new Head(row).KeyOf(ring))
            : null;
}
