using System.Runtime.CompilerServices;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Keys;

namespace Enrollment.Sqlite.Applications;

/// <summary>Lists and searches; what was erased is in none of them.</summary>
internal sealed class SqliteApplicationIndex(Readers readers, DataKeys keys) : IApplicationIndex
{
    private const int ReadAtOnce = 1000;

    public Task<ApplicationId?> FindByPhoneAsync(
        string season,
        PhoneNumber phone,
        CancellationToken cancellationToken
    ) =>
        FindAsync(
            "SELECT id FROM applications WHERE season = $season AND phone_hash = $hash",
            season,
            keys.Search.HashOf(phone),
            cancellationToken
        );

    public Task<ApplicationId?> FindByIdentityNumberAsync(
        string season,
        IdentityNumber number,
        CancellationToken cancellationToken
    ) =>
        FindAsync(
            "SELECT id FROM applications WHERE season = $season AND identity_hash = $hash",
            season,
            keys.Search.HashOf(number),
            cancellationToken
        );

    public Task<ApplicationPage> ListAsync(ApplicationQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var question = new QueueQuestion(query, limit + 1, keys.Search);
        return readers.ReadAsync(connection => PageOf(question.Ask(connection), question, limit), cancellationToken);
    }

    public Task<IReadOnlyDictionary<StageName, int>> CountByStageAsync(
        string season,
        CancellationToken cancellationToken
    ) =>
        readers.ReadAsync<IReadOnlyDictionary<StageName, int>>(
            connection =>
                connection
                    .Query(
                        "SELECT stage, applications FROM stage_counts WHERE season = $season AND applications > 0",
                        row => (Stage: row.GetString(0), Count: row.GetInt32(1)),
                        ("$season", season)
                    )
                    .ToDictionary(row => StageOf(row.Stage), row => row.Count),
            cancellationToken
        );

    public async IAsyncEnumerable<ApplicationId> AllAsync(
        string? season,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var after = "";
        List<ApplicationId> ids;
        do
        {
            ids = await readers.ReadAsync(connection => Some(connection, season, after), cancellationToken);
            foreach (var id in ids)
            {
                yield return id;
                after = id.Value;
            }
        } while (ids.Count == ReadAtOnce);
    }

    // Ids are ordered by time of opening.
    private static List<ApplicationId> Some(StoreConnection connection, string? season, string after) =>
        connection.Query(
            """
            SELECT id FROM applications
            WHERE id > $after AND summary IS NOT NULL AND ($season IS NULL OR season = $season)
            ORDER BY id LIMIT $limit
            """,
            row => row.Application(0),
            ("$after", after),
            ("$season", season),
            ("$limit", ReadAtOnce)
        );

    private Task<ApplicationId?> FindAsync(
        string sql,
        string season,
        byte[] hash,
        CancellationToken cancellationToken
    ) =>
        readers.ReadAsync(
            connection =>
                connection.First<ApplicationId?>(sql, row => row.Application(0), ("$season", season), ("$hash", hash)),
            cancellationToken
        );

    private ApplicationPage PageOf(List<QueueRow> rows, QueueQuestion question, int limit)
    {
        var shown = rows.Take(limit).ToList();
        return new ApplicationPage(
            shown.Select(SummaryOf).Where(question.IsMeant).ToValueList(),
            rows.Count > limit ? new Cursor(shown[^1].StageSince, shown[^1].Id.Value).ToString() : null
        );
    }

    private ApplicationSummary SummaryOf(QueueRow row) =>
        StoredJson.Read<ApplicationSummary>(
            keys.Unwrap(row.WrappedKey, row.Id).Open(row.SealedSummary, SealedPlace.Summary(row.Id))
        );

    private static StageName StageOf(string wireName) =>
        WireName.TryParse<StageName>(wireName, out var stage)
            ? stage
            : throw new StoreUnavailableException(StoreFault.Damaged, $"The store has a stage {wireName}.");
}
