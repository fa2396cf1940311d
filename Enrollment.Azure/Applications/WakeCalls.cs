using Azure;
using Azure.Data.Tables;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;

namespace Enrollment.Azure.Applications;

/// <summary>A call for all wakes of a season: its settings have changed (R17). Carried out by whoever looks for what is due.</summary>
/// <param name="Generation">Counts the calls of a season; a head says up to which one its decisions knew the settings.</param>
/// <param name="After">Up to which application hints were written; null when all were.</param>
internal sealed record WakeCall(string Season, long Generation, long At, string? After, ETag ETag)
{
    public bool IsOpen => After is not null;
}

/// <summary>
/// One row per season. A call is one write, however many applications there are; the hints at them follow, page by page.
/// </summary>
internal sealed class WakeCalls(Tables tables)
{
    private const string Partition = "calls";
    private const int HintsAtOnce = 500;

    public async Task<WakeCall?> FindAsync(string season, CancellationToken cancellationToken) =>
        await tables.Wakes.FindAsync(Partition, RowKeys.Escape(season), cancellationToken) is { } row
            ? CallOf(row)
            : null;

    public async Task CallAsync(string season, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ETag? written;
        do
        {
            var known = await FindAsync(season, cancellationToken);
            var call = new WakeCall(
                season,
                (known?.Generation ?? 0) + 1,
                Math.Max(now.UtcTicks, known?.At ?? 0),
                After: "",
                known?.ETag ?? default
            );
            written = known is null
                ? await tables.Wakes.AddAsync(RowOf(call), cancellationToken)
                : await tables.Wakes.ReplaceAsync(RowOf(call), call.ETag, cancellationToken);
        } while (written is null);
    }

    public async Task<IReadOnlyList<WakeCall>> OpenAsync(CancellationToken cancellationToken)
    {
        var calls = new List<WakeCall>();
        await foreach (var row in tables.Wakes.QueryAsync($"PartitionKey eq {Partition}", cancellationToken))
        {
            calls.Add(CallOf(row));
        }
        return [.. calls.Where(call => call.IsOpen)];
    }

    /// <summary>Writes the hints of one page; who else does the same at once writes the same.</summary>
    public async Task CarryOnAsync(WakeCall call, WakeHints hints, CancellationToken cancellationToken)
    {
        var list = IndexRows.SeasonList(call.Season);
        var after = call.After!;
        var ids = new List<ApplicationId>();
        await foreach (
            var row in tables.Index.QueryAsync(
                $"PartitionKey eq {list} and RowKey gt {after}",
                cancellationToken,
                ["RowKey"],
                HintsAtOnce
            )
        )
        {
            ids.Add(ApplicationId.Parse(row.RowKey));
            if (ids.Count == HintsAtOnce)
            {
                break;
            }
        }
        await Task.WhenAll(ids.Select(id => hints.WriteAsync(id, call.At, cancellationToken)));
        var next = call with { After = ids.Count == HintsAtOnce ? ids[^1].Value : null };
        await tables.Wakes.ReplaceAsync(RowOf(next), call.ETag, cancellationToken);
    }

    private static WakeCall CallOf(TableEntity row) =>
        new(
            row.GetString("Season"),
            row.GetInt64("Generation") ?? 0,
            row.GetInt64("At") ?? 0,
            row.GetString("After"),
            row.ETag
        );

    private static TableEntity RowOf(WakeCall call) =>
        new(Partition, RowKeys.Escape(call.Season))
        {
            ["Season"] = call.Season,
            ["Generation"] = call.Generation,
            ["At"] = call.At,
            ["After"] = call.After,
        };
}
