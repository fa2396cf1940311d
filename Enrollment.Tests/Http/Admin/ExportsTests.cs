using System.IO.Compression;
using Enrollment.Materials;
using Enrollment.Tests.Builders;
using MiniExcelLibs;

namespace Enrollment.Tests.Http.Admin;

[Collection(StaffApiTests.Name)]
public sealed class ExportsTests(StaffHost host)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sheets_hold_a_row_each_and_the_journal_says_who_took_them()
    {
        await using var api = await host.WithAsync(AnApplication.Paid());
        await api.AddAsync(AnApplication.Drafting(), 7);
        var admin = await api.AsAsync(StaffApi.Administrator);

        var applications = await RowsAsync(admin, "applications.xlsx");
        var payments = await RowsAsync(admin, "payments.xlsx");
        var roster = await RowsAsync(admin, "roster.xlsx");

        Assert.Equal(2, applications.Count);
        Assert.Equal("4200001", Assert.Single(payments)["交易号"]);
        Assert.Equal("中共党员", Assert.Single(roster)["政治面貌"]);
        var journal = await admin.GetAsync("/api/admin/journal");
        Assert.Equal(
            ["roster.xlsx", "payments.xlsx", "applications.xlsx"],
            journal.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("what").GetString())
        );
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_written_as_text()
    {
        var form = AnApplication.Complete().State.Form with { Employer = "=HYPERLINK(\"http://example.cn\")" };
        await using var api = await host.WithAsync(AnApplication.Complete().Filled(form));
        var admin = await api.AsAsync(StaffApi.Administrator);

        var row = Assert.Single(await RowsAsync(admin, "applications.xlsx"));

        Assert.Equal("'=HYPERLINK(\"http://example.cn\")", row["工作单位"]);
    }

    [Fact]
    public async Task Photos_are_named_by_number()
    {
        await using var api = await host.WithAsync(AnApplication.Paid());
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xD9];
        var id = (await api.StateAsync()).ImagesIn(Slot.IdPhoto).Single().Id;
        await api.Get<IMaterialFiles>().WriteAsync(AnApplication.Id, MaterialFileNames.Of(id), photo, Stop);
        var admin = await api.AsAsync(StaffApi.Administrator);

        using var zip = new ZipArchive(new MemoryStream(await admin.FileAsync("/api/admin/exports/photos.zip")));

        var entry = Assert.Single(zip.Entries);
        Assert.Equal("202600001.jpg", entry.FullName);
        Assert.Equal(photo.Length, entry.Length);
    }

    [Fact]
    public async Task One_paper_of_many_is_one_pdf()
    {
        await using var api = await host.WithAsync(AnApplication.Paid());
        var admin = await api.AsAsync(StaffApi.Administrator);

        Assert.Equal("%PDF-", await admin.BeginningAsync("/api/admin/exports/documents.pdf?kind=registration-form"));
        Assert.Equal(
            "bad-value",
            await admin.RefusedAsync(HttpMethod.Get, "/api/admin/exports/documents.pdf?kind=originals-receipt")
        );
    }

    [Fact]
    public async Task A_file_holds_what_the_list_was_narrowed_to_and_the_journal_names_no_person()
    {
        await using var api = await host.WithAsync(AnApplication.Paid());
        await api.AddAsync(AnApplication.Drafting(), 7);
        var admin = await api.AsAsync(StaffApi.Administrator);

        var named = await RowsAsync(admin, "applications.xlsx?query=考生&stage=draft");
        var elsewhere = await RowsAsync(admin, "roster.xlsx?programme=天文");

        Assert.Equal("202600007", Assert.Single(named)["报名号"]);
        Assert.Empty(elsewhere);
        var journal = (await admin.GetAsync("/api/admin/journal")).GetProperty("items");
        Assert.Equal("stage=draft&query=…", journal[1].GetProperty("detail").GetString());
    }

    private static async Task<List<IDictionary<string, object>>> RowsAsync(StaffClient admin, string question)
    {
        using var file = new MemoryStream(await admin.FileAsync($"/api/admin/exports/{question}"));
        return [.. file.Query(useHeaderRow: true).Select(row => (IDictionary<string, object>)row)];
    }
}
