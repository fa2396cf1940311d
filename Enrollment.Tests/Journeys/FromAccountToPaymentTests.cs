using Enrollment.Api.Admin;
using Enrollment.Api.Candidates;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Journeys;

/// <summary>
/// One person from the imported account to the payment through HTTP alone, on the days on which it would happen. Each step
/// is looked at as it is answered; the steps stand in the order in which they are taken.
/// </summary>
public sealed partial class FromAccountToPaymentTests : IAsyncLifetime
{
    private const string Accounts =
        "姓名,手机号,身份证号,工作单位,报考专业\n张三,13800000001,110105199003071239,某某街道办事处,法学\n";

    private Branch _branch = null!;
    private Candidate _candidate = null!;

    public async ValueTask InitializeAsync() => _branch = await Branch.OpenAsync();

    public ValueTask DisposeAsync() => _branch.DisposeAsync();

    [Fact]
    public async Task An_application_goes_from_the_imported_account_to_the_payment()
    {
        await ImportTheAccountAsync();
        await ReadTheTextAndSignInAsync();
        await SaveHalfAFormAsync();
        await SaveTheWholeFormAsync();
        await UploadAWrongPhotoAsync();
        await UploadTheImagesAsync();
        await SubmitAsync();

        await ReturnWithThreeCommentsAsync();
        await ReadTheCommentsAsync();
        await FindTheRestClosedAsync();
        await CorrectWhatWasCommentedAsync();
        await ApproveAsync();

        await DownloadTheDocumentsAsync();
        await ScanThePrintAsync();
        await TickTheOriginalsAsync();
        await PayAsync();
        await ReadTheTimelineAsync();
    }

    private async Task ImportTheAccountAsync()
    {
        var preview = (await _branch.ImportAsync(Accounts, dryRun: true)).Read<ImportAnswer>();
        Assert.Equal((true, ImportResult.Ready), (preview.IsDryRun, Assert.Single(preview.Rows).Result));
        Assert.Empty(preview.Problems);

        var done = (await _branch.ImportAsync(Accounts, dryRun: false)).Read<ImportAnswer>();
        var row = Assert.Single(done.Rows);
        Assert.Equal((2, ImportResult.Opened, "张三", "13800000001"), (row.Row, row.Result, row.Name, row.Phone));
        _candidate = Candidate.Of(_branch.Host, row.Application!.Value);

        var again = Assert.Single((await _branch.ImportAsync(Accounts, dryRun: false)).Read<ImportAnswer>().Rows);
        Assert.Equal(
            (ImportResult.Refused, RefusalCode.PhoneTaken, "本季已有报名使用这个手机号，请核对手机号。"),
            (again.Result, again.Code, again.Message)
        );
    }

    private async Task ReadTheTextAndSignInAsync()
    {
        await _branch.Host.SettleAsync();
        var text = Assert.Single(await _branch.PhoneOfAsync(Somebody.Account.Phone));
        Assert.Equal(TextTemplate.Confirmation, text.Template);
        Assert.StartsWith("张三同志：您的2026年在职干部研究生报名账号已开通。", text.Words, StringComparison.Ordinal);
        Assert.Contains("于收到本短信之日起五日内（收到当日不计）", text.Words, StringComparison.Ordinal);

        _branch.Host.Time.SetUtcNow(ChinaTime.At(new(2026, 5, 18), new(19, 30)));
        Assert.Equal(200, (await _candidate.SignInAsync(Somebody.Account)).Status);
        var page = await _candidate.PageAsync();
        Assert.Equal((StageName.Draft, "填报中"), (page.Stage.Name, page.Stage.Words));
        Assert.Equal("2026年5月25日24时", page.Stage.DeadlineWords);

        var before = await _candidate.SaveAsync(SampleForm.Valid, 0);
        Assert.Equal((409, "consent-missing"), (before.Status, before.Code));
        var consents = new ConsentRequest([.. Enum.GetValues<ConsentKind>()]);
        var after = await _candidate.Client.PostAsync("/api/application/consents", consents);
        Assert.Equal(200, after.Status);
        Assert.Empty(after.Read<CandidatePage>().ConsentsOutstanding);
    }

