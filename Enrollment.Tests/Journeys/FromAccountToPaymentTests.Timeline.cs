using Enrollment.Api.Candidates;
using Enrollment.Collections;

namespace Enrollment.Tests.Journeys;

/// <content>The record when all is done: the candidate's, which names nobody of the staff, and the office's, which does.</content>
public sealed partial class FromAccountToPaymentTests
{
    private static readonly (string Day, string By, string Words)[] Timeline =
    [
        ("05-18 09:00", "工作人员", "开通报名账号，报名号 202600001"),
        ("05-18 09:00", "工作人员", "发送短信：确认短信"),
        ("05-18 09:00", "系统", "短信状态：已送达"),
        ("05-18 09:00", "系统", "短信已送达：请于2026年5月25日24时前提交"),
        ("05-18 19:30", "考生", "同意或确认：个人信息处理告知"),
        ("05-18 19:30", "考生", "同意或确认：敏感个人信息单独同意"),
        ("05-18 19:30", "考生", "同意或确认：已阅读招生办法"),
        (
            "05-18 19:30",
            "考生",
            "保存报名信息：性别、民族、出生日期、电子邮箱、政治面貌、入党时间、所在党支部、参加工作时间、职务、"
                + "职称系列、职称级别、任免机关、盖章单位、文化程度、毕业学校、毕业时间、在线验证码、在线验证有效期"
        ),
        ("05-18 19:30", "考生", "保存报名信息：籍贯、工作简历、高等教育学历"),
        .. Uploaded("05-18 19:30", "个人证件照（证件照）", "不符合标准（1 条意见）"),
        ("05-18 19:30", "考生", "删除图片"),
        .. Uploaded("05-18 19:30", "个人证件照（证件照）"),
        .. Uploaded("05-18 19:30", "身份证（正反面）"),
        .. Uploaded("05-18 19:30", "本科毕业证书（毕业证书）"),
        .. Uploaded("05-18 19:30", "任职文件、聘任文件、聘书（首页）"),
        .. Uploaded("05-18 19:30", "专业技术职称证书（首页）"),
        .. Uploaded("05-18 19:30", "教育部学历证书电子注册备案表（学历证书电子注册备案表）"),
        ("05-18 19:30", "考生", "作出承诺并提交"),
        ("05-21 09:30", "工作人员", "退回修改：请按意见修改"),
        ("05-21 09:30", "工作人员", "发送短信：退回修改"),
        ("05-21 09:30", "系统", "短信状态：已送达"),
        ("05-21 09:30", "系统", "短信已送达：请于2026年5月26日24时前提交"),
        ("05-21 09:30", "考生", "删除图片"),
        .. Uploaded("05-21 09:30", "个人证件照（证件照）"),
        ("05-21 09:30", "考生", "保存报名信息：籍贯、职务"),
        ("05-21 09:30", "考生", "作出承诺并提交"),
        ("05-22 09:00", "工作人员", "审核通过"),
        ("05-22 09:00", "工作人员", "生成打印材料第 1 版"),
        ("05-22 09:00", "工作人员", "发送短信：审核通过"),
        ("05-22 09:00", "系统", "打印材料第 1 版已生成"),
        ("05-22 09:00", "系统", "短信状态：已送达"),
        ("05-22 09:00", "考生", "下载：报名登记表"),
        ("05-22 09:00", "考生", "下载：介绍信和党员关系证明信"),
        ("05-22 09:00", "考生", "下载：现场报名材料清单"),
        (
            "07-15 09:00",
            "工作人员",
            "查验原件：报名登记表三份（收取）、介绍信和党员关系证明信（收取）、身份证原件（查验后带回）、研究生毕业证书原件（不适用）、"
                + "硕士学位证书原件（不适用）、任职文件原件（收取）、专业技术职称证书原件（收取）、教育部学历证书电子注册备案表（收取）、"
                + "教育部硕士学位认证报告（不适用）、其他证明材料（不适用）"
        ),
        ("07-15 09:00", "工作人员", "查验原件：本科毕业证书原件（免交）"),
        ("07-15 09:00", "工作人员", "原件审核通过"),
        ("07-15 09:00", "工作人员", "缴费 1000.00 元（微信支付），票据号 202600001-1"),
        ("07-15 09:00", "工作人员", "发送短信：报名完成"),
        ("07-15 09:00", "系统", "短信状态：已送达"),
    ];

    private async Task ReadTheTimelineAsync()
    {
        var timeline = (await _candidate.Client.GetAsync("/api/application/timeline")).Read<ValueList<TimelineEntry>>();
        Assert.Equal(Timeline, timeline.Select(one => ($"{one.At:MM-dd HH:mm}", one.By, one.Words)));

        await _branch.ComeToWorkAsync(_branch.Host.Time.GetUtcNow());
        var record = await _branch.Administrator.GetAsync($"/api/admin/applications/{_candidate.Id}/timeline");
        var words = record.Body.EnumerateArray().Select(one => one.GetProperty("words").GetString()).ToList();
        Assert.Equal(2, words.Count(one => one == "领取审核"));
        Assert.Contains("在线核验学历：相符", words);
        Assert.Contains("李审核", record.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Day, string By, string Words)> Uploaded(
        string day,
        string page,
        string verdict = "符合标准"
    ) => [(day, "考生", $"开始上传图片：{page}"), (day, "考生", "图片上传完成"), (day, "考生", $"图片检查：{verdict}")];
}
