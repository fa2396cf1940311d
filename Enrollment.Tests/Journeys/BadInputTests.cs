using System.Net.Http.Headers;
using Enrollment.Accounts;
using Enrollment.Api.Admin;
using Enrollment.Api.Candidates;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Journeys;

/// <summary>
/// Each bad input has a problem of its own, in words, and leaves everything that is stored as it was. What 暂存 keeps for
/// the candidate to mend (R10) is named when it is saved, and refused when it is submitted.
/// </summary>
public sealed class BadInputTests(OpenBranch open) : IClassFixture<OpenBranch>
{
    private const string Form = "/api/application/form";
    private const int Megabyte = 1024 * 1024;

    private TestHost Host => open.Branch.Host;

    public static TheoryData<string, string, string, string> FormsThatMayNotBeSubmitted =>
        new()
        {
            {
                "wrong check digit",
                "identityNumber",
                "identity-number-check",
                "身份证号最后一位校验码不符，请对照身份证逐位核对。"
            },
            {
                "gap",
                "workHistory[1].from",
                "gap",
                "工作简历不连续，缺少2017年1月至3月，请补填这段时间的经历（待业、脱产学习也要填写）。"
            },
        };

    [Theory, MemberData(nameof(FormsThatMayNotBeSubmitted))]
    public async Task What_is_wrong_in_a_form_is_told_when_saved_and_refused_when_submitted(
        string wrong,
        string path,
        string code,
        string words
    )
    {
        var candidate = await Candidate.CompleteAsync(Host, open.NextAccount());
        var form = SampleForm.Valid;
        form = wrong switch
        {
            "gap" => form with { WorkHistory = [form.WorkHistory[0] with { To = new(2016, 12) }, form.WorkHistory[1]] },
            _ => form with { IdentityNumber = SampleForm.Number[..^1] + "8" },
        };
        var saved = await candidate.SaveAsync(form, 1);
        Assert.Equal((200, 2), (saved.Status, saved.Read<FormAnswer>().Revision));
        var (savedPath, savedErrors) = Assert.Single(saved.Read<FormAnswer>().Problems);
        Assert.Equal((path, new FieldError(code, words)), (savedPath, Assert.Single(savedErrors)));

        var before = await WhatIsStored.InAsync(Host);
        var answer = await candidate.SubmitAsync();
        Assert.Equal((422, "incomplete"), (answer.Status, answer.Code));
        Assert.Equal("材料尚未齐全，不能提交；请按列出的各项补充。", answer.Detail);
        Assert.Equal([path], answer.ErrorPaths);
        Assert.Equal(new FieldError(code, words), ErrorAt(answer, path));
        Assert.Equal(before, await WhatIsStored.InAsync(Host));
    }

    [Fact]
    public async Task A_month_13()
    {
        var candidate = await Candidate.DraftingAsync(Host, open.NextAccount());
        await AssertRefusedAsync(
            () => candidate.Client.PutTextAsync(Form, """{"name":"张三","firstEmployed":"2012-13"}""", "\"0\""),
            (422, "bad-value", "有内容的格式不正确，请按提示修改。"),
            ("firstEmployed", "bad-value", "此项的值不能识别，请修改。")
        );
    }

    [Fact]
    public async Task A_submission_one_second_after_the_deadline()
    {
        var account = open.NextAccount();
        var candidate = await Candidate.CompleteAsync(Host, account);
        var deadline = (await candidate.PageAsync()).Stage.Deadline!.Value;
        Host.Time.SetUtcNow(deadline.AddMinutes(-1));
        Assert.Equal(200, (await candidate.SignInAsync(account)).Status);
        Assert.True((await candidate.PageAsync()).IsComplete);

        Host.Time.SetUtcNow(deadline.AddSeconds(1));
        await AssertRefusedAsync(
            candidate.SubmitAsync,
            (409, "deadline-passed", "已过截止时间，不能再修改或提交；确有特殊情况的，请联系分院。")
        );
        await Host.SettleAsync();
        var stage = (await candidate.PageAsync()).Stage;
        Assert.Equal((StageName.Abandoned, "自动放弃", "逾期未提交"), (stage.Name, stage.Words, stage.Reason));
    }

    [Fact]
    public async Task An_unknown_slot()
    {
        var candidate = await Candidate.DraftingAsync(Host, open.NextAccount());
        await AssertRefusedAsync(
            () =>
                candidate.Client.PostAsync(
                    "/api/application/materials/passport/uploads",
                    new UploadRequest(Page.Portrait)
                ),
            (404, "unknown-slot", "没有“passport”这个上传栏。")
        );
    }

