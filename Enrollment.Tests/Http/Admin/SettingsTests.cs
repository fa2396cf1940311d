using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Http.Admin;

[Collection(StaffApiTests.Name)]
public sealed class SettingsTests(StaffHost host)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_season_that_is_read_can_be_written_back_changed()
    {
        await using var api = await host.WithAsync(AnApplication.Drafting());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var season = JsonNode.Parse((await admin.GetAsync("/api/admin/season")).GetRawText())!;
        season["feeFen"] = 2_000_00;

        await admin.PutAsync("/api/admin/season", season);

        var saved = await api.Get<ISeasonStore>().CurrentAsync(Stop);
        Assert.Equal(ASeason.Current with { FeeFen = 2_000_00 }, saved);
    }

    [Fact]
    public async Task Who_saves_a_season_that_somebody_else_has_changed_is_told()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        using var read = await admin.SendAsync(HttpMethod.Get, "/api/admin/season");
        var tag = read.Headers.ETag!.Tag;
        var season = JsonNode.Parse(await read.Content.ReadAsStringAsync(Stop))!;

        season["feeFen"] = 2_000_00;
        using var first = await SaveAsync(admin, season, tag);
        season["feeFen"] = 3_000_00;
        using var late = await SaveAsync(admin, season, tag);
        using var again = await SaveAsync(admin, season, first.Headers.ETag!.Tag);

        Assert.Equal([200, 412, 200], [(int)first.StatusCode, (int)late.StatusCode, (int)again.StatusCode]);
        Assert.Contains("changed-elsewhere", await late.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task The_next_season_begins_with_the_settings_of_this_one_a_year_on()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);

        var next = await admin.GetAsync("/api/admin/season/next");

        Assert.Equal("2027", next.GetProperty("id").GetString());
        Assert.Equal(ASeason.Current.FeeFen, next.GetProperty("feeFen").GetInt64());
        Assert.Equal(
            ASeason.Current.Calendar.OnSiteTo.AddYears(1).ToString("yyyy-MM-dd"),
            next.GetProperty("calendar").GetProperty("onSiteTo").GetString()
        );
        Assert.False(next.TryGetProperty("admissionRules", out _));
    }

    private static Task<HttpResponseMessage> SaveAsync(StaffClient admin, JsonNode season, string tag)
    {
        var content = new StringContent(season.ToJsonString(), Encoding.UTF8, "application/json");
        return admin.SendAsync(HttpMethod.Put, "/api/admin/season", content, tag);
    }

    [Theory]
    [InlineData("feeFen", "-1")]
    [InlineData("programmes", "[]")]
    [InlineData("branchName", "\"\"")]
    [InlineData("daysToSubmit", "0")]
    [InlineData("textWordings", "[]")]
    [InlineData("id", "\"20 26\"")]
    public async Task A_season_that_makes_no_sense_is_refused_by_field(string field, string value)
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var season = JsonNode.Parse((await admin.GetAsync("/api/admin/season")).GetRawText())!;
        season[field] = JsonNode.Parse(value);

        using var response = await admin.SendAsync(HttpMethod.Put, "/api/admin/season", season);

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains($"\"{field}", await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal(ASeason.Current, await api.Get<ISeasonStore>().CurrentAsync(Stop));
    }

    [Fact]
    public async Task Days_out_of_order_are_refused()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var season = JsonNode.Parse((await admin.GetAsync("/api/admin/season")).GetRawText())!;
        season["calendar"]!["onSiteTo"] = "2026-07-01";

        Assert.Equal("bad-value", await admin.RefusedAsync(HttpMethod.Put, "/api/admin/season", season));
    }

    [Fact]
    public async Task Image_standards_that_contradict_each_other_are_told()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        const string Path = "/api/admin/season/standards-check";

        var told = await admin.PostAsync(Path, new { photoMinBytes = 500_000 });

        Assert.Contains("证件照文件大小的下限高于上限。", told.EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task The_admission_rules_are_a_pdf_that_anybody_reads()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        const string Path = "/api/admin/season/admission-rules?fileName=招生办法.pdf";

        Assert.Equal("bad-value", await admin.RefusedAsync(HttpMethod.Put, Path, Pdf("not a pdf")));
        await admin.PutAsync(Path, Pdf("%PDF-1.7 rules"));

        var file = await api.AsNobody().FileAsync("/api/season/admission-rules");
        Assert.Equal("%PDF-1.7 rules", Encoding.ASCII.GetString(file));

        static ByteArrayContent Pdf(string text) =>
            new(Encoding.ASCII.GetBytes(text))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") },
            };
    }

    [Fact]
    public async Task Every_paper_is_previewed_with_made_up_data()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);

        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            Assert.Equal("%PDF-", await admin.BeginningAsync($"/api/admin/season/preview/{WireName.Of(kind)}.pdf"));
        }
    }

    [Fact]
    public async Task Code_and_words_of_a_text_change_together_and_only_with_variables_that_there_are()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var views = JsonNode.Parse((await admin.GetAsync("/api/admin/text-templates")).GetRawText())!.AsArray();
        var wordings = new JsonArray([.. views.Select(view => view!["wording"]!.DeepClone())]);
        wordings[0]!["words"] = "{name}同志：账号已开通。";
        wordings[0]!["code"] = "SMS_1";

        var saved = await admin.PutAsync("/api/admin/text-templates", wordings);
        Assert.Equal("张某某同志：账号已开通。", saved[0].GetProperty("preview").GetString());
        wordings[0]!["words"] = "{nickname}你好";
        Assert.Equal("bad-value", await admin.RefusedAsync(HttpMethod.Put, "/api/admin/text-templates", wordings));
        var preview = new
        {
            template = "sign-in-code",
            code = "SMS_2",
            words = "没有验证码",
        };
        Assert.Equal(
            "bad-value",
            await admin.RefusedAsync(HttpMethod.Post, "/api/admin/text-templates/preview", preview)
        );
    }

    [Fact]
    public async Task A_text_that_failed_is_sent_again()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var opened = await admin.PostAsync("/api/admin/accounts", new { name = "李四", phone = "13800000005" });
        var id = ApplicationId.Parse(opened.GetProperty("id").GetString()!);
        await api.Get<Enrollment.Applications.PendingWork>().AdvanceAsync(id, Stop);

        var list = await admin.GetAsync("/api/admin/text-messages?phone=13800000005");
        var message = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Contains("李四同志", message.GetProperty("words").GetString());

        var path = $"/api/admin/text-messages/{message.GetProperty("id").GetString()}/resend";
        Assert.Equal("message-not-failed", await admin.RefusedAsync(HttpMethod.Post, path));
        Assert.Equal("bad-value", await admin.RefusedAsync(HttpMethod.Get, "/api/admin/text-messages?phone=1"));
    }

    [Fact]
    public async Task Everybody_whose_last_text_failed_gets_it_again_once_and_a_dry_run_says_who()
    {
        var failed = AnApplication.Invited();
        failed = failed.With(new Event.TextReported(failed.LastText, TextState.Failed));
        await using var api = await host.WithAsync(failed);
        await api.Get<ITextMessageLog>()
            .SaveAsync(
                new()
                {
                    Id = failed.LastText,
                    Application = AnApplication.Id,
                    Template = TextTemplate.Confirmation,
                    Phone = Somebody.Account.Phone,
                    Words = "【分院】请登录系统",
                    State = TextState.Failed,
                    QueuedAt = failed.Now,
                    ChangedAt = failed.Now,
                },
                Stop
            );
        var admin = await api.AsAsync(StaffApi.Administrator);
        const string Path = "/api/admin/text-messages/resend?state=failed&dryRun=";

        Assert.Equal(1, await CountAsync("true"));
        Assert.Equal(1, await CountAsync("true"));
        Assert.Equal(1, await CountAsync("false"));
        Assert.Equal(0, await CountAsync("false"));
        Assert.Equal(2, (await api.StateAsync()).Messages.Count);
        Assert.Equal(
            "bad-value",
            await admin.RefusedAsync(HttpMethod.Post, "/api/admin/text-messages/resend?state=delivered&dryRun=true")
        );

        async Task<int> CountAsync(string dryRun) =>
            (await admin.PostAsync(Path + dryRun)).GetProperty("messages").GetArrayLength();
    }

    [Fact]
    public async Task Staff_get_a_password_once_and_nobody_shuts_themselves_out()
    {
        await using var api = await host.WithAsync(AnApplication.Unopened());
        var admin = await api.AsAsync(StaffApi.Administrator);
        var hired = new
        {
            userName = "Sun",
            name = "孙审核",
            roles = new[] { "reviewer" },
        };

        var created = await admin.PostAsync("/api/admin/staff", hired);
        var signIn = new { userName = "sun", password = created.GetProperty("password").GetString() };
        var session = await api.AsNobody().PostAsync("/api/staff/session", signIn);
        Assert.Equal("孙审核", session.GetProperty("name").GetString());
        Assert.Equal("user-name-taken", await admin.RefusedAsync(HttpMethod.Post, "/api/admin/staff", hired));

        var id = created.GetProperty("account").GetProperty("id").GetString();
        await admin.PutAsync($"/api/admin/staff/{id}", Change(isDisabled: true, "reviewer"));
        Assert.Equal(
            "sign-in-failed",
            await api.AsNobody().RefusedAsync(HttpMethod.Post, "/api/staff/session", signIn)
        );
        Assert.Equal(
            "bad-value",
            await admin.RefusedAsync(
                HttpMethod.Put,
                $"/api/admin/staff/{StaffApi.Administrator.Id}",
                Change(isDisabled: false, "desk")
            )
        );

        static object Change(bool isDisabled, string role) =>
            new
            {
                name = "孙审核",
                roles = new[] { role },
                isDisabled,
            };
    }
}
