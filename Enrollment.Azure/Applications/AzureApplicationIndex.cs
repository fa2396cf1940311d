using System.Runtime.CompilerServices;
using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>Lists and searches over the index rows; what was erased is in none of them.</summary>
internal sealed class AzureApplicationIndex(Tables tables, Reservations reservations, KeyRing ring) : IApplicationIndex
{
    private readonly QueueLists _lists = new(tables, ring);
    private readonly QueueSearch _search = new(tables, reservations, ring);

    public Task<ApplicationId?> FindByPhoneAsync(
        string season,
        PhoneNumber phone,
        CancellationToken cancellationToken
    ) => _search.FindByPhoneAsync(season, phone, cancellationToken);

    public Task<ApplicationId?> FindByIdentityNumberAsync(
        string season,
        IdentityNumber number,
        CancellationToken cancellationToken
    ) => _search.FindByIdentityNumberAsync(season, number, cancellationToken);

    public async Task<ApplicationPage> ListAsync(ApplicationQuery query, CancellationToken cancellationToken)
    {
        var cursor = Cursor.Parse(query.Cursor);
        return
            query.Text?.Trim() is { Length: > 0 } text
            && await _search.FewAsync(query, text, cancellationToken) is { } few
            ? PageOf(few, query, cursor)
            : await _lists.ReadAsync(query, cursor, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<StageName, int>> CountByStageAsync(
        string season,
        CancellationToken cancellationToken
    )
    {
        var counts = await Task.WhenAll(
            Enum.GetValues<StageName>()
                .Select(async stage =>
                    (
                        Stage: stage,
                        Count: await _lists.CountAsync(
                            IndexRows.StageList(season, WireName.Of(stage)),
                            cancellationToken
                        )
                    )
                )
        );
        return counts.Where(one => one.Count > 0).ToDictionary(one => one.Stage, one => one.Count);
    }

    public async IAsyncEnumerable<ApplicationId> AllAsync(
        string? season,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Ids are ordered by time of opening.
        var list = season is null ? IndexRows.WholeList : IndexRows.SeasonList(season);
        await foreach (var row in tables.Index.QueryAsync($"PartitionKey eq {list}", cancellationToken, ["RowKey"]))
        {
            yield return ApplicationId.Parse(row.RowKey);
        }
    }

    private static ApplicationPage PageOf(IEnumerable<ApplicationSummary> found, ApplicationQuery query, Cursor? cursor)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var rest = found
            .OrderBy(one => one.StageSince)
            .ThenBy(one => one.Id)
            .Where(one =>
                cursor is not { } after
                || one.StageSince.UtcTicks > after.At
                || (one.StageSince.UtcTicks == after.At && string.CompareOrdinal(one.Id.Value, after.Id) > 0)
            )
            .Take(limit + 1)
            .ToList();
        var shown = rest.Take(limit).ToValueList();
        return new ApplicationPage(
            shown,
            rest.Count > limit ? new Cursor(shown[^1].StageSince.UtcTicks, shown[^1].Id.Value).ToString() : null
        );
    }
}
