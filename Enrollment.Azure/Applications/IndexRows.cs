using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Rows;
using Enrollment.Sealing;
using Enrollment.Serialization;

namespace Enrollment.Azure.Applications;

/// <summary>
/// Every row by which one application is found, derived from its state alone: a row with the summary in each list that it
/// stands in, a bare row for each term of a search, and its place in the season.
/// </summary>
internal sealed class IndexRows
{
    private readonly List<TableEntity> _rows = [];

    private IndexRows(string mark) => Mark = mark;

    /// <summary>Of what the rows say, under the search key.</summary>
    public string Mark { get; }

    public IEnumerable<IndexKey> Keys => _rows.Select(row => new IndexKey(row.PartitionKey, row.RowKey));

    public static IndexRows Of(
        ApplicationListing listing,
        string season,
        byte[] sealedSummary,
        byte[] wrappedKey,
        SearchKey search
    )
    {
        var summary = listing.Summary;
        string[] lists =
        [
            StageList(season, listing.Stage),
            .. summary.ClaimedBy is { } staff ? [ClaimedList(season, staff)] : Array.Empty<string>(),
            .. summary.NeedsAttention ? [AttentionList(season)] : Array.Empty<string>(),
            .. listing.Marks().Select(mark => MarkList(season, mark)),
        ];
        var terms = listing.NameTerms().Append(NumberTerm(search, summary.Number));

        var content = System.Text.Encoding.UTF8.GetString(StoredJson.Write(summary));
        var rows = new IndexRows(
            Convert.ToHexStringLower(search.HashOf("index-rows", content + string.Join(' ', lists)))
        );
        rows._rows.AddRange(lists.Select(list => ListRow(list, listing, sealedSummary, wrappedKey)));
        rows._rows.AddRange(terms.Distinct().Select(term => new TableEntity(TermList(season, term), summary.Id.Value)));
        rows._rows.Add(new TableEntity(SeasonList(season), summary.Id.Value));
        rows._rows.Add(new TableEntity(WholeList, summary.Id.Value));
        return rows;
    }

    /// <summary>Every application of every season.</summary>
    public const string WholeList = "_all";

    public static string SeasonList(string season) => $"{RowKeys.Escape(season)}_all";

    public static string StageList(string season, string stage) => $"{RowKeys.Escape(season)}_stage_{stage}";

    public static string ClaimedList(string season, string staff) =>
        $"{RowKeys.Escape(season)}_claimed_{RowKeys.Escape(staff)}";

    public static string AttentionList(string season) => $"{RowKeys.Escape(season)}_attention";

    public static string MarkList(string season, string mark) => $"{RowKeys.Escape(season)}_{mark}";

    public static string TermList(string season, long term) =>
        $"{RowKeys.Escape(season)}_term_{term.ToString("x16", CultureInfo.InvariantCulture)}";

    public static long NumberTerm(SearchKey search, string number) => search.TermOf("number", number);

    /// <summary>Everything to write, or after the rows of an earlier state only what differs from them.</summary>
    public IEnumerable<TableEntity> After(IReadOnlySet<IndexKey> earlier) =>
        _rows.Where(row => row.Count > 2 || !earlier.Contains(new IndexKey(row.PartitionKey, row.RowKey)));

    public IEnumerable<TableEntity> All => _rows;

    private static TableEntity ListRow(string list, ApplicationListing listing, byte[] sealedSummary, byte[] wrappedKey)
    {
        var summary = listing.Summary;
        return new TableEntity(list, RowKeys.At(summary.StageSince.UtcTicks, summary.Id.Value))
        {
            ["Stage"] = listing.Stage,
            ["Programme"] = summary.Programme,
            ["ClaimedBy"] = summary.ClaimedBy,
            ["NeedsAttention"] = summary.NeedsAttention,
            ["Warnings"] = summary.Warnings,
            ["HoldsOriginals"] = listing.HoldsOriginals,
            ["HasPayments"] = listing.HasPayments,
            ["Summary"] = sealedSummary,
            ["WrappedKey"] = wrappedKey,
        };
    }
}