    [Fact]
    public async Task A_stale_revision()
    {
        var candidate = await Candidate.DraftingAsync(Host, open.NextAccount());
        Assert.Equal(200, (await candidate.SaveAsync(SampleForm.Valid, 0)).Status);
        var answer = await AssertRefusedAsync(
            () => candidate.SaveAsync(SampleForm.Valid with { Post = "科员" }, 0),
            (412, "form-changed-elsewhere", "报名信息已在别处修改，请刷新页面后重新填写本次改动。")
        );
        Assert.Equal(1, answer.Body.GetProperty("current").GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_body_of_50_MB()
    {
        var candidate = await Candidate.DraftingAsync(Host, open.NextAccount());
        var upload = await candidate.OpenUploadAsync(Slot.IdPhoto);
        var body = new byte[50 * Megabyte];
        await AssertRefusedAsync(
            () => candidate.Client.PutBytesAsync(upload.UploadUrl, body),
            (413, "body-too-large", "提交的内容过大，最多 20 MB。")
        );
        using var json = new ByteArrayContent(body);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await AssertRefusedAsync(
            () => candidate.Client.SendAsync(HttpMethod.Put, Form, json, "\"0\""),
            (413, "body-too-large", "提交的内容过大，最多 1 MB。")
        );
    }

    [Fact]
    public async Task Broken_json()
    {
        var candidate = await Candidate.DraftingAsync(Host, open.NextAccount());
        await AssertRefusedAsync(
            () => candidate.Client.PutTextAsync(Form, "{\n  \"name\": \"张三\",\n  \"sex\": ma", "\"0\""),
            (400, "bad-json", "请求内容不是有效的 JSON（第 3 行第 10 字节）。")
        );
    }

    [Fact]
    public async Task A_png_named_jpg()
    {
        var candidate = await Candidate.DraftingAsync(Host, open.NextAccount());
        var png = SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, seed: 1);
        Assert.Equal("PNG"u8, png.AsSpan(1, 3));
        var upload = await candidate.OpenUploadAsync(Slot.IdPhoto);

        var answer = await AssertRefusedAsync(
            () => candidate.Client.PutBytesAsync(upload.UploadUrl, png),
            (
                422,
                "not-jpeg",
                "文件不是 JPEG 格式（实际为 PNG），没有保存。请另存为 JPEG 后重新上传，只改文件名不起作用。"
            )
        );
        var finding = Assert.Single(answer.Read<ApiProblem>().Findings!.Value);
        Assert.Equal(
            (FindingCode.NotJpeg, Severity.Blocks, "PNG", "JPEG"),
            (finding.Code, finding.Severity, finding.Measured, finding.Required)
        );
    }

    [Fact]
    public async Task An_import_file_with_the_same_phone_twice()
    {
        await open.Branch.ComeToWorkAsync(Host.Time.GetUtcNow());
        var file = "姓名,手机号\n张三,13900000001\n王五,13900000001\n";
        var before = await WhatIsStored.InAsync(Host);
        foreach (var dryRun in new[] { true, false })
        {
            var answer = (await open.Branch.ImportAsync(file, dryRun)).Read<ImportAnswer>();
            Assert.Equal(
                [
                    new(
                        2,
                        AccountColumn.Phone,
                        AccountProblemCode.RepeatedInFile,
                        "第2行：手机号与第3行相同，请核对。"
                    ),
                    new(
                        3,
                        AccountColumn.Phone,
                        AccountProblemCode.RepeatedInFile,
                        "第3行：手机号与第2行相同，请核对。"
                    ),
                ],
                answer.Problems
            );
            Assert.Empty(answer.Rows);
            Assert.Equal(before, await WhatIsStored.InAsync(Host));
        }
    }

    /// <summary>The whole problem, and that nothing stored has changed.</summary>
    private async Task<Answer> AssertRefusedAsync(
        Func<Task<Answer>> ask,
        (int Status, string Code, string Words) problem,
        params (string Path, string Code, string Words)[] errors
    )
    {
        var before = await WhatIsStored.InAsync(Host);
        var answer = await ask();
        Assert.Equal(problem, (answer.Status, answer.Code, answer.Detail));
        Assert.Equal(errors.Select(error => error.Path), answer.ErrorPaths);
        Assert.All(errors, error => Assert.Equal(new FieldError(error.Code, error.Words), ErrorAt(answer, error.Path)));
        Assert.Equal(before, await WhatIsStored.InAsync(Host));
        return answer;
    }

    private static FieldError ErrorAt(Answer answer, string path) =>
        Assert.Single(answer.Read<ApiProblem>().Errors![path]);
}

/// <summary>One branch for all of the bad inputs; each comes from somebody new, so that nobody is in another's way.</summary>
public sealed class OpenBranch : IAsyncLifetime
{
    private int _accounts;

    internal Branch Branch { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Branch = await Branch.OpenAsync();

    public ValueTask DisposeAsync() => Branch.DisposeAsync();

    internal Account NextAccount() => TestHost.Other($"138000001{++_accounts:00}");
}
