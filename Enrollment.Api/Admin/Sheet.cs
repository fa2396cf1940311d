using MiniExcelLibs;

namespace Enrollment.Api.Admin;

/// <summary>Rows as an XLSX file, one column a heading.</summary>
internal static class Sheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Written row by row as they come, on a thread of its own: the writer knows no asynchronous rows.</summary>
    public static Task<byte[]> WriteAsync(
        IAsyncEnumerable<IReadOnlyList<(string Heading, object? Value)>> rows,
        CancellationToken cancellationToken
    ) =>
        Task.Run(
            () =>
            {
                using var memory = new MemoryStream();
                memory.SaveAs(rows.ToBlockingEnumerable(cancellationToken).Select(RowOf));
                return memory.ToArray();
            },
            cancellationToken
        );

    /// <summary>
    /// Text that a spreadsheet program could take for a formula is written as the text it is: what a candidate typed
    /// must not run on the desk of whoever opens the file.
    /// </summary>
    public static object? Harmless(object? value) =>
        value is string { Length: > 0 } text && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            ? $"'{text}"
            : value;

    private static Dictionary<string, object?> RowOf(IReadOnlyList<(string Heading, object? Value)> cells) =>
        cells.ToDictionary(cell => cell.Heading, cell => Harmless(cell.Value), StringComparer.Ordinal);
}
