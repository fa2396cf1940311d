using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Api.Review;

/// <summary>A preset comment (R10), offered for all parts or for one slot or field.</summary>
/// <param name="Target">"field:workHistory", "slot:id-photo", or null for any part.</param>
public sealed record PresetReason(string? Target, string Text);

/// <summary>What reviewers write most often, in the guide's own words.</summary>
internal static class Reasons
{
    public static ValueList<PresetReason> All { get; } =
    [
        new(null, "填写内容与上传材料不一致，请核对后修改。"),
        new(null, "填写不完整，请补充。"),
        OfField("name", "姓名与身份证不一致，请按身份证填写。"),
        OfField("birthDate", "出生日期与身份证号不一致，请以组织认定为准并作说明。"),
        OfField("employer", "工作单位应填写人事关系所在单位全称。"),
        OfField("titleSeries", "职称应以人社部门认定的系列和级别为准。"),
        OfField("educationLevel", "文化程度应为组织人事部门认定的本科以上学历。"),
        OfField("graduationSchool", "毕业学校应为取得本科以上学历的院校。"),
        OfField("partyJoined", "入党时间与组织认定不一致，请核对（仅填写年、月）。"),
        OfField("workHistory", "工作简历应从参加工作时间开始填写，时间须连续。"),
        OfField("workHistory", "工作简历请写明单位和职务，简明扼要。"),
        OfField("education", "请根据毕业证书内容填写。"),
        OfSlot(Slot.IdPhoto, "请上传近期（6个月内）彩色证件照，不得使用自拍照、生活照。"),
        OfSlot(Slot.IdPhoto, "证件照背景应为均匀白色。"),
        OfSlot(Slot.IdentityCard, "请上传身份证原件正反面扫描件。"),
        OfSlot(Slot.BachelorDiploma, "毕业证书扫描件不清晰，请重新扫描上传。"),
        OfSlot(Slot.AppointmentDocument, "任职文件应包括首页、考生姓名页、落款页。"),
        OfSlot(Slot.AppointmentDocument, "不方便提供原件的，请上传加盖单位公章的复印件。"),
        OfSlot(Slot.ProfessionalTitle, "职称证书应包括首页、内容页。"),
        OfSlot(Slot.ChsiRecord, "备案表在线验证有效期不足，请设置为180天后重新上传。"),
        OfSlot(Slot.ChsiRecord, "备案表验证二维码无法识别，请上传清晰的扫描件。"),
        OfSlot(Slot.MasterDegree, "学位证书（学位认证报告）不清晰或不完整，请重新上传。"),
        new(null, "原件签章不齐全，请补盖后重新扫描上传。"),
        new(null, "扫描件不端正或不清晰，请重新扫描上传（不低于200DPI）。"),
    ];

    private static PresetReason OfField(string field, string text) => new($"field:{field}", text);

    private static PresetReason OfSlot(Slot slot, string text) => new($"slot:{WireName.Of(slot)}", text);
}
