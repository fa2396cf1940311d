using System.Globalization;
using Enrollment.Seasons;

namespace Enrollment.Payments.Keys;

/// <summary>A line of a provider's statement, by the headings of its file.</summary>
internal sealed class CsvLine(IReadOnlyDictionary<string, int> columns, string[] cells)
{
    /// <exception cref="ProviderFaultException">No such column: the file has another form.</exception>
    public string this[string heading] =>
        columns.TryGetValue(heading, out var at) && at < cells.Length
            ? cells[at]
            : throw new ProviderFaultException($"The statement has no column {heading}.");

    /// <summary>Yuan with at most two decimals, as fen.</summary>
    public long Fen(string heading) =>
        decimal.TryParse(this[heading], NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan)
        && yuan * 100 == decimal.Truncate(yuan * 100)
            ? (long)(yuan * 100)
            : throw new ProviderFaultException($"The statement has no amount in column {heading}.");

    /// <summary>In China.</summary>
    public DateTimeOffset Time(string heading) =>
        DateTime.TryParseExact(
            this[heading],
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? new(time, ChinaTime.Offset)
            : throw new ProviderFaultException($"The statement has no time in column {heading}.");

    /// <summary>The lines under a heading line, cells cleaned of what the provider puts around them.</summary>
    public static IEnumerable<CsvLine> Read(IEnumerable<string> lines, Func<string, string> clean)
    {
        Dictionary<string, int>? columns = null;
        foreach (var line in lines)
        {
            var cells = line.Split(',').Select(clean).ToArray();
            if (columns is null)
            {
                columns = cells
                    .Index()
                    .DistinctBy(cell => cell.Item)
                    .ToDictionary(cell => cell.Item, cell => cell.Index, StringComparer.Ordinal);
                continue;
            }
            yield return new(columns, cells);
        }
    }
}
