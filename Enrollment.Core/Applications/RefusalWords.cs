using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>Every refusal in both languages: what is wrong, and what to do. <c>{0}</c> is the refusal's argument.</summary>
public static class RefusalWords
{
    public static string Of(Refusal refusal, Language language) =>
        Template(refusal.Code).In(language).Replace("{0}", Argument(refusal, language), StringComparison.Ordinal);

    /// <summary>The argument as people read it: parts by name, money in yuan.</summary>
    private static string Argument(Refusal refusal, Language language)
    {
        var argument = refusal.Argument ?? "";
        return refusal.Code switch
        {
            RefusalCode.PartNotOpen => Each(argument, part => PartName(part, language), language),
            RefusalCode.OriginalsOwed or RefusalCode.OriginalResultNotAllowed => Each(
                argument,
                item => WireName.TryParse<OriginalItem>(item, out var known) ? OriginalWords.Of(known, language) : item,
                language
            ),
            RefusalCode.CommentMissing or RefusalCode.PartsNotAccepted or RefusalCode.OnlineVerificationMissing => Each(
                argument,
                target => TargetName(target, language),
                language
            ),
            RefusalCode.WrongAmount when long.TryParse(argument, out var fen) => $"{fen / 100m:0.00}",
            _ => argument,
        };
    }

    private static string Each(string argument, Func<string, string> name, Language language) =>
        string.Join(
            language switch
            {
                Language.Chinese => "、",
                Language.English => ", ",
            },
            argument.Split('、').Select(name).Distinct(StringComparer.Ordinal)
        );

    private static string PartName(string wireName, Language language) =>
        WireName.TryParse<FormField>(wireName, out var field) ? FormFields.NameOf(field, language)
        : WireName.TryParse<Slot>(wireName, out var slot) ? Slots.NameOf(slot, language)
        : wireName;

    private static string TargetName(string text, Language language) =>
        ReviewTarget.TryParse(text, null, out var target)
            ? target switch
            {
                ReviewTarget.OfField of => FormFields.NameOf(of.Field, language),
                ReviewTarget.OfSlot of => Slots.NameOf(of.Slot, language),
                _ => new Words("图片", "an image").In(language),
            }
            : text;

