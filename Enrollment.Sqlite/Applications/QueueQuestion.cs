using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Sealing;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Applications;

/// <summary>A row of the queue before it is unsealed.</summary>
internal sealed record QueueRow(long StageSince, ApplicationId Id, byte[] SealedSummary, byte[] WrappedKey);

/// <summary>
/// A question to the queue as SQL. Where an index is narrow (a search, a reviewer's own, the staff's list) it leads;
/// otherwise each stage is read in its own order and the stages are merged, which is quick for every mix of them.
/// </summary>
internal sealed class QueueQuestion
{
    // From so many on, reading in the queue's order meets a page of them sooner than sorting them all.
    private const int ManyOfOneTerm = 1000;

    private static readonly string[] EveryStage = [.. Enum.GetValues<StageName>().Select(WireName.Of)];

    private readonly string[] _stages;
    private readonly string _queueIndex = "applications_in_queue";
    private readonly bool _hasWarnings;
    private readonly string? _name;
    private readonly long[] _terms = [];
    private readonly List<string> _conditions = ["a.season = $season", "a.summary IS NOT NULL"];
    private readonly List<(string Name, object? Value)> _values = [];
    private bool _isNarrow;

    public QueueQuestion(ApplicationQuery query, int rows, SearchKey search)
    {
        _stages = query.Stages.Count == 0 ? EveryStage : [.. query.Stages.Select(WireName.Of).Distinct()];
        _values.AddRange([("$season", query.Season), ("$rows", rows)]);
        if (Cursor.Parse(query.Cursor) is { } cursor)
        {
            Require("(a.stage_since, a.id) > ($since, $after)", ("$since", cursor.At), ("$after", cursor.Id));
        }
        if (query.Programme is { } programme)
        {
            Require("a.programme = $programme", ("$programme", programme));
        }
        if (query.ClaimedBy is { } claimedBy)
        {
            Require("a.claimed_by = $claimedBy", ("$claimedBy", claimedBy));
            _isNarrow = true;
        }
        if (query.NeedsAttention)
        {
            Require("a.needs_attention = 1");
            _isNarrow = true;
        }
        if (query.InStageBefore is { } before)
        {
            Require("a.stage_since < $before", ("$before", before.UtcTicks));
        }
        if (query.HasWarnings)
        {
            Require("a.warnings IS NOT 0");
            (_hasWarnings, _queueIndex) = (true, "applications_with_warnings");
        }
        if (query.HoldsOriginals)
        {
            RequireMark(ApplicationListing.HoldsOriginalsMark, search);
        }
        if (query.HasPayments)
        {
            RequireMark(ApplicationListing.HasPaymentsMark, search);
        }
        if (query.Text?.Trim() is not { Length: > 0 } text)
        {
            return;
        }
        if (RequireNumber(text, search))
        {
            _isNarrow = true;
            return;
        }

        (_name, _terms) = (text, [.. search.TermsAskedBy(text)]);
        foreach (var (i, term) in _terms.Index())
        {
            Require(HasTerm($"$term{i}"), ($"$term{i}", term));
        }
    }

    public List<QueueRow> Ask(StoreConnection connection) =>
        connection.Query(
            $"""
            SELECT q.stage_since, q.id, a.summary, k.wrapped
            FROM ({Rows(connection)}) q
            JOIN applications a ON a.id = q.id
            JOIN data_keys k ON k.application_id = q.id
            ORDER BY q.stage_since, q.id
            """,
            row => new QueueRow(row.GetInt64(0), row.Application(1), row.Bytes(2), row.Bytes(3)),
            [.. _values]
        );

    /// <summary>
    /// Terms say which characters stand together, not in which order: the name itself decides; and rows of long ago do
    /// not say how many warnings there are.
    /// </summary>
    public bool IsMeant(ApplicationSummary summary) =>
        (_name is null || SearchedName.Contains(summary.Name, _name)) && (!_hasWarnings || summary.Warnings > 0);

    // A phone, an identity number or an application number is one person's, or nearly.
    private bool RequireNumber(string text, SearchKey search)
    {
        if (PhoneNumber.TryParse(text, null, out var phone))
        {
            Require("a.phone_hash = $phone", ("$phone", search.HashOf(phone)));
            return true;
        }
        if (IdentityNumber.TryParse(text, null, out var number))
        {
            Require(
                """
                a.id IN (
                  SELECT id FROM applications WHERE season = $season AND identity_hash = $identity
                  UNION ALL SELECT application_id FROM search_terms WHERE term = $typed)
                """,
                ("$identity", search.HashOf(number)),
                ("$typed", ApplicationListing.IdentityTerm(search, number))
            );
            return true;
        }
        if (text.All(char.IsAsciiDigit))
        {
            Require("a.number = $number", ("$number", text));
            return true;
        }
        return false;
    }

    private string Rows(StoreConnection connection)
    {
        if (_isNarrow)
        {
            return Sorted("applications a");
        }
        foreach (var (i, term) in _terms.Index())
        {
            if (!IsCommon(connection, term))
            {
                return Sorted(
                    $"search_terms t CROSS JOIN applications a ON a.id = t.application_id AND t.term = $term{i}"
                );
            }
        }
        return Merged();
    }

    private string Sorted(string from) =>
        $"""
            SELECT a.stage_since, a.id FROM {from}
            WHERE {string.Join(" AND ", _conditions)} AND +a.stage IN ({string.Join(", ", _stages.Select(Quoted))})
            ORDER BY a.stage_since, a.id LIMIT $rows
            """;

    private string Merged() =>
        string.Join(
            " UNION ALL ",
            _stages.Select(stage =>
                $"""
                    SELECT * FROM (SELECT a.stage_since, a.id FROM applications a INDEXED BY {_queueIndex}
                    WHERE {string.Join(" AND ", _conditions)} AND a.stage = {Quoted(stage)}
                    ORDER BY a.stage_since, a.id LIMIT $rows)
                    """
            )
        ) + " ORDER BY 1, 2 LIMIT $rows";

    private void Require(string condition, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        _conditions.Add(condition);
        _values.AddRange(values);
    }

    private static bool IsCommon(StoreConnection connection, long term) =>
        connection.Number(
            "SELECT count(*) FROM (SELECT 1 FROM search_terms WHERE term = $term LIMIT $many)",
            ("$term", term),
            ("$many", ManyOfOneTerm)
        ) == ManyOfOneTerm;

    private void RequireMark(string mark, SearchKey search)
    {
        var name = $"$mark{_values.Count}";
        Require(
            $"a.id IN (SELECT application_id FROM search_terms WHERE term = {name})",
            (name, ApplicationListing.MarkTerm(search, mark))
        );
        _isNarrow = true;
    }

    private static string HasTerm(string term) =>
        $"EXISTS (SELECT 1 FROM search_terms WHERE term = {term} AND application_id = a.id)";

    // The names are our own words.
    private static string Quoted(string stage) => $"'{stage}'";
}
