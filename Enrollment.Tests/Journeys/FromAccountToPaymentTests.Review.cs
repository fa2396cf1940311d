using Enrollment.Api.Candidates;
using Enrollment.Api.Review;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Journeys;

/// <content>The review in two rounds, and what the candidate makes of the first.</content>
public sealed partial class FromAccountToPaymentTests
{
    private static readonly OnlineVerification Verified = new("张三", "某某大学", "104221201205001234", Matches: true);

    private string Review => $"/api/review/applications/{_candidate.Id}";

    private async Task ReturnWithThreeCommentsAsync()
    {
        await _branch.ComeToWorkAsync(ChinaTime.At(new(2026, 5, 21), new(9, 30)));
        var queue = (await _branch.Reviewer.GetAsync("/api/review/applications?stage=submitted")).Body;
        Assert.Equal(1, queue.GetProperty("items").GetArrayLength());
        var unclaimed = await _branch.Reviewer.PostAsync($"{Review}/return", new { reason = "请修改" });
        Assert.Equal((409, "not-claimed"), (unclaimed.Status, unclaimed.Code));

        var claimed = (await _branch.Reviewer.PutAsync($"{Review}/claim", new { })).Read<ReviewedApplication>();
        Assert.Equal((true, 1, "待审核"), (claimed.IsMine, claimed.Round, claimed.StageText));
        var verified = await _branch.Reviewer.PutAsync($"{Review}/online-verification", Verified);
        Assert.Equal(200, verified.Status);

        var photo = claimed.Images.Single(one => one.Image.Slot == Slot.IdPhoto).Image.Id;
        var comments = new Dictionary<ReviewTarget, string>
        {
            [new ReviewTarget.OfField(FormField.Post)] = "请按任职文件填写全称",
            [new ReviewTarget.OfField(FormField.NativePlace)] = "请填写到市县",
            [new ReviewTarget.OfImage(photo)] = "请使用近期照片",
        };
        var marks = claimed.ToReview.Select(part =>
            comments.TryGetValue(part, out var comment)
                ? new Mark(part, Verdict.Commented, comment)
                : new Mark(part, Verdict.Accepted)
        );
        var marked = await _branch.Reviewer.PutAsync($"{Review}/marks", new MarksRequest([.. marks]));
        Assert.Equal(3, marked.Read<ReviewedApplication>().ToReview.Count);
        var approved = await _branch.Reviewer.PostAsync($"{Review}/approval", new { });
        Assert.Equal((409, "parts-not-accepted"), (approved.Status, approved.Code));
        Assert.Contains("职务", approved.Detail, StringComparison.Ordinal);

        var returned = await _branch.Reviewer.PostAsync($"{Review}/return", new { reason = "请按意见修改" });
        Assert.Equal("退回修改", returned.Read<ReviewedApplication>().StageText);
    }

    private async Task ReadTheCommentsAsync()
    {
        await _branch.Host.SettleAsync();
        var text = (await _branch.PhoneOfAsync(Somebody.Account.Phone))[0];
        Assert.Equal(TextTemplate.Returned, text.Template);
        Assert.StartsWith("张三同志：您的报名材料需要修改。", text.Words, StringComparison.Ordinal);

        Assert.Equal(200, (await _candidate.SignInAsync(Somebody.Account)).Status);
        var page = await _candidate.PageAsync();
        Assert.Equal(
            (StageName.Returned, "退回修改", "2026年5月26日24时"),
            (page.Stage.Name, page.Stage.Words, page.Stage.DeadlineWords)
        );
        var round = Assert.Single(page.Rounds);
        Assert.Equal((1, "退回修改", "请按意见修改"), (round.Round, round.Words, round.Reason));
        Assert.Equal(
            [("个人证件照 证件照", "请使用近期照片"), ("籍贯", "请填写到市县"), ("职务", "请按任职文件填写全称")],
            round.Comments.Select(one => (one.Name, one.Comment)).Order()
        );
        Assert.Equal([FormField.NativePlace, FormField.Post], page.Open!.Fields.Order());
        // 职务 is proved by the appointment document, so that opens with it.
        Assert.Equal([Slot.IdPhoto, Slot.AppointmentDocument], page.Open.Slots.Order());
    }

    private async Task FindTheRestClosedAsync()
    {
        var employer = await _candidate.SaveAsync(SampleForm.Valid with { Employer = "别处" }, 2);
        Assert.Equal((409, "part-not-open"), (employer.Status, employer.Code));
        Assert.Equal("本次退回不需要修改“工作单位”，该项不能改动；如确需修改，请联系审核员。", employer.Detail);

        var card = (await _candidate.PageAsync()).Images.Single(one => one.Slot == Slot.IdentityCard);
        var another = await _candidate.Client.PostAsync(
            "/api/application/materials/identity-card/uploads",
            new UploadRequest(Page.CardBothSides)
        );
        Assert.Equal((409, "part-not-open"), (another.Status, another.Code));
        var removed = await _candidate.Client.DeleteAsync($"/api/application/materials/identity-card/{card.Id}");
        Assert.Equal((409, "part-not-open"), (removed.Status, removed.Code));
        Assert.Contains("身份证", removed.Detail, StringComparison.Ordinal);
    }

    private async Task CorrectWhatWasCommentedAsync()
    {
        var photo = (await _candidate.PageAsync()).Images.Single(one => one.Slot == Slot.IdPhoto);
        var path = $"/api/application/materials/id-photo/{photo.Id}";
        Assert.Equal(204, (await _candidate.Client.DeleteAsync(path)).Status);
        Assert.True((await _candidate.UploadAsync(Slot.IdPhoto, SampleImages.Portrait(seed: 8))).IsAccepted);

        var corrected = SampleForm.Valid with { Post = "一级科员", NativePlace = "山东章丘" };
        Assert.Equal(3, (await _candidate.SaveAsync(corrected, 2)).Read<FormAnswer>().Revision);
        Assert.Equal(StageName.Submitted, (await _candidate.SubmitAsync()).Read<CandidatePage>().Stage.Name);
    }

    private async Task ApproveAsync()
    {
        await _branch.ComeToWorkAsync(ChinaTime.At(new(2026, 5, 22), new(9, 0)));
        var claimed = (await _branch.Reviewer.PutAsync($"{Review}/claim", new { })).Read<ReviewedApplication>();
        Assert.Equal(2, claimed.Round);
        var changes = (await _branch.Reviewer.GetAsync($"{Review}/changes")).Read<Changes>();
        Assert.Equal([FormField.NativePlace, FormField.Post], changes.Fields.Select(one => one.Field).Order());
        Assert.Equal("个人证件照", Assert.Single(changes.ImagesAdded).SlotName);
        Assert.Equal("个人证件照", Assert.Single(changes.ImagesRemoved).SlotName);

        var marks = claimed.ToReview.Select(part => new Mark(part, Verdict.Accepted));
        var marked = await _branch.Reviewer.PutAsync($"{Review}/marks", new MarksRequest([.. marks]));
        Assert.Empty(marked.Read<ReviewedApplication>().ToReview);
        var approved = await _branch.Reviewer.PostAsync($"{Review}/approval", new { });
        Assert.Equal("审核通过", approved.Read<ReviewedApplication>().StageText);

        await _branch.Host.SettleAsync();
        Assert.Equal(TextTemplate.Approved, (await _branch.PhoneOfAsync(Somebody.Account.Phone))[0].Template);
    }
}
