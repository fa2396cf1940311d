using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Enrollment.Access;
using Enrollment.Api.Admin;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.Tests.Stores;

namespace Enrollment.Tests.Security;

/// <summary>Spreadsheets in both directions: what staff open must run nothing, and what is opened here must eat nothing.</summary>
public sealed class HostileSheetsTests
{
    private const string Import = "/api/admin/accounts/import?dryRun=true";

    private const int Megabyte = 1024 * 1024;

    private static readonly string[] Formulas =
    [
        "=HYPERLINK(\"http://evil.example\",\"x\")",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)",
    ];

    private static readonly string[] Sheets = ["applications.xlsx", "payments.xlsx", "roster.xlsx"];

    public static TheoryData<string> Bombs =>
        ["unpacks to 200 MB", "lies about its length", "wide", "wide without cells", "entities", "outside entity"];

    /// <summary>Looked at as XML: a cell is a formula only by its element, and none of ours has one.</summary>
    [Fact]
    public async Task No_export_has_a_formula_and_what_begins_like_one_is_text_behind_a_mark()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Paid().Now);
        var admin = await office.AsAsync("admin", office.Applications[0]);
        foreach (var (number, formula) in Formulas.Index())
        {
            var account = Somebody.Account with { Phone = Sample.Phone(500 + number), IdentityNumber = null };
            await office.Host.OpenAsync(
                account with
                {
                    Name = formula[..Math.Min(20, formula.Length)],
                    Employer = formula,
                }
            );
        }
        var paths = Sheets
            .Select(name => $"/api/admin/exports/{name}")
            .Append("/api/desk/reconciliation.xlsx?date=2026-07-15");
        var texts = new List<string>();
        foreach (var path in paths)
        {
            var answer = await admin.GetAsync(path);
            Assert.Equal(200, answer.Status);
            var cells = CellsOf(answer.Bytes).ToList();
            Assert.DoesNotContain(cells, cell => cell.Elements().Any(part => part.Name.LocalName == "f"));
            texts.AddRange(cells.Select(cell => cell.Value));
        }
        Assert.DoesNotContain(texts, text => text is ['=' or '+' or '@' or '-' or '\t' or '\r', _, ..]);
        Assert.All(Formulas, formula => Assert.Contains($"'{formula}", texts));
    }

    [Theory, MemberData(nameof(Bombs))]
    public async Task A_hostile_workbook_is_refused_for_little(string kind)
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.StaffAsync(Role.Admin);
        var file = Workbook(kind);
        Assert.InRange(file.Length, 1, Megabyte);
        var before = GC.GetTotalAllocatedBytes();
        using var body = new ByteArrayContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        );
        var answer = await admin.SendAsync(HttpMethod.Post, Import, body);
        Assert.Equal(200, answer.Status);
        var read = answer.Read<ImportAnswer>();
        Assert.Empty(read.Rows);
        Assert.NotEmpty(read.Problems);
        Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 1000L * Megabyte);
    }

    [Fact]
    public async Task A_text_file_without_end_or_sense_is_refused_row_by_row()
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.StaffAsync(Role.Admin);
        foreach (
            var text in new[]
            {
                "姓名,手机号\n\"" + new string('x', 2 * Megabyte),
                "姓名,手机号\n" + string.Concat(Enumerable.Repeat("=1+1,1\n", 5000)),
                new string(',', 2 * Megabyte),
                "姓名,手机号\0\n\u202e,\ud83d\n",
            }
        )
        {
            using var body = new StringContent(text, Encoding.UTF8, "text/csv");
            var answer = await admin.SendAsync(HttpMethod.Post, Import, body);
            Assert.Equal(200, answer.Status);
            Assert.Empty(answer.Read<ImportAnswer>().Rows);
        }
    }

    private static IEnumerable<XElement> CellsOf(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var stream = entry.Open();
            foreach (var cell in XDocument.Load(stream).Descendants().Where(one => one.Name.LocalName is "c" or "si"))
            {
                yield return cell;
            }
        }
    }

    private static byte[] Workbook(string kind)
    {
        const string Opening = "<?xml version=\"1.0\"?>";
        const string Sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
        const string End = "</sheetData></worksheet>";
        var rows = kind switch
        {
            "wide" => Enumerable.Range(1, 5000).Select(row => $"<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"),
            "wide without cells" => Enumerable.Range(1, 5000).Select(row => $"<row r=\"{row}\"/>"),
            "entities" or "outside entity" =>
            [
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>",
            ],
            _ => Enumerable.Repeat(
                $"<row><c t=\"inlineStr\"><is><t>{new string('x', Megabyte)}</t></is></c></row>",
                200
            ),
        };
        var dimension = kind == "wide without cells" ? "<dimension ref=\"A1:XFD1048576\"/>" : "";
        var entities = kind switch
        {
            "entities" => "<!DOCTYPE w [<!ENTITY b \"xxxxxxxxxxxxxxxx\"><!ENTITY a \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
            "outside entity" => "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
            _ => "",
        };
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                zip,
                "[Content_Types].xml",
                ["<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"]
            );
            Write(
                zip,
                "xl/workbook.xml",
                [
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                ]
            );
            Write(
                zip,
                "xl/_rels/workbook.xml.rels",
                [
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                        + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
                        + "Target=\"worksheets/sheet1.xml\"/></Relationships>",
                ]
            );
            Write(zip, "xl/worksheets/sheet1.xml", [Opening, entities, Sheet, dimension, "<sheetData>", .. rows, End]);
        }
        var file = memory.ToArray();
        return kind == "lies about its length" ? Lying(file) : file;
    }

    private static void Write(ZipArchive zip, string name, IEnumerable<string> parts)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open());
        foreach (var part in parts)
        {
            writer.Write(part);
        }
    }

    /// <summary>Every entry says in the directory that it unpacks to a thousand bytes.</summary>
    private static byte[] Lying(byte[] file)
    {
        for (var at = 0; at < file.Length - 30; at++)
        {
            if (file.AsSpan(at).StartsWith("PK\u0001\u0002"u8))
            {
                BitConverter.TryWriteBytes(file.AsSpan(at + 24), 1000);
            }
        }
        return file;
    }
}
