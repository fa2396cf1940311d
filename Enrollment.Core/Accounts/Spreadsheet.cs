using System.Globalization;
using System.Text;
using System.Xml;
using MiniExcelLibs;

namespace Enrollment.Accounts;

/// <summary>The first sheet of an XLSX file, or a CSV file, as rows of text cells; row 1 is the first line of the file.</summary>
internal static class Spreadsheet
{
    private static readonly byte[] ZipStart = "PK\u0003\u0004"u8.ToArray();

    /// <summary>The container of XLS files and of XLSX files with a password.</summary>
    private static readonly byte[] CompoundFileStart = [0xD0, 0xCF, 0x11, 0xE0];

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>GB18030, which Excel writes CSV in on Chinese machines (as its subset GBK).</summary>
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static bool IsOldOrProtected(ReadOnlySpan<byte> file) => file.StartsWith(CompoundFileStart);

    /// <summary>At most so many rows, or null when the bytes are no spreadsheet, or one that is made to eat memory or time.</summary>
    public static IReadOnlyList<string[]>? Read(byte[] file, int mostRows)
    {
        try
        {
            return file.AsSpan().StartsWith(ZipStart)
                ? Workbook(file, mostRows)
                : [.. Csv.Rows(TextOf(file)).Take(mostRows)];
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static List<string[]> Workbook(byte[] file, int mostRows)
    {
        using var stream = new MemoryStream(file);
        WorkbookLimits.Check(stream);
        stream.Position = 0;
        return
        [
            .. stream
                .Query(useHeaderRow: false, excelType: ExcelType.XLSX)
                .Take(mostRows)
                .Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.Select(CellText).ToArray()),
        ];
    }

    /// <summary>Whole numbers in full: 13800138000 is a double in the file and a phone number to people.</summary>
    private static string CellText(object? cell) =>
        cell switch
        {
            null => "",
            double number when Math.Abs(number) < 1e15 && Math.Truncate(number) == number => number.ToString("0"),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    /// <summary>By its byte order mark, else UTF-8 if it is that throughout, else GB18030.</summary>
    private static string TextOf(byte[] file)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(file),
                StrictUtf8,
                detectEncodingFromByteOrderMarks: true
            );
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Gb18030.GetString(file);
        }
    }
}
