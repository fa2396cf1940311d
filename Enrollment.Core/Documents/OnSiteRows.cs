using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>
/// The guide's eleven rows of section 七, worked out for one candidate: which originals stay, which are waived by
/// the guide's note, and which do not concern them (R12).
/// </summary>
public static class OnSiteRows
{
    private const string NotConcerned = "无须提交。";

    public static ValueList<OnSiteRow> Of(Form form, OnSiteSettings settings) =>
        [
            new("报名登记表三份", $"三份均须本人签字，{SealOf(form)}。", OnSiteFate.Kept),
            new("介绍信和党员关系证明信", LetterAdvice(form), OnSiteFate.Kept),
            new("身份证原件", "查验后当场带回。", OnSiteFate.TakenBack),
            Bachelor(form),
            Postgraduate(form, settings),
            MasterDegree(form),
            new("任职文件原件", AppointmentAdvice(settings), OnSiteFate.Kept),
            form.HasNoTitle
                ? new("专业技术职称证书原件", $"无职称，{NotConcerned}", OnSiteFate.NotConcerned)
                : new("专业技术职称证书原件", "证书原件，以及聘任文件或聘书。", OnSiteFate.Kept),
            ChsiRecord(form),
            HasMasterDegree(form)
                ? new("教育部硕士学位认证报告", "打印件一份（A4纸，一页）；提交后免交学位证书原件。", OnSiteFate.Kept)
                : new("教育部硕士学位认证报告", NotConcerned, OnSiteFate.NotConcerned),
            new("其他证明材料", "系统“其他证明材料”栏中上传的，请带原件。", OnSiteFate.Kept),
        ];

    private static string SealOf(Form form) => form.SealOffice is { } office ? PaperWords.Of(office) : "并加盖公章";

    private static string LetterAdvice(Form form) =>
        form.IsPartyMember ? "上联加盖单位公章，下联加盖党组织公章。" : "加盖单位公章；非中共党员无须党员关系证明。";

    private static OnSiteRow Bachelor(Form form)
    {
        const string Name = "本科毕业证书原件";
        var kinds = form
            .Education.Where(entry => entry.Level == DiplomaLevel.Bachelor)
            .Select(entry => entry.Kind)
            .ToList();
        return kinds switch
        {
            [] => new(Name, NotConcerned, OnSiteFate.NotConcerned),
            _ when kinds.All(kind => kind == SchoolKind.National) => new(
                Name,
                "国民教育：提交《学历证书电子注册备案表》打印件的，免交原件。",
                OnSiteFate.Waived
            ),
            _ when kinds.All(kind => kind == SchoolKind.PartySchool) => new(
                Name,
                "党校学历：能够提供学历查询认证结果的，免交原件；否则须交原件。",
                OnSiteFate.Kept
            ),
            _ => new(Name, "须交原件；其中国民教育提交备案表、党校学历提供查询认证结果的，该份免交。", OnSiteFate.Kept),
        };
    }

    private static OnSiteRow Postgraduate(Form form, OnSiteSettings settings)
    {
        const string Name = "研究生毕业证书原件";
        var has = form.Education.Any(entry => entry.Level == DiplomaLevel.Postgraduate);
        return (has, settings.PostgraduateDiplomaMayBeWaived) switch
        {
            (false, _) => new(Name, NotConcerned, OnSiteFate.NotConcerned),
            (true, true) => new(Name, "提交学历备案表或查询认证结果的，免交原件。", OnSiteFate.Waived),
            (true, false) => new(Name, "须交原件。", OnSiteFate.Kept),
        };
    }

    private static OnSiteRow MasterDegree(Form form) =>
        HasMasterDegree(form)
            ? new("硕士学位证书原件", "提交教育部学位认证报告的，免交原件；否则须交原件。", OnSiteFate.Kept)
            : new("硕士学位证书原件", NotConcerned, OnSiteFate.NotConcerned);

    private static string AppointmentAdvice(OnSiteSettings settings) =>
        settings.StampedCopySuffices
            ? "任职文件（或聘任文件、聘书）原件；不方便提供原件的，交加盖单位公章的复印件。"
            : "任职文件（或聘任文件、聘书）原件。";

    private static OnSiteRow ChsiRecord(Form form)
    {
        var kinds = form.Education.Select(entry => entry.Kind).ToHashSet();
        string[] papers =
        [
            .. kinds.Contains(SchoolKind.National) ? ["《教育部学历证书电子注册备案表》"] : Array.Empty<string>(),
            .. kinds.Contains(SchoolKind.Overseas) ? ["《国外学历学位认证书》"] : Array.Empty<string>(),
            .. kinds.Contains(SchoolKind.PartySchool) ? ["党校学历查询认证结果（如有）"] : Array.Empty<string>(),
        ];
        return papers is []
            ? new("教育部学历证书电子注册备案表", NotConcerned, OnSiteFate.NotConcerned)
            : new(
                "教育部学历证书电子注册备案表",
                $"{string.Join('、', papers)}打印件（A4纸，一页）。",
                OnSiteFate.Kept
            );
    }

    private static bool HasMasterDegree(Form form) =>
        form.Education.Any(entry => entry.Degree?.Contains("硕士", StringComparison.Ordinal) == true);
}
