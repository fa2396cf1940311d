using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>What a candidate does with their own application (DESIGN §7).</summary>
public sealed class CandidateTests
{
    private const string Form = "/api/application/form";

    [Fact]
    public async Task The_page_says_where_the_application_stands_and_what_is_missing_in_chinese()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.SignedInAsync(host);
        var answer = await candidate.Client.GetAsync("/api/application");
        var page = answer.Read<CandidatePage>();

        Assert.Equal("如实填报，据此生成的《报名登记表》将进入个人档案。", page.Notice);
        Assert.Equal(
            (StageName.Draft, "填报中", "2026年5月25日24时"),
            (page.Stage.Name, page.Stage.Words, page.Stage.DeadlineWords)
        );
        Assert.Equal("\"0\"", answer.Headers["ETag"]);
        Assert.Equal(3, page.ConsentsOutstanding.Count);
        Assert.Contains("sex", page.Form.Problems.Keys);
        Assert.Contains(page.Shortcomings, one => one.Message == "个人证件照尚未上传，此项必须上传。");
        Assert.False(page.IsComplete);
        Assert.Equal(10, page.Slots.Count);
        Assert.Equal(11, page.OnSite.Rows.Count);
        Assert.Equal(ASeason.Current.FeeFen, page.Payment.FeeFen);
        Assert.Empty(page.Documents);
    }

    [Fact]
    public async Task Opening_the_page_is_receipt_of_a_return()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.SignedInAsync(host);
        Assert.IsType<Stage.Draft>((await host.FindAsync(candidate.Id)).Stage);
        Assert.Equal(StageName.Draft, (await candidate.PageAsync()).Stage.Name);
    }

    [Fact]
    public async Task Nothing_can_be_filled_in_before_the_consents()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.SignedInAsync(host);
        var refused = await candidate.SaveAsync(SampleForm.Valid, 0);
        Assert.Equal((409, "consent-missing"), (refused.Status, refused.Code));

        var agreed = await candidate.Client.PostAsync(
            "/api/application/consents",
            new { kinds = Enum.GetValues<ConsentKind>() }
        );
        Assert.Empty(agreed.Read<CandidatePage>().ConsentsOutstanding);
        Assert.Equal(200, (await candidate.SaveAsync(SampleForm.Valid, 0)).Status);
    }

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

        var absurd = await candidate.SaveAsync(
            SampleForm.Valid with
            {
                ChsiVerificationCode = new string('A', 5000),
            },
            0
        );
        Assert.Equal("form-unprintable", absurd.Code);
        Assert.Equal(0, (await candidate.PageAsync()).Form.Revision);
    }

    [Fact]
    public async Task The_guides_own_work_history_is_read_as_text()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var text = "2015.7-2017.3，**街道办事处，科员\n2017.4至今，**街道办事处，副主任科员";
        var parsed = (
            await candidate.Client.PostAsync("/api/application/work-history/parse", new { text })
        ).Read<ParsedWorkHistory>();
        Assert.Equal(2, parsed.Entries.Count);
        Assert.Empty(parsed.Problems);
    }

    [Fact]
    public async Task An_unknown_slot_is_a_problem_of_its_own()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.Client.PostAsync(
            "/api/application/materials/passport/uploads",
            new { page = "portrait" }
        );
        Assert.Equal((404, "unknown-slot"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_png_named_jpg_is_refused_with_code_measure_and_requirement()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var image = await candidate.UploadAsync(Slot.IdPhoto, SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, 1));
        Assert.False(image.IsAccepted);
        var finding = Assert.Single(image.Findings, one => one.Severity == Severity.Blocks);
        Assert.Equal(FindingCode.NotJpeg, finding.Code);
        Assert.NotEmpty(finding.Measured);
        Assert.NotEmpty(finding.Required);
        Assert.Contains("JPEG", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Mend);
    }

    [Fact]
    public async Task An_image_is_kept_as_it_came_and_shown_to_its_owner_only()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var portrait = SampleImages.Portrait(1);
        var image = await candidate.UploadAsync(Slot.IdPhoto, portrait);
        Assert.True(image.IsAccepted);
        var content = await candidate.Client.GetAsync(image.ContentUrl);
        Assert.Equal("image/jpeg", content.MediaType);
        Assert.Equal("no-store", content.Headers["Cache-Control"]);
        Assert.Equal(portrait, content.Bytes);

        var other = await Candidate.DraftingAsync(host, TestHost.Other("13800000002"));
        Assert.Equal(404, (await other.Client.GetAsync(image.ContentUrl)).Status);
        Assert.Equal(
            404,
            (
                await candidate.Client.GetAsync(image.ContentUrl.Replace("id-photo", "other", StringComparison.Ordinal))
            ).Status
        );
        Assert.Equal("image-already-received", (await candidate.Client.PutBytesAsync(image.ContentUrl, portrait)).Code);
        Assert.Equal(
            "slot-full",
            (
                await candidate.Client.PostAsync(
                    "/api/application/materials/id-photo/uploads",
                    new { page = "portrait" }
                )
            ).Code
        );

        Assert.Equal(
            204,
            (await candidate.Client.DeleteAsync($"/api/application/materials/id-photo/{image.Id}")).Status
        );
        Assert.Equal("image-unknown", (await candidate.Client.GetAsync(image.ContentUrl)).Code);
    }

    [Fact]
    public async Task An_image_of_more_than_20_MB_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var upload = await candidate.OpenUploadAsync(Slot.IdPhoto);
        var answer = await candidate.Client.PutBytesAsync(upload.UploadUrl, new byte[20 * 1024 * 1024 + 1]);
        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
        Assert.Contains("20 MB", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incomplete_application_is_not_submitted_and_all_that_lacks_is_told()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var answer = await candidate.SubmitAsync();
        Assert.Equal((422, "incomplete"), (answer.Status, answer.Code));
        Assert.Contains("workHistory", answer.ErrorPaths);
        Assert.Contains(
            answer.Body.GetProperty("shortcomings").EnumerateArray(),
            one => one.GetProperty("slot").GetString() == "id-photo"
        );
    }

    [Fact]
    public async Task From_draft_to_the_fetched_papers()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.CompleteAsync(host);
        var client = candidate.Client;
        var uncommitted = await client.PostAsync("/api/application/submission", new { commitment = false });
        Assert.Equal("commitment-missing", uncommitted.Code);
        Assert.Equal(StageName.Submitted, (await candidate.SubmitAsync()).Read<CandidatePage>().Stage.Name);
        Assert.Equal("not-in-this-stage", (await candidate.SaveAsync(SampleForm.Valid, 1)).Code);
        Assert.Equal(
            "not-in-this-stage",
            (await client.GetAsync("/api/application/documents/registration-form.pdf")).Code
        );

        await host.DoAsync(candidate.Id, new Command.ClaimReview());
        var parts = Lifecycle.PartsToReview(await host.FindAsync(candidate.Id));
        await host.DoAsync(
            candidate.Id,
            new Command.RecordOnlineVerification(new("张三", "某某大学", "104221201205001234", Matches: true))
        );
        await host.DoAsync(
            candidate.Id,
            new Command.MarkParts([.. parts.Select(part => new Mark(part, Verdict.Accepted))])
        );
        await host.DoAsync(candidate.Id, new Command.AddNote("内部备注"));
        await host.DoAsync(candidate.Id, new Command.Approve());

        foreach (var document in (await candidate.PageAsync()).Documents)
        {
            var paper = await client.GetAsync(document.Url);
            Assert.Equal((200, "application/pdf"), (paper.Status, paper.MediaType));
            Assert.StartsWith("%PDF", paper.Text[..4], StringComparison.Ordinal);
        }
        Assert.Equal(404, (await client.GetAsync("/api/application/documents/originals-receipt.pdf")).Status);
        Assert.Equal(StageName.Printed, (await candidate.PageAsync()).Stage.Name);

        var timeline = (await client.GetAsync("/api/application/timeline")).Read<ValueList<TimelineEntry>>();
        Assert.Contains(timeline, entry => entry.By == "考生");
        Assert.DoesNotContain(timeline, entry => entry.Words.Contains("内部备注", StringComparison.Ordinal));
        Assert.DoesNotContain(
            "李审核",
            (await client.GetAsync("/api/application/timeline")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Comments_of_a_return_are_shown_and_only_what_they_open_may_change()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.CompleteAsync(host);
        await candidate.SubmitAsync();
        await host.DoAsync(candidate.Id, new Command.ClaimReview());
        var mark = new Mark(new ReviewTarget.OfField(FormField.Post), Verdict.Commented, "请按任职文件填写");
        await host.DoAsync(candidate.Id, new Command.MarkParts([mark]));
        await host.DoAsync(candidate.Id, new Command.Return("请修改"));

        var page = await candidate.PageAsync();
        Assert.Equal(StageName.Returned, page.Stage.Name);
        Assert.NotNull(page.Stage.Deadline);
        Assert.Contains(FormField.Post, page.Open!.Fields);
        var comment = Assert.Single(page.Rounds[0].Comments);
        Assert.Equal(("职务", "请按任职文件填写"), (comment.Name, comment.Comment));

        var closed = await candidate.SaveAsync(SampleForm.Valid with { NativePlace = "山东青岛" }, 1);
        Assert.Equal((409, "part-not-open"), (closed.Status, closed.Code));
        Assert.Equal(200, (await candidate.SaveAsync(SampleForm.Valid with { Post = "主任科员" }, 1)).Status);
        Assert.Equal(StageName.Submitted, (await candidate.SubmitAsync()).Read<CandidatePage>().Stage.Name);
    }

    [Fact]
    public async Task One_second_after_the_deadline_nothing_is_submitted()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        host.Time.SetUtcNow(ASeason.DraftDeadline.AddMinutes(-90));
        Assert.Equal(401, (await candidate.Client.GetAsync("/api/session")).Status);
        Assert.Equal(200, (await candidate.SignInAsync(Somebody.Account)).Status);
        host.Time.SetUtcNow(ASeason.DraftDeadline.AddSeconds(1));
        var answer = await candidate.SubmitAsync();
        Assert.Equal((409, "deadline-passed"), (answer.Status, answer.Code));
        Assert.Equal("deadline-passed", (await candidate.SaveAsync(SampleForm.Valid, 0)).Code);
    }

    [Fact]
    public async Task A_candidate_may_withdraw_with_a_reason()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var without = await candidate.Client.PostAsync("/api/application/withdrawal", new { reason = " " });
        Assert.Equal((422, "reason-missing"), (without.Status, without.Code));
        var answer = await candidate.Client.PostAsync("/api/application/withdrawal", new { reason = "工作调动" });
        var stage = answer.Read<CandidatePage>().Stage;
        Assert.Equal((StageName.Withdrawn, "工作调动"), (stage.Name, stage.Reason));
    }
}
