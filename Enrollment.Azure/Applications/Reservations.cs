using Azure;
using Azure.Data.Tables;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;

namespace Enrollment.Azure.Applications;

/// <summary>A phone or an identity number of a season, taken for one application by one commit.</summary>
internal sealed record Reservation(IndexKey Key, ETag ETag);

/// <summary>
/// Partitions <c>{season}_unique_{hash}</c>: inserted before the commit that needs them, so that of two at once one is
/// refused. One that no application stands behind is an orphan of a broken commit, and is taken over.
/// </summary>
internal sealed class Reservations(Tables tables, TimeSpan patience)
{
    public const string Phone = "phone";
    public const string IdentityNumber = "identity-number";

    public static IndexKey KeyOf(string season, string kind, string hash) =>
        new($"{RowKeys.Escape(season)}_unique_{hash}", kind);

    /// <summary>What a live application holds.</summary>
    public static IEnumerable<IndexKey> KeysOf(Head? head)
    {
        if (head?.PhoneHash is { } phone)
        {
            yield return KeyOf(head.Season, Phone, phone);
        }
        if (head?.IdentityHash is { } number)
        {
            yield return KeyOf(head.Season, IdentityNumber, number);
        }
    }

    public static bool IsOne(IndexKey key) => key.Row is Phone or IdentityNumber;

    /// <summary>Null when another application has it.</summary>
    public async Task<Reservation?> TakeAsync(IndexKey key, ApplicationId id, CancellationToken cancellationToken)
    {
        var row = new TableEntity(key.Partition, key.Row) { ["Application"] = id.Value };
        while (true)
        {
            if (await tables.Index.AddAsync(row, cancellationToken) is { } added)
            {
                return new Reservation(key, added);
            }
            if (await tables.Index.FindAsync(key.Partition, key.Row, cancellationToken) is not { } held)
            {
                continue;
            }
            if (!await MayTakeOverAsync(key, held, id, cancellationToken))
            {
                return null;
            }
            // A new version of the row: whoever took it before can't give it back any more.
            if (await tables.Index.ReplaceAsync(row, held.ETag, cancellationToken) is { } replaced)
            {
                return new Reservation(key, replaced);
            }
        }
    }

    /// <summary>Whose it is: of a live application that has this very phone or number.</summary>
    public async Task<ApplicationId?> HolderAsync(IndexKey key, CancellationToken cancellationToken) =>
        await tables.Index.FindAsync(key.Partition, key.Row, cancellationToken) is { } row
        && await IsHeldAsync(key, ApplicationOf(row), cancellationToken)
            ? ApplicationOf(row)
            : null;

    /// <summary>Gives back what this commit took, unless another commit has taken it over.</summary>
    public Task ReleaseAsync(Reservation reservation, CancellationToken cancellationToken) =>
        tables.Index.DeleteAsync(reservation.Key.Partition, reservation.Key.Row, reservation.ETag, cancellationToken);

    /// <summary>Gives back what the application no longer has.</summary>
    public async Task ReleaseAsync(IndexKey key, ApplicationId id, CancellationToken cancellationToken)
    {
        if (
            await tables.Index.FindAsync(key.Partition, key.Row, cancellationToken) is { } row
            && ApplicationOf(row) == id
        )
        {
            await tables.Index.DeleteAsync(key.Partition, key.Row, row.ETag, cancellationToken);
        }
    }

    private async Task<bool> MayTakeOverAsync(
        IndexKey key,
        TableEntity held,
        ApplicationId id,
        CancellationToken cancellationToken
    ) =>
        ApplicationOf(held) == id
        // A young one may belong to a commit that is under way.
        || (
            DateTimeOffset.UtcNow - held.Timestamp >= patience
            && !await IsHeldAsync(key, ApplicationOf(held), cancellationToken)
        );

    private async Task<bool> IsHeldAsync(IndexKey key, ApplicationId id, CancellationToken cancellationToken) =>
        await tables.Applications.FindAsync(id.Value, Head.RowKey, cancellationToken, Head.WithoutState) is { } row
        && KeysOf(new Head(row)).Contains(key);

    private static ApplicationId ApplicationOf(TableEntity row) => ApplicationId.Parse(row.GetString("Application"));
}
