using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>What the materials or consents still lack, and what to do about it (R7, R10).</summary>
public static class ShortcomingWords
{
    public static string Of(Shortcoming shortcoming, Language language)
    {
        var slot = shortcoming.Slot is { } inSlot ? Slots.NameOf(inSlot, language) : null;
        var page = shortcoming.Page is { } ofPage ? Slots.NameOf(ofPage, language) : null;
        return Template(shortcoming)
            .In(language)
            .Replace("{slot}", slot, StringComparison.Ordinal)
            .Replace("{page}", page, StringComparison.Ordinal);
    }

    private static Words Template(Shortcoming shortcoming) =>
        shortcoming.Code switch
        {
            ShortcomingCode.SlotEmpty => new(
                "{slot}尚未上传，此项必须上传。",
                "{slot}: nothing uploaded yet. Please upload it; it is required."
            ),
            ShortcomingCode.DiplomaImageMissing => new(
                "{slot}：有一条学历尚未上传毕业证图片，请在该条学历下上传。",
                "{slot}: an education entry has no image of its diploma. Please upload it under that entry."
            ),
            ShortcomingCode.PageMissing => new(
                "{slot}缺少{page}，请补传。",
                "{slot}: the {page} is missing. Please upload it."
            ),
            ShortcomingCode.UploadUnfinished => new(
                "{slot}有图片没有传完，请重新上传，或删除后再提交。",
                "{slot}: an image was not uploaded completely. Please upload it again, or remove it."
            ),
            ShortcomingCode.NotInspected => new(
                "{slot}有图片正在检查，请稍候再提交。",
                "{slot}: an image is still being checked. Please submit in a moment."
            ),
            ShortcomingCode.ImageBlocked => new(
                "{slot}有图片不符合标准，请按检查意见更换。",
                "{slot}: an image does not meet the standard. Please replace it as its findings say."
            ),
            ShortcomingCode.ExplanationMissing => new(
                "{slot}有图片可能不符合标准，请更换，或说明保留的理由。",
                "{slot}: an image may not meet the standard. Please replace it, or explain why you keep it."
            ),
            ShortcomingCode.EntryGone => new(
                "{slot}有图片所属的学历已删除，请删除该图片。",
                "{slot}: an image belongs to an education entry that was removed. Please remove the image."
            ),
            ShortcomingCode.ConsentMissing => OfConsent(shortcoming.Consent),
        };

    private static Words OfConsent(ConsentKind? consent) =>
        consent switch
        {
            ConsentKind.PrivacyNotice => new(
                "请阅读并同意《个人信息处理告知》。",
                "Please read and accept the privacy notice."
            ),
            ConsentKind.SensitiveData => new(
                "请单独同意处理敏感个人信息。",
                "Please consent separately to the handling of sensitive personal data."
            ),
            ConsentKind.AdmissionRules => new(
                "请阅读招生办法并确认已阅读。",
                "Please read the admission rules and confirm that you have."
            ),
            null => new("请先完成各项同意和确认。", "Please give the outstanding consents first."),
        };
}
