using System.Net.Http.Headers;
using System.Text;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http.Admin;

[Collection(StaffApiTests.Name)]
public sealed class AccountsTests(StaffHost host)
{
    private static readonly string One = $"/api/admin/applications/{StaffClient.One}";

    [Fact]
    public async Task An_account_is_opened_and_its_text_goes_out()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);

        var opened = await admin.PostAsync("/api/admin/accounts", Account("13800000005"));

        Assert.Equal("已开通", opened.GetProperty("stageText").GetString());
        Assert.Equal("202600001", opened.GetProperty("number").GetString());
        Assert.False(opened.TryGetProperty("warning", out _));
        Assert.Equal("confirmation", opened.GetProperty("messages")[0].GetProperty("template").GetString());
        Assert.Equal(
            "phone-taken",
            await admin.RefusedAsync(HttpMethod.Post, "/api/admin/accounts", Account("13800000005"))
        );
    }

    [Theory]
    [InlineData("""{ "name": "", "phone": "13800000005" }""")]
    [InlineData("""{ "name": "李四", "phone": "12345" }""")]
    [InlineData("""{ "name": "李四", "phone": "13800000005", "identityNumber": "110105199003071230" }""")]
    [InlineData("""{ "name": "李四", "phone": "13800000005", "programme": "天文" }""")]
    [InlineData("""{ "name": "李四" }""")]
    public async Task An_account_that_makes_no_sense_is_refused(string body)
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var content = new StringContent(body, Encoding.UTF8, "application/json");

        Assert.Equal("bad-value", await admin.RefusedAsync(HttpMethod.Post, "/api/admin/accounts", content));
    }

    [Fact]
    public async Task Opened_with_fewer_than_five_days_left_it_warns()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened().On(new(2026, 6, 28)));
        var admin = await api.AsAsync(StaffApi.Administrator);

        var opened = await admin.PostAsync("/api/admin/accounts", Account("13800000005"));

        Assert.Contains("2026-06-30", opened.GetProperty("warning").GetString());
    }

    [Fact]
    public async Task A_file_is_previewed_then_opened_row_by_row_and_sent_again_opens_nothing()
    {
        await using var api = await host.WithAsync(AnApplication.Invited());
        var admin = await api.AsAsync(StaffApi.Administrator);
        const string Csv = """
            姓名,手机号,身份证号,工作单位,报考专业
            李四,13800000005,,某某局,法学
            王五,13800000006,,某某局,公共管理
            张三,13800000001,,某某局,法学
            赵六,13800000006,,某某局,法学
            钱七,12345,,某某局,法学
            """;

        var preview = await ImportAsync(dryRun: true);
        Assert.Equal(["ready", "refused"], Results(preview).Distinct().Order(StringComparer.Ordinal));
        Assert.NotEqual(0, preview.GetProperty("problems").GetArrayLength());
        var taken = preview.GetProperty("rows").EnumerateArray().Single(row => Result(row) == "refused");
        Assert.Equal("phone-taken", taken.GetProperty("code").GetString());

        var first = await ImportAsync(dryRun: false);
        Assert.Contains("opened", Results(first));
        var again = await ImportAsync(dryRun: false);
        Assert.Equal(["refused"], Results(again).Distinct());

        async Task<System.Text.Json.JsonElement> ImportAsync(bool dryRun)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Csv));
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            return await admin.PostAsync($"/api/admin/accounts/import?dryRun={(dryRun ? "true" : "false")}", content);
        }

        static IEnumerable<string> Results(System.Text.Json.JsonElement answer) =>
            answer.GetProperty("rows").EnumerateArray().Select(Result);

        static string Result(System.Text.Json.JsonElement row) => row.GetProperty("result").GetString()!;
    }

    [Fact]
    public async Task A_long_file_is_opened_part_by_part()
    {
        await using var api = await host.WithAsync(AnApplication.Invited());
        var admin = await api.AsAsync(StaffApi.Administrator);
        const string Csv = """
            姓名,手机号
            李四,13800000005
            王五,12345
            赵六,13800000006
            钱七,13800000007
            """;

        Assert.Equal(["李四", "赵六"], await NamesAsync("skip=0&take=2"));
        Assert.Equal(["钱七"], await NamesAsync("skip=2&take=2"));
        Assert.Empty(await NamesAsync("skip=4&take=2"));

        async Task<IEnumerable<string?>> NamesAsync(string part)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Csv));
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            var answer = await admin.PostAsync($"/api/admin/accounts/import?dryRun=false&{part}", content);
            Assert.Equal(3, answer.GetProperty("rowsInOrder").GetInt32());
            return answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task The_template_is_a_workbook()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());

        var admin = await api.AsAsync(StaffApi.Administrator);

        Assert.StartsWith("PK", await admin.BeginningAsync("/api/admin/accounts/template.xlsx"));
    }

    [Fact]
    public async Task Time_is_given_and_an_ended_application_reopened_each_with_a_reason()
    {
        await using var api = await host.WithAsync(AnApplication.Drafting());
        var admin = await api.AsAsync(StaffApi.Administrator);

        Assert.Equal("reason-missing", await Extend("2026-06-10", ""));
        Assert.Equal("day-is-past", await Extend("2026-05-01", "出差"));
        await admin.PostAsync($"{One}/extension", new { lastDay = "2026-06-10", reason = "出差" });
        var closed = await admin.PostAsync($"{One}/closing", new { reason = "不参加" });
        Assert.Equal("主动放弃", closed.GetProperty("stageText").GetString());
        var open = await admin.PostAsync($"{One}/reopening", new { lastDay = "2026-06-12", reason = "改变主意" });
        Assert.Equal("填报中", open.GetProperty("stageText").GetString());

        Task<string> Extend(string lastDay, string reason) =>
            admin.RefusedAsync(HttpMethod.Post, $"{One}/extension", new { lastDay, reason });
    }

    [Fact]
    public async Task A_code_issued_at_the_desk_signs_the_candidate_in_once()
    {
        await using var api = await host.WithAsync(AnApplication.Invited());
        var admin = await api.AsAsync(StaffApi.Administrator);

        Assert.Equal(
            "reason-missing",
            await admin.RefusedAsync(HttpMethod.Post, $"{One}/sign-in-code", new { reason = "" })
        );
        var issued = await admin.PostAsync($"{One}/sign-in-code", new { reason = "短信被拦截" });
        var request = new { phone = "13800000001", code = issued.GetProperty("code").GetString() };
        var session = await api.AsNobody().PostAsync("/api/session", request);

        Assert.Equal("candidate", session.GetProperty("kind").GetString());
        Assert.Equal("sign-in-failed", await api.AsNobody().RefusedAsync(HttpMethod.Post, "/api/session", request));
        var timeline = await admin.GetAsync($"{One}/timeline");
        Assert.Contains(
            timeline.EnumerateArray(),
            entry => entry.GetProperty("words").GetString()!.Contains("短信被拦截", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Personal_data_is_exported_and_only_what_has_ended_is_erased()
    {
        await using var api = await host.WithAsync(AnApplication.Withdrawn());
        var running = await api.AddAsync(AnApplication.Drafting(), 7);
        var admin = await api.AsAsync(StaffApi.Administrator);

        var record = Encoding.UTF8.GetString(await admin.FileAsync($"{One}/personal-data"));
        Assert.Contains("13800000001", record);
        Assert.Equal(
            "not-in-this-stage",
            await admin.RefusedAsync(
                HttpMethod.Post,
                $"/api/admin/applications/{running}/erasure",
                new { reason = "到期" }
            )
        );
        await admin.PostAsync($"{One}/erasure", new { reason = "本人要求" });

        Assert.Equal("not-found", await admin.RefusedAsync(HttpMethod.Get, One));
        var journal = await admin.GetAsync("/api/admin/journal");
        Assert.Equal(
            ["erased", "exported"],
            journal.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("act").GetString())
        );
    }

    private static object Account(string phone) => new { name = "李四", phone };
}
