using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <content>What stands behind the colon: reasons, names, counts, days.</content>
public static partial class EventWords
{
    private static Words Both(Func<Language, string> words) => new(words(Language.Chinese), words(Language.English));

    private static Words With(Words what, Words detail) => new($"{what.Zh}：{detail.Zh}", $"{what.En}: {detail.En}");

    private static Words Because(Words what, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? what : With(what, new(reason, reason));

    private static Words Names(ValueList<FormField> fields) =>
        new(
            string.Join('、', fields.Select(field => FormFields.NameOf(field, Language.Chinese))),
            string.Join(", ", fields.Select(field => FormFields.NameOf(field, Language.English)))
        );

    private static Words OfReceipt(Event.ReceiptConfirmed receipt) =>
        With(
            receipt.Evidence switch
            {
                ReceiptEvidence.DeliveryReport => new("短信已送达", "The text message arrived"),
                ReceiptEvidence.Acceptance => new("网关已接收短信", "The gateway took the text message"),
                ReceiptEvidence.SignIn => new("考生已登录查看", "The candidate signed in"),
            },
            new($"请于{Day(receipt.Deadline).Zh}前提交", $"to be submitted by {Day(receipt.Deadline).En}")
        );

    private static Words OfInspection(Inspection inspection) =>
        With(
            new("图片检查", "Image checked"),
            inspection switch
            {
                { Accepted: false } => new(
                    $"不符合标准（{inspection.Findings.Count} 条意见）",
                    $"does not meet the standard (findings: {inspection.Findings.Count})"
                ),
                { Findings.Count: > 0 } => new(
                    $"有 {inspection.Findings.Count} 条提示",
                    $"warnings: {inspection.Findings.Count}"
                ),
                _ => new("符合标准", "meets the standard"),
            }
        );

    private static Words OfMarks(ValueList<Mark> marks)
    {
        var accepted = marks.Count(mark => mark.Verdict == Verdict.Accepted);
        var commented = marks.Count - accepted;
        return new(
            $"审核标注：通过 {accepted} 项，需修改 {commented} 项",
            $"Reviewed: {accepted} accepted, {commented} commented"
        );
    }

    private static Words OfChecks(ValueList<OriginalCheck> checks) =>
        With(
            new("查验原件", "Originals checked"),
            new(
                string.Join(
                    '、',
                    checks.Select(check =>
                        $"{OriginalWords.Of(check.Item, Language.Chinese)}（{OriginalWords.Of(check.Result, Language.Chinese)}）"
                    )
                ),
                string.Join(
                    "; ",
                    checks.Select(check =>
                        $"{OriginalWords.Of(check.Item, Language.English)} ({OriginalWords.Of(check.Result, Language.English)})"
                    )
                )
            )
        );

    private static Words OfPayment(Payment payment)
    {
        var (yuan, method) = (PaymentWords.Yuan(payment.AmountFen), PaymentWords.NameOf(payment.Method));
        return new(
            $"缴费 {yuan} 元（{method.Zh}），票据号 {payment.ReceiptNo}",
            $"Paid {yuan} yuan ({method.En}), receipt {payment.ReceiptNo}"
        );
    }

    private static Words OfOrder(PaymentOrder order)
    {
        var (yuan, method) = (PaymentWords.Yuan(order.AmountFen), PaymentWords.NameOf(order.Method));
        return new($"生成缴费订单 {yuan} 元（{method.Zh}）", $"Order opened, {yuan} yuan ({method.En})");
    }

    private static Words Day(DateTimeOffset deadline)
    {
        var day = ChinaTime.DayEndingAt(deadline);
        return new($"{day.Year}年{day.Month}月{day.Day}日24时", $"{day:yyyy-MM-dd} 24:00 China time");
    }

    private static Words Name(TextTemplate template) =>
        template switch
        {
            TextTemplate.Confirmation => new("确认短信", "confirmation"),
            TextTemplate.SignInCode => new("登录验证码", "sign-in code"),
            TextTemplate.Reminder => new("填报提醒", "reminder"),
            TextTemplate.Returned => new("退回修改", "returned for changes"),
            TextTemplate.Approved => new("审核通过", "approved"),
            TextTemplate.Rejected => new("审核不通过", "rejected"),
            TextTemplate.Abandoned => new("自动放弃", "lapsed"),
            TextTemplate.DeadlineMoved => new("期限调整", "deadline moved"),
            TextTemplate.Paid => new("报名完成", "enrolled"),
        };

    private static Words Name(TextState state) =>
        state switch
        {
            TextState.Queued => new("待发送", "queued"),
            TextState.Accepted => new("已提交网关", "accepted by the gateway"),
            TextState.Delivered => new("已送达", "delivered"),
            TextState.Failed => new("发送失败", "failed"),
            TextState.Unknown => new("是否发出不明", "perhaps sent, nobody knows"),
        };

    private static Words Name(ConsentKind kind) =>
        kind switch
        {
            ConsentKind.PrivacyNotice => new("个人信息处理告知", "the privacy notice"),
            ConsentKind.SensitiveData => new("敏感个人信息单独同意", "separate consent for sensitive data"),
            ConsentKind.AdmissionRules => new("已阅读招生办法", "the admission rules were read"),
        };

    private static Words Name(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.RegistrationForm => new("报名登记表", "the registration form"),
            DocumentKind.IntroductionLetter => new(
                "介绍信和党员关系证明信",
                "the letter of introduction and of Party membership"
            ),
            DocumentKind.OnSiteList => new("现场报名材料清单", "the on-site list"),
            DocumentKind.OriginalsReceipt => new("原件收存凭证", "the receipt for originals"),
        };
}
