using System.IO.Compression;
using System.Text;

namespace Enrollment.Accounts;

/// <summary>
/// The empty spreadsheet that staff fill in. Written by hand because every column has to be of the format "text":
/// otherwise Excel keeps the eighteen digits of an identity number as a number and loses the last three.
/// </summary>
public static class AccountsTemplate
{
    public const string FileName = "accounts.xlsx";

    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Format 49 is "@", text.</summary>
    private const string TextFormat =
        """<xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>""";

    /// <summary>The earliest moment that a ZIP archive can state: the same bytes every time.</summary>
    private static readonly DateTimeOffset NoMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in Parts())
            {
                var entry = archive.CreateEntry(path);
                entry.LastWriteTime = NoMoment;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
            }
        }
        return stream.ToArray();
    }

    private static IEnumerable<(string Path, string Xml)> Parts() =>
        [
            (
                "[Content_Types].xml",
                $"""
                <Types xmlns="{Package}/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}.worksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>
                </Types>
                """
            ),
            ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
            ("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))),
            (
                "xl/workbook.xml",
                $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="考生" sheetId="1" r:id="r1"/></sheets></workbook>
                """
            ),
            (
                "xl/styles.xml",
                $"""
                <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>
                <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
                <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
                <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
                <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{TextFormat}</cellXfs></styleSheet>
                """
            ),
            ("xl/worksheets/sheet1.xml", Sheet()),
        ];

    private static string Relations(params (string Type, string Target)[] targets) =>
        $"""<Relationships xmlns="{Package}/relationships">"""
        + string.Concat(
            targets.Select(
                (to, i) => $"""<Relationship Id="r{i + 1}" Type="{Office}/{to.Type}" Target="{to.Target}"/>"""
            )
        )
        + "</Relationships>";

    private static string Sheet()
    {
        var cells = AccountColumns.All.Select(
            (column, i) => $"""<c r="{(char)('A' + i)}1" s="1" t="inlineStr"><is><t>{Header(column)}</t></is></c>"""
        );
        return $"""
            <worksheet xmlns="{Main}"><cols><col min="1" max="{AccountColumns.All.Count}" width="24" style="1" customWidth="1"/></cols>
            <sheetData><row r="1">{string.Concat(cells)}</row></sheetData></worksheet>
            """;
    }

    private static string Header(AccountColumn column) =>
        AccountColumns.HeaderOf(column) + (AccountColumns.Required.Contains(column) ? "*" : "");
}
