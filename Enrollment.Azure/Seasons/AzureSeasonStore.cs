using Azure.Data.Tables;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Materials;
using Enrollment.Azure.Rows;
using Enrollment.Seasons;
using Enrollment.Serialization;

namespace Enrollment.Azure.Seasons;

/// <summary>
/// Seasons: settings as JSON, and the admission rules as blobs beside them. The one saved last is open, and stands in a
/// row of its own in the same transaction.
/// </summary>
internal sealed class AzureSeasonStore(Tables tables, BlobFolder rules) : ISeasonStore
{
    private const string Partition = "seasons";
    private const string OpenRow = "open";
    private const string FirstRow = "season_";
    private const string AfterLastRow = "season`";

    private volatile Parsed? _parsed;

    public Task<Season?> CurrentAsync(CancellationToken cancellationToken) => ReadAsync(OpenRow, cancellationToken);

    public Task<Season?> FindAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(RowOf(id), cancellationToken);

    public async Task<IReadOnlyList<Season>> AllAsync(CancellationToken cancellationToken) =>
        await tables
            .Settings.QueryAsync(
                $"PartitionKey eq {Partition} and RowKey ge {FirstRow} and RowKey lt {AfterLastRow}",
                cancellationToken
            )
            .Select(row => StoredJson.Read<Season>(row.GetParts("Settings")!))
            .ToListAsync(cancellationToken);

    public Task SaveAsync(Season season, CancellationToken cancellationToken)
    {
        var settings = StoredJson.Write(season);
        return tables.Settings.SubmitAsync(
            [.. new[] { RowOf(season.Id), OpenRow }.Select(row => Upsert(row, settings))],
            cancellationToken
        );
    }

    public Task<byte[]?> ReadAdmissionRulesAsync(string season, CancellationToken cancellationToken) =>
        rules.ReadAsync(RowKeys.Escape(season), cancellationToken);

    public Task SaveAdmissionRulesAsync(
        string season,
        ReadOnlyMemory<byte> file,
        CancellationToken cancellationToken
    ) => rules.WriteAsync(RowKeys.Escape(season), file, null, cancellationToken);

    private static TableTransactionAction Upsert(string rowKey, byte[] settings)
    {
        var row = new TableEntity(Partition, rowKey);
        row.SetParts("Settings", settings);
        return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
    }

    // Every command asks for its season; the settings are read each time, but parsed only when they have changed.
    private async Task<Season?> ReadAsync(string rowKey, CancellationToken cancellationToken)
    {
        if (await tables.Settings.FindAsync(Partition, rowKey, cancellationToken) is not { } row)
        {
            return null;
        }
        var settings = row.GetParts("Settings")!;
        if (_parsed is { } parsed && parsed.Settings.AsSpan().SequenceEqual(settings))
        {
            return parsed.Season;
        }

        var season = StoredJson.Read<Season>(settings);
        _parsed = new Parsed(settings, season);
        return season;
    }

    private static string RowOf(string season) => FirstRow + RowKeys.Escape(season);

    private sealed record Parsed(byte[] Settings, Season Season);
}
