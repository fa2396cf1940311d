using System.Text;

namespace Enrollment.Accounts;

/// <summary>
/// Comma-separated text by RFC 4180, and with tabs or semicolons, as spreadsheets write it. Reads anything: a quote
/// that is never closed reaches to the end.
/// </summary>
internal static class Csv
{
    public static IEnumerable<string[]> Rows(string text)
    {
        var separator = SeparatorOf(text);
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[++i]);
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (quoted || (c != separator && c != '\n'))
            {
                cell.Append(c);
            }
            else
            {
                row.Add(Taken(cell));
                if (c == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
        }
        if (row.Count > 0 || cell.Length > 0)
        {
            yield return [.. row, Taken(cell)];
        }
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString().TrimEnd('\r');
        cell.Clear();
        return text;
    }

    /// <summary>What divides the first line: Excel's "Unicode text" has tabs, some regional settings semicolons.</summary>
    private static char SeparatorOf(string text)
    {
        var firstLine = text.AsSpan().TrimStart("\r\n");
        firstLine = firstLine.IndexOf('\n') is >= 0 and var end ? firstLine[..end] : firstLine;
        return firstLine.Contains('\t') ? '\t'
            : firstLine.Contains(';') ? ';'
            : ',';
    }
}
