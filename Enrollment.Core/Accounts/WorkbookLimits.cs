using System.IO.Compression;
using System.Xml;

namespace Enrollment.Accounts;

/// <summary>
/// What an XLSX file may ask of whoever reads it: a file of a few kilobytes can unpack to gigabytes, and one cell in the
/// last of 16,384 columns makes a reader fill all columns before it, in each row.
/// </summary>
internal static class WorkbookLimits
{
    /// <summary>A sheet of 5,000 people unpacks to some three megabytes.</summary>
    private const long MostUnpacked = 32 * 1024 * 1024;

    /// <summary>Five columns are read, and people leave others beside them.</summary>
    private const int MostColumns = 256;

    private static readonly XmlReaderSettings Plain = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <exception cref="InvalidDataException">It asks for too much, or is no such file.</exception>
    /// <exception cref="XmlException">A sheet is no XML, or defines entities.</exception>
    public static void Check(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        // What is unpacked of an entry ends at the length that is stated.
        if (archive.Entries.Sum(entry => entry.Length) > MostUnpacked)
        {
            throw new InvalidDataException("It unpacks to more than a list of people has.");
        }
        foreach (var sheet in archive.Entries.Where(IsSheet))
        {
            using var stream = sheet.Open();
            using var reader = XmlReader.Create(stream, Plain);
            CheckColumns(reader);
        }
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase)
        && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static void CheckColumns(XmlReader sheet)
    {
        var cells = 0;
        while (sheet.Read())
        {
            if (sheet.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            var reach = sheet.LocalName switch
            {
                "row" => cells = 0,
                "c" => Math.Max(++cells, ColumnOf(sheet.GetAttribute("r"))),
                "dimension" => ColumnOf(sheet.GetAttribute("ref")?.Split(':')[^1]),
                _ => 0,
            };
            if (reach > MostColumns)
            {
                throw new InvalidDataException("It has more columns than a list of people has.");
            }
        }
    }

    /// <summary>"XFD12" stands in column 16,384; 0 where there is no reference.</summary>
    private static int ColumnOf(string? reference) =>
        (reference ?? "")
            .TakeWhile(char.IsAsciiLetter)
            .Take(4)
            .Aggregate(0, (column, letter) => column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1));
}