    private async Task SaveHalfAFormAsync()
    {
        var half = SampleForm.Valid with { NativePlace = null, WorkHistory = [], Education = [] };
        var answer = await _candidate.SaveAsync(half, 0);
        var saved = answer.Read<FormAnswer>();
        Assert.Equal((200, 1, "\"1\""), (answer.Status, saved.Revision, answer.Headers["ETag"]));
        Assert.Equal(new FieldError("missing", "请填写籍贯。"), Assert.Single(saved.Problems["nativePlace"]));
        Assert.Equal(new FieldError("missing", "请填写工作简历。"), Assert.Single(saved.Problems["workHistory"]));
        Assert.Contains(
            new FieldError("missing", "请在高等教育学历中填写本科毕业证书，本科毕业证书为必须上传材料。"),
            saved.Problems["education"]
        );

        var early = await _candidate.SubmitAsync();
        Assert.Equal((422, "incomplete"), (early.Status, early.Code));
        Assert.Equal("材料尚未齐全，不能提交；请按列出的各项补充。", early.Detail);
        Assert.Superset(
            new HashSet<string>(["nativePlace", "workHistory", "education"]),
            early.ErrorPaths.ToHashSet(StringComparer.Ordinal)
        );
        Assert.Contains(
            (await _candidate.PageAsync()).Shortcomings,
            one => one.Message == "个人证件照尚未上传，此项必须上传。"
        );
    }

    private async Task SaveTheWholeFormAsync()
    {
        var saved = (await _candidate.SaveAsync(SampleForm.Valid, 1)).Read<FormAnswer>();
        Assert.Equal(2, saved.Revision);
        Assert.Empty(saved.Problems);
    }

    /// <summary>Refused with code, measure, requirement and a way to mend it; it may be taken away again.</summary>
    private async Task UploadAWrongPhotoAsync()
    {
        var wrong = SampleImages.Wrong(FindingCode.TooFewPixels, Slot.IdPhoto, seed: 3);
        var photo = await _candidate.UploadAsync(Slot.IdPhoto, wrong);
        Assert.False(photo.IsAccepted);
        var finding = Assert.Single(photo.Findings, one => one.Severity == Severity.Blocks);
        Assert.Equal(FindingCode.TooFewPixels, finding.Code);
        Assert.Equal("≥ 300×400 px", finding.Required);
        Assert.Equal($"{photo.Width}×{photo.Height} px", finding.Measured);
        Assert.Equal($"照片尺寸 {finding.Measured}，小于要求的 ≥ 300×400 px。", finding.Message);
        Assert.StartsWith("请使用照相馆提供的原始数码照片", finding.Mend, StringComparison.Ordinal);
        Assert.Contains(
            (await _candidate.PageAsync()).Shortcomings,
            one => one.Message == "个人证件照有图片不符合标准，请按检查意见更换。"
        );
        var removed = await _candidate.Client.DeleteAsync($"/api/application/materials/id-photo/{photo.Id}");
        Assert.Equal(204, removed.Status);
    }

    private async Task UploadTheImagesAsync()
    {
        await _candidate.UploadRequiredAsync();
        var page = await _candidate.PageAsync();
        Assert.Empty(page.Shortcomings);
        Assert.True(page.IsComplete);
    }

    private async Task SubmitAsync()
    {
        var uncommitted = await _candidate.Client.PostAsync(
            "/api/application/submission",
            new SubmissionRequest(Commitment: false)
        );
        Assert.Equal((422, "commitment-missing"), (uncommitted.Status, uncommitted.Code));

        var stage = (await _candidate.SubmitAsync()).Read<CandidatePage>().Stage;
        Assert.Equal((StageName.Submitted, "待审核"), (stage.Name, stage.Words));
        var late = await _candidate.SaveAsync(SampleForm.Valid with { Post = "主任" }, 2);
        Assert.Equal((409, "not-in-this-stage"), (late.Status, late.Code));
    }
}
