using Enrollment.Api.Candidates;
using Enrollment.Api.Seasons;
using Enrollment.Applications;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests.Http;

/// <summary>暂存 over HTTP (R4, R5, R10): what is kept, what is told, what is refused.</summary>
public sealed class CandidateFormTests
{
    private const string Form = "/api/application/form";

    [Fact]
    public async Task An_incomplete_draft_is_kept_and_told_what_is_missing()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.SaveAsync(
            SampleForm.Valid with
            {
                Employer = null,
                IdentityNumber = "110105199003071230",
            },
            0
        );
        var saved = answer.Read<FormAnswer>();
        Assert.Equal((200, 1, "\"1\""), (answer.Status, saved.Revision, answer.Headers["ETag"]));
        Assert.Equal("missing", saved.Problems["employer"][0].Code);
        Assert.Contains("identity-number-check", saved.Problems["identityNumber"].Select(one => one.Code));
        Assert.All(saved.Problems.Values, errors => Assert.All(errors, error => Assert.NotEmpty(error.Message)));
        Assert.Contains(saved.Fills, fill => fill is { Path: "workHistory", Percent: > 0 and < 100 });
    }

    [Fact]
    public async Task A_gap_in_the_work_history_is_named_by_its_months()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var form = SampleForm.Valid;
        var gap = form with { WorkHistory = [form.WorkHistory[0] with { To = new(2016, 12) }, form.WorkHistory[1]] };
        var saved = (await candidate.SaveAsync(gap, 0)).Read<FormAnswer>();
        var error = Assert.Single(saved.Problems.Values.SelectMany(errors => errors), one => one.Code == "gap");
        Assert.Contains("2017", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_13_is_refused_with_its_place_and_nothing_is_stored()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.Client.PutTextAsync(
            Form,
            """{"name":"张三","workHistory":[{"kind":"work","from":"2012-07"},{"kind":"work","from":"2015-13"}]}""",
            "\"0\""
        );
        Assert.Equal((422, "bad-value"), (answer.Status, answer.Code));
        Assert.Equal(["workHistory[1].from"], answer.ErrorPaths);
        Assert.Equal(0, (await candidate.PageAsync()).Form.Revision);
    }

    [Theory]
    [InlineData("""{"sex":"other"}""", "sex")]
    [InlineData("""{"sex":1}""", "sex")]
    [InlineData("""{"birthDate":"1990-02-30"}""", "birthDate")]
    [InlineData("""{"education":[{"id":"e1","level":"phd"}]}""", "education[0].level")]
    [InlineData("""{"education":[{"level":"bachelor"}]}""", "education[0].id")]
    [InlineData(
        """{"workHistory":[{"during":[{"from":"x","to":null,"text":null}]}]}""",
        "workHistory[0].during[0].from"
    )]
    [InlineData("""{"nmae":"张三"}""", "nmae")]
    public async Task A_value_that_cannot_be_is_named_by_its_path(string form, string path)
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.Client.PutTextAsync(Form, form, "\"0\"");
        Assert.Equal((422, "bad-value"), (answer.Status, answer.Code));
        Assert.Equal([path], answer.ErrorPaths);
    }

    [Fact]
    public async Task Json_that_is_nested_too_deeply_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.SignedInAsync(host);
        var body = $"{{\"kinds\":{new string('[', 5000)}{new string(']', 5000)}}}";
        var answer = await candidate.Client.PostTextAsync("/api/application/consents", body);
        Assert.Equal((400, "bad-json"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_stale_revision_gets_the_form_as_it_is_now()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        await candidate.SaveAsync(SampleForm.Valid, 0);
        var answer = await candidate.SaveAsync(SampleForm.Valid with { Post = "科员" }, 0);
        Assert.Equal((412, "form-changed-elsewhere"), (answer.Status, answer.Code));
        Assert.Equal(1, answer.Body.GetProperty("current").GetProperty("revision").GetInt32());
        Assert.Equal("副主任科员", (await candidate.PageAsync()).Form.Form.Post);
    }

    [Fact]
    public async Task Saving_needs_the_revision_that_was_read()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var without = await candidate.Client.PutAsync(Form, SampleForm.Valid);
        Assert.Equal((428, "if-match-missing"), (without.Status, without.Code));
        var nonsense = await candidate.Client.PutAsync(Form, SampleForm.Valid, "latest");
        Assert.Equal((422, "bad-value"), (nonsense.Status, nonsense.Code));
    }

    [Fact]
    public async Task What_could_never_be_printed_is_not_saved()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var form = SampleForm.Valid with { Post = new string('员', 400), NativePlace = "山东😀" };
        var answer = await candidate.SaveAsync(form, 0);
        Assert.Equal((422, "form-unprintable"), (answer.Status, answer.Code));
        Assert.Equal(["nativePlace", "post"], answer.ErrorPaths.Order(StringComparer.Ordinal));
        var errors = answer.Body.GetProperty("errors");
        Assert.Contains("😀（U+1F600）", Sentence("nativePlace"), StringComparison.Ordinal);
        Assert.Matches("约超出[1-9][0-9]*%", Sentence("post"));

        var absurd = await candidate.SaveAsync(
            SampleForm.Valid with
            {
                ChsiVerificationCode = new string('A', 5000),
            },
            0
        );
        Assert.Equal("form-unprintable", absurd.Code);
        Assert.Equal(0, (await candidate.PageAsync()).Form.Revision);

        string Sentence(string path) => errors.GetProperty(path)[0].GetProperty("message").GetString()!;
    }

    [Fact]
    public async Task The_guides_own_work_history_is_read_as_text()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var text = "2015.7-2017.3，**街道办事处，科员\n2017.4至今，**街道办事处，副主任科员";
        var parsed = (
            await candidate.Client.PostAsync("/api/application/work-history/parse", new { text })
        ).Read<ReadWorkHistory>();
        Assert.Equal(2, parsed.Entries.Count);
        Assert.Empty(parsed.Problems);
        Assert.InRange(parsed.Fills.Single(fill => fill.Path == "workHistory").Percent, 1, 30);
    }

    [Fact]
    public async Task A_pasted_work_history_fills_its_box_as_much_as_the_saved_one()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var text = WorkHistoryText.Write(SampleForm.Valid.WorkHistory);
        var parsed = (
            await candidate.Client.PostAsync("/api/application/work-history/parse", new { text })
        ).Read<ReadWorkHistory>();
        await candidate.SaveAsync(Enrollment.Applications.Form.Empty with { WorkHistory = parsed.Entries }, 0);
        var saved = (await candidate.PageAsync()).Form.Fills;
        Assert.Equal(Fill(saved), Fill(parsed.Fills));

        static BoxFillView Fill(IEnumerable<BoxFillView> fills) => fills.Single(fill => fill.Path == "workHistory");
    }

    [Fact]
    public async Task A_pasted_line_that_is_not_understood_is_told_in_words()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.Client.PostAsync("/api/application/work-history/parse", new { text = "科员" });
        var line = Assert.Single(answer.Read<ReadWorkHistory>().Problems);
        Assert.Equal((1, "科员", WorkHistoryLineProblemCode.NoMonths), (line.Line, line.Text, line.Code));
        Assert.StartsWith("第1行：", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guide_names_every_field_and_what_can_be_chosen_this_season()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var guide = (await candidate.Client.GetAsync("/api/application/form/guide")).Read<FormGuide>();
        Assert.Equal(Enum.GetValues<FormField>(), guide.Fields.Select(one => one.Field));
        Assert.Equal(["中共党员", "中共预备党员"], ChoicesOf(FormField.PoliticalStatus));
        Assert.Equal(["法学", "公共管理"], ChoicesOf(FormField.Programme));
        Assert.Equal(["专科", "本科", "研究生"], guide.DiplomaLevels.Select(one => one.Words));

        IEnumerable<string> ChoicesOf(FormField field) =>
            guide.Fields.Single(one => one.Field == field).Choices!.Value.Select(one => one.Words);
    }

    [Fact]
    public async Task The_page_tells_the_servers_clock()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        Assert.Equal(host.Time.GetUtcNow(), (await candidate.PageAsync()).Now);
    }

    [Fact]
    public async Task The_privacy_notice_comes_with_the_version_that_is_consented_to()
    {
        await using var host = await TestHost.StartAsync();
        var notice = (await host.Anybody().GetAsync("/api/season/privacy-notice")).Read<PrivacyNoticeView>();
        Assert.Equal(SampleForm.Season.PrivacyNoticeVersion, notice.Version);
        Assert.Contains(notice.Parts, part => part.Text.Contains("单独同意", StringComparison.Ordinal));
    }
}
