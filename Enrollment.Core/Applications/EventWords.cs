using System.Diagnostics;
using Enrollment.Materials;
using Enrollment.Payments;

namespace Enrollment.Applications;

/// <summary>The timeline (R16): a sentence for each event. Who and when stand beside it; amounts are in yuan, days in China.</summary>
public static partial class EventWords
{
    public static string Of(Happened happened, Language language) => Of(happened.Event).In(language);

    private static Words Of(Event happened) =>
        happened switch
        {
            Event.AccountOpened opened => new(
                $"开通报名账号，报名号 {opened.Number}",
                $"Account opened, number {opened.Number}"
            ),
            Event.AccountCorrected corrected => Because(new("更正账号信息", "Account corrected"), corrected.Reason),
            Event.SignInCodeIssued issued => Because(
                new("现场发放一次性登录码", "Sign-in code issued at the desk"),
                issued.Reason
            ),
            Event.TextQueued queued => With(new("发送短信", "Text message"), Name(queued.Template)),
            Event.TextReported reported => With(new("短信状态", "Text message is"), Name(reported.State)),
            Event.ReceiptConfirmed receipt => OfReceipt(receipt),
            Event.ReceiptMissed => new(
                "短信未确认送达，请工作人员联系考生",
                "No sign that the text message arrived: staff to call"
            ),
            Event.Reminded => new("已到提醒时间", "Reminder due"),
            Event.Consented consented => With(new("同意或确认", "Agreed"), Name(consented.Kind)),

            Event.FormSaved saved => With(new("保存报名信息", "Form saved"), Names(saved.Changed)),
            Event.UploadOpened opened => With(
                new("开始上传图片", "Upload begun"),
                new(
                    $"{Slots.NameOf(opened.Slot, Language.Chinese)}（{Slots.NameOf(opened.Page, Language.Chinese)}）",
                    $"{Slots.NameOf(opened.Slot, Language.English)} ({Slots.NameOf(opened.Page, Language.English)})"
                )
            ),
            Event.ImageReceived => new("图片上传完成", "Image received"),
            Event.ImageInspected inspected => OfInspection(inspected.Inspection),
            Event.ImageRemoved => new("删除图片", "Image removed"),
            Event.ImageExplained explained => Because(
                new("说明保留图片的理由", "Image explained"),
                explained.Explanation
            ),
            Event.FindingOverruled overruled => Because(
                new("采用图片，不计该条检查意见", "Finding overruled"),
                overruled.Reason
            ),
            Event.Submitted => new("作出承诺并提交", "Commitment given, application submitted"),
            Event.Withdrawn withdrawn => Because(new("放弃报名", "Withdrawn"), withdrawn.Reason),

            Event.Claimed => new("领取审核", "Review claimed"),
            Event.Released => new("释放审核", "Review released"),
            Event.Marked marked => OfMarks(marked.Marks),
            Event.NoteAdded note => Because(new("备注", "Note"), note.Text),
            Event.VerifiedOnline { Verification.Matches: true } => new(
                "在线核验学历：相符",
                "Diploma verified online: it matches"
            ),
            Event.VerifiedOnline => new("在线核验学历：不相符", "Diploma verified online: it differs"),
            Event.Approved => new("审核通过", "Approved"),
            Event.Returned returned => Because(new("退回修改", "Returned for changes"), returned.Reason),
            Event.Rejected rejected => Because(new("审核不通过", "Rejected"), rejected.Reason),

            Event.PapersOutdated outdated => new(
                $"生成打印材料第 {outdated.Version} 版",
                $"Papers, version {outdated.Version}, to be made"
            ),
            Event.PapersMade made => new(
                $"打印材料第 {made.Version} 版已生成",
                $"Papers, version {made.Version}, made"
            ),
            Event.PaperFetched fetched => With(new("下载", "Fetched"), Name(fetched.Kind)),
            Event.PapersPrinted => new("现场打印材料", "Papers printed at the desk"),

            Event.OriginalsChecked check => OfChecks(check.Checks),
            Event.OriginalsVerified => new("原件审核通过", "Originals verified"),
            Event.VerificationTakenBack back => Because(new("撤销原件审核", "Verification taken back"), back.Reason),
            Event.OriginalGivenBack back => new(
                $"退还{OriginalWords.Of(back.Item, Language.Chinese)}，领取人：{back.ReturnedTo}",
                $"{OriginalWords.Of(back.Item, Language.English)} given back to {back.ReturnedTo}"
            ),

            Event.OrderOpened opened => OfOrder(opened.Order),
            Event.OrderPlaced => new("缴费二维码已生成", "The code to pay with is there"),
            Event.OrderClosing closing => With(
                new("关闭缴费订单", "Order to be closed"),
                PaymentWords.NameOf(closing.Why)
            ),
            Event.OrderClosed closed => With(new("缴费订单已关闭", "Order closed"), PaymentWords.NameOf(closed.Why)),
            Event.PaymentSettled settled => OfPayment(settled.Payment),
            Event.PaymentConfirmed => new(
                "支付平台确认了补录的缴费",
                "The provider confirmed the payment entered by hand"
            ),
            Event.SurplusReceived { Payment: { Surplus: { } surplus } payment } => With(
                OfPayment(payment),
                new($"{PaymentWords.NameOf(surplus).Zh}，待退款", $"{PaymentWords.NameOf(surplus).En}, to be refunded")
            ),
            Event.SurplusCounted counted => Because(
                new("多收款计入缴费", "Surplus counted as the fee"),
                counted.Reason
            ),
            Event.RefundAsked asked => Because(new("申请退款", "Refund asked for"), asked.Reason),
            Event.RefundFailed failed => Because(new("退款未成功", "The refund failed"), failed.Trouble),
            Event.PaymentReversed reversed => Because(new("缴费冲正", "Payment reversed"), reversed.Reason),
            Event.PaymentRefunded refunded => Because(new("退费", "Payment refunded"), refunded.Reason),

            Event.DeadlineExtended extended => Because(
                new($"截止时间延至{Day(extended.Deadline).Zh}", $"Deadline moved to {Day(extended.Deadline).En}"),
                extended.Reason
            ),
            Event.Abandoned abandoned => With(
                new("自动放弃", "Lapsed"),
                Both(language => StageWords.Of(abandoned.Lapse, language))
            ),
            Event.Reopened reopened => Because(
                new(
                    $"重新开放，回到“{StageWords.Of(reopened.To.Name, Language.Chinese)}”",
                    $"Reopened: {StageWords.Of(reopened.To.Name, Language.English)}"
                ),
                reopened.Reason
            ),
            _ => throw new UnreachableException(),
        };
}
