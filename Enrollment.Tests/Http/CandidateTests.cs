using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>What a candidate does with their own application (DESIGN §7).</summary>
public sealed class CandidateTests
{
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
        Assert.Equal(Slots.All.Select(rule => rule.Slot), page.Slots.Items.Select(slot => slot.Slot));
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
        Assert.Equal(204, (await candidate.Client.GetAsync("/api/session")).Status);
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
