using Enrollment.Tests.Applications;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>From the first sign-in to the submission, by hand and by eye (R1, R4–R7, R10).</summary>
public sealed class FirstSignInToSubmissionTests(Chromium chromium)
{
    [Fact]
    public async Task An_official_fills_in_everything_and_submits()
    {
        await using var site = await Site.OpenAsync(chromium);
        var id = await site.Host.OpenAsync();
        await site.Host.SettleAsync();
        var visitor = await site.VisitorAsync();
        var page = visitor.Page;

        await page.GotoAsync("/");
        await visitor.LooksRightAsync("sign-in");
        await site.SignInAsync(page);
        await ConsentAsync(visitor);
        await FillInAsync(visitor);

        // The materials have a journey of their own.
        await UploadAsync(site, id, page);
        await page.GotoAsync("/submission");
        await page.SeesAsync("信息和材料都已齐全");
        await visitor.LooksRightAsync("submission");
        await page.GetByLabel("本人承诺").CheckAsync();
        await page.Button("提交").ClickAsync();
        await page.SeesAsync("确定提交吗");
        await visitor.LooksRightAsync("submission-asked");
        await page.Button("确认提交").ClickAsync();

        await page.SeesAsync("您的报名已提交");
        await visitor.LooksRightAsync("home-submitted");
        await page.GotoAsync("/form");
        await page.SeesAsync("内容只能查看");
        await visitor.LooksRightAsync("form-read-only");
        await page.GotoAsync("/timeline");
        await page.SeesAsync("提交");
        await visitor.LooksRightAsync("timeline");
    }

    private static async Task ConsentAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await page.SeesAsync("谁处理您的信息");
        await page.Button("确认并继续").ClickAsync();
        await page.SeesAsync("全部勾选才能继续");
        await visitor.LooksRightAsync("consents");
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }
        await page.Button("确认并继续").ClickAsync();
        await Assertions.Expect(page.Heading("张三，您好")).ToBeVisibleAsync();
        await page.SeesAsync("2026年5月25日24时");
        await visitor.LooksRightAsync("home");
    }

    private static async Task FillInAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await page.Button("继续填报").ClickAsync();
        await page.Box("姓名").FillAsync("张三");
        await page.Box("身份证号").FillAsync(SampleForm.Number);
        await Assertions.Expect(page.Radio("男")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("出生日期 年")).ToHaveValueAsync("1990");
        await page.GetByLabel("民族").SelectOptionAsync("汉族");
        await page.Box("籍贯").FillAsync("山东济南");
        await page.Box("电子邮箱").FillAsync("zhangsan@");
        await page.SeesAsync("电子邮箱格式不正确");
        await visitor.LooksRightAsync("form-person");
        await page.Box("电子邮箱").FillAsync("zhangsan@example.cn");
        await page.IsSavedAsync();

        await NextAsync(page, "政治面貌");
        await page.Radio("中共党员").CheckAsync();
        await page.TypeDateAsync("入党时间", "2011-6");
        await page.Box("所在党支部").FillAsync("某某街道机关第一党支部");

        await NextAsync(page, "工作与职务职称");
        await page.TypeDateAsync("参加工作时间", "2012-7");
        await page.Box("工作单位").FillAsync("某某街道办事处");
        await page.Box("职务").FillAsync("副主任科员");
        await page.Box("职称系列").FillAsync("工程");
        await page.Radio("中级").CheckAsync();
        await page.Box("任免机关").FillAsync("某某区委组织部");
        await page.Radio("县（市、区）委组织部").CheckAsync();
        await page.Button("任免机关的说明").ClickAsync();
        await page.SeesAsync("根据干部任命权限");
        await visitor.LooksRightAsync("form-help");
        await page.Keyboard.PressAsync("Escape");

        await NextAsync(page, "文化程度与报考专业");
        await page.Radio("大学本科").CheckAsync();
        await page.Box("毕业学校").FillAsync("某某大学");
        await page.TypeDateAsync("毕业时间", "2012-6");
        await page.Radio("法学").CheckAsync();

        await NextAsync(page, "工作简历");
        await PasteHistoryAsync(visitor);
        await NextAsync(page, "高等教育学历");
        await AddDiplomaAsync(visitor);
    }

    private static async Task PasteHistoryAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await page.Button("粘贴已有的简历文字").ClickAsync();
        await page.GetByLabel("每段经历一行")
            .FillAsync("2012.7-2017.3，某某街道办事处，科员\n2017.6至今，某某街道办事处，副主任科员");
        await page.Button("识别").ClickAsync();
        await page.SeesAsync("识别出 2 段经历");
        await visitor.LooksRightAsync("work-history-pasted");
        await page.Button("用这些替换现有简历").ClickAsync();
        // The gap is named by its months, at its row and on the line.
        await page.SeesAsync("2017.4 至 2017.5 没有经历");
        await Assertions.Expect(page.GetByText("2017年4月").First).ToBeVisibleAsync();
        await visitor.LooksRightAsync("work-history");
        await page.TypeDateAsync("第 2 段经历 开始年月", "2017-4");
        await page.SeesAsync("时间连续，没有空缺");
    }

    private static async Task AddDiplomaAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await page.Button("添加一份毕业证书").ClickAsync();
        await page.Radio("国民教育").CheckAsync();
        await page.TypeDateAsync("第 1 份毕业证书 入学年月", "2008-9");
        await page.TypeDateAsync("第 1 份毕业证书 毕业年月", "2012-6");
        await page.Box("学校").FillAsync("某某大学");
        await page.Box("专业").FillAsync("法学");
        await page.Box("毕业证书编号").FillAsync("104221201205001234");
        await page.Box("在线验证码").FillAsync(SampleForm.Valid.ChsiVerificationCode!);
        await page.TypeDateAsync("在线验证有效期", "2026-11-1");
        await page.IsSavedAsync();
        await Assertions.Expect(page.GetByText("已填好")).ToHaveCountAsync(6);
        await visitor.LooksRightAsync("diplomas");
    }

    private static async Task NextAsync(IPage page, string section)
    {
        await page.Button($"保存，下一项：{section}").ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = section, Level = 1 }))
            .ToBeVisibleAsync();
    }

    /// <summary>Through the API, in the session of the page.</summary>
    private static async Task UploadAsync(Site site, ApplicationId id, IPage page)
    {
        var candidate = Http.Candidate.Of(site.Host, id);
        var cookie = (await page.Context.CookiesAsync()).Single(one => one.Name == "enrollment-session");
        candidate.Client.SetSessionCookie(cookie.Value);
        await candidate.UploadRequiredAsync((await site.Host.FindAsync(id)).Form.Education[0].Id);
    }
}