    private static Words Template(RefusalCode code) =>
        code switch
        {
            RefusalCode.NotInThisStage => new(
                "当前阶段不能进行此操作，请刷新页面查看最新状态。",
                "This can't be done in the present stage. Please reload the page to see where the application stands."
            ),
            RefusalCode.DeadlinePassed => new(
                "已过截止时间，不能再修改或提交；确有特殊情况的，请联系分院。",
                "The deadline has passed; nothing can be changed or submitted any more. Please contact the branch if there are special reasons."
            ),
            RefusalCode.FormChangedElsewhere => new(
                "报名信息已在别处修改，请刷新页面后重新填写本次改动。",
                "The form was changed elsewhere in the meantime. Please reload the page and make your changes again."
            ),
            RefusalCode.FormUnprintable => new(
                "有内容无法印在《报名登记表》上，未保存；请按提示精简或改用常用字。",
                "Something can't be printed on the registration form, so nothing was saved. Please shorten or rewrite it as stated."
            ),
            RefusalCode.Incomplete => new(
                "材料尚未齐全，不能提交；请按列出的各项补充。",
                "Something is still missing, so it can't be submitted. Please complete what is listed."
            ),
            RefusalCode.CommitmentMissing => new(
                "请阅读承诺内容，勾选同意后再提交。",
                "Please read the commitment and tick it, then submit."
            ),
            RefusalCode.ConsentMissing => new(
                "请先阅读《个人信息处理告知》和招生办法，完成同意和确认后再操作。",
                "Please read the privacy notice and the admission rules and give your consent first."
            ),
            RefusalCode.PartNotOpen => new(
                "本次退回不需要修改“{0}”，该项不能改动；如确需修改，请联系审核员。",
                "The return did not open “{0}”, which can't be changed now. Please contact the reviewer if it must be."
            ),
            RefusalCode.ReasonMissing => new(
                "必填说明未填写，请补充后再操作。",
                "A required explanation is empty. Please fill it in."
            ),
            RefusalCode.TextTooLong => new("文字过长，请精简后再保存。", "The text is too long. Please shorten it."),
            RefusalCode.SlotFull => new(
                "此栏图片已达上限，请先删除一张再上传。",
                "This slot is full. Please remove an image before you upload another."
            ),
            RefusalCode.PageNotOfSlot => new(
                "所选页面类型不属于此栏，请重新选择页面类型。",
                "This slot does not take that kind of page. Please choose the page again."
            ),
            RefusalCode.EducationEntryUnknown => new(
                "找不到这张毕业证对应的学历，请先在“高等教育学历”栏填写并暂存。",
                "The diploma belongs to no education entry. Please fill in the entry and save it first."
            ),
            RefusalCode.ImageUnknown => new(
                "找不到这张图片，可能已被删除，请刷新页面。",
                "There is no such image; it may have been removed. Please reload the page."
            ),
            RefusalCode.ImageAlreadyReceived => new(
                "这张图片已经上传；需要更换的，请删除后重新上传。",
                "This image was uploaded already. To replace it, remove it and upload another."
            ),
            RefusalCode.NotJpeg => new(
                "文件不是 JPEG 格式（实际为 {0}），没有保存。请另存为 JPEG 后重新上传，只改文件名不起作用。",
                "The file is no JPEG (it is {0}) and was not kept. Save it as JPEG and upload again; renaming does not help."
            ),
            RefusalCode.FindingUnknown => new(
                "图片没有这条检查意见，请刷新页面。",
                "The image has no such finding. Please reload the page."
            ),
            RefusalCode.NothingToExplain => new(
                "这张图片不需要说明；不符合标准的图片请更换。",
                "There is nothing to explain here; an image that does not meet the standard must be replaced."
            ),
            RefusalCode.ClaimedByAnother => new(
                "{0}正在审核这份报名，请选择其他报名，或等其释放后再领取。",
                "{0} is reviewing this application. Please take another one, or wait until it is released."
            ),
            RefusalCode.NotClaimed => new(
                "请先领取这份报名，再进行审核。",
                "Please claim this application before you review it."
            ),
            RefusalCode.MarkTargetUnknown => new(
                "标注的项目已不存在，请刷新页面。",
                "The part that was marked is no longer there. Please reload the page."
            ),
            RefusalCode.CommentMissing => new(
                "“{0}”标为需修改，请写明修改意见。",
                "“{0}” is marked for changes. Please say what has to be changed."
            ),
            RefusalCode.PartsNotAccepted => new(
                "还有项目没有审核通过：{0}。请逐项审核，或退回修改。",
                "Not everything is accepted yet: {0}. Please accept each part, or return the application."
            ),
            RefusalCode.OnlineVerificationMissing => new(
                "请先在官方网站核验备案表并记录核验结果（须相符），再通过“{0}”。",
                "Please verify the record on the official site and enter a matching result before you accept “{0}”."
            ),
            RefusalCode.NothingCommented => new(
                "退回前请至少对一项写明修改意见。",
                "Please comment on at least one part before you return the application."
            ),
            RefusalCode.PapersNotMade => new(
                "打印材料正在生成，请稍候再试。",
                "The papers are being made. Please try again in a moment."
            ),
            RefusalCode.OriginalResultNotAllowed => new(
                "“{0}”不能这样处理，请改选该项允许的结果。",
                "“{0}” can't end this way. Please choose a result that the row allows."
            ),
            RefusalCode.CopiesMissing => new(
                "报名登记表须交 {0} 份（现行版本、签字并盖章），请补齐后再登记。",
                "{0} registration forms are needed, all current, signed and sealed. Please record them once they are there."
            ),
            RefusalCode.OriginalsOwed => new(
                "以下原件待补或未查验：{0}。请补齐后再确认。",
                "Owed or not checked yet: {0}. Please complete them first."
            ),
            RefusalCode.OriginalNotHeld => new(
                "这件原件不在收存中，请核对收存记录。",
                "This original is not held by the branch. Please check the ledger."
            ),
            RefusalCode.WrongAmount => new(
                "金额与应缴费用 {0} 元不符，请核对后重新录入。",
                "The amount is not the fee of {0} yuan. Please check it and enter it again."
            ),
            RefusalCode.PaymentUnknown => new(
                "找不到这笔缴费，请核对订单号。",
                "There is no such payment. Please check the order number."
            ),
            RefusalCode.PaymentNotInForce => new(
                "这笔缴费已冲正或已退费，不能重复处理；请刷新页面。",
                "This payment was reversed or refunded already. Please reload the page."
            ),
            RefusalCode.PaymentConfirmed => new(
                "这笔缴费已由支付平台确认到账，不能冲正；需要退还的，请办理退费。",
                "The provider has confirmed this payment, so it can't be reversed. If it must go back, refund it."
            ),
            RefusalCode.TransactionKnown => new(
                "这个交易单号已经登记过，请核对后再录入。",
                "This transaction number is in the ledger already. Please check it."
            ),
            RefusalCode.OrderOpen => new(
                "还有一笔缴费订单未结束；请等支付平台确认关闭后再开新的订单，以免重复缴费。",
                "Another order may still be paid. Wait until the provider has closed it, so that nobody pays twice."
            ),
            RefusalCode.OrderUnknown => new(
                "找不到这笔缴费订单，请刷新页面。",
                "There is no such order. Please reload the page."
            ),
            RefusalCode.OrderNotOpen => new(
                "这笔订单已支付或已关闭，请刷新页面查看。",
                "This order was paid or closed already. Please reload the page."
            ),
            RefusalCode.RefundRunning => new(
                "这笔缴费正在退款，请等支付平台的结果。",
                "The provider is paying this back already. Please wait for its result."
            ),
            RefusalCode.MessageUnknown => new(
                "找不到这条短信，请刷新页面。",
                "There is no such text message. Please reload the page."
            ),
            RefusalCode.MessageNotFailed => new(
                "这条短信正在发送或已送达，不需要重发。",
                "This text message is on its way or has arrived; there is no need to send it again."
            ),
            RefusalCode.DayIsPast => new(
                "新的截止日期已过，请选择今天或以后的日期。",
                "That day is over. Please choose today or a later day."
            ),
            RefusalCode.PhoneTaken => new(
                "本季已有报名使用这个手机号，请核对手机号。",
                "Another application of this season has this phone number. Please check the number."
            ),
            RefusalCode.IdentityNumberTaken => new(
                "本季已有报名使用这个身份证号，请核对身份证号。",
                "Another application of this season has this identity number. Please check the number."
            ),
            RefusalCode.NotYoursToDo => new(
                "您没有进行此操作的权限，请由有权限的人员办理。",
                "This is not yours to do. Please ask somebody who may."
            ),
            RefusalCode.SeasonOver => new(
                "日程规定的时间已过，不能再办理；确有特殊情况的，请由管理员延期。",
                "The calendar's last day has passed. If there are special reasons, an administrator can extend it."
            ),
            RefusalCode.TooBusy => new(
                "操作人数较多，本次没有保存，请稍候再试。",
                "Others were writing at the same time, and nothing was stored. Please try again in a moment."
            ),
        };
}
