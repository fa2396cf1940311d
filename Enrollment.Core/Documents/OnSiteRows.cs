using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>What the candidate uploaded, as far as the desk's waivers depend on it (<see cref="OriginalRules"/>).</summary>
/// <param name="BachelorDiplomaWaived">Its record or query result is there.</param>
/// <param name="ChsiRecord">Slot 9 holds something.</param>
/// <param name="MasterDegree">Slot 6 holds something.</param>
/// <param name="DegreeReport">And that is the authentication report.</param>
/// <param name="Other">Slot 10 holds something.</param>
public sealed record UploadedOriginals(
    bool BachelorDiplomaWaived,
    bool ChsiRecord,
    bool MasterDegree,
    bool DegreeReport,
    bool Other
)
{
    public static UploadedOriginals Of(Application application) =>
        new(
            OriginalRules.WaivesBachelorDiploma(application),
            ChsiRecord: application.ImagesIn(Slot.ChsiRecord).Any(),
            MasterDegree: application.ImagesIn(Slot.MasterDegree).Any(),
            OriginalRules.HasDegreeReport(application),
            Other: application.ImagesIn(Slot.Other).Any()
        );
}

/// <summary>
/// The guide's eleven rows of section 七, worked out for one candidate: which originals stay, which are waived by
/// the guide's note, and which do not concern them (R12).
/// </summary>
public static class OnSiteRows
{
    private const string NotConcerned = "无须提交。";

    public static ValueList<OnSiteRow> Of(Form form, OnSiteSettings settings, UploadedOriginals uploaded) =>
        [.. OriginalRules.AllItems.Select(item => Row(item, form, settings, uploaded))];

    private static OnSiteRow Row(OriginalItem item, Form form, OnSiteSettings settings, UploadedOriginals uploaded)
    {
        var (advice, fate) = item switch
        {
            OriginalItem.RegistrationForms => ($"三份均须本人签字，{SealOf(form)}。", OnSiteFate.Kept),
            OriginalItem.IntroductionLetter => (LetterAdvice(form), OnSiteFate.Kept),
            OriginalItem.IdentityCard => ("查验后当场带回。", OnSiteFate.TakenBack),
            OriginalItem.BachelorDiploma => Bachelor(form, uploaded),
            OriginalItem.PostgraduateDiploma => Postgraduate(form, settings),
            OriginalItem.MasterDegree => MasterDegree(uploaded),
            OriginalItem.AppointmentDocument => (AppointmentAdvice(settings), OnSiteFate.Kept),
            OriginalItem.ProfessionalTitle => form.HasNoTitle
                ? ($"无职称，{NotConcerned}", OnSiteFate.NotConcerned)
                : ("证书原件，以及聘任文件或聘书。", OnSiteFate.Kept),
            OriginalItem.ChsiRecord => Printed(uploaded.ChsiRecord, RecordsOf(form)),
            OriginalItem.DegreeReport => Printed(uploaded.DegreeReport, "学位认证报告"),
            OriginalItem.Other => uploaded.Other
                ? ("系统“其他证明材料”栏中上传的，请带原件。", OnSiteFate.Kept)
                : (NotConcerned, OnSiteFate.NotConcerned),
        };
        return new(OriginalWords.Of(item, Language.Chinese), advice, fate);
    }

    private static string SealOf(Form form) => form.SealOffice is { } office ? PaperWords.Of(office) : "并加盖公章";

    private static string LetterAdvice(Form form) =>
        form.IsPartyMember ? "上联加盖单位公章，下联加盖党组织公章。" : "加盖单位公章；非中共党员无须党员关系证明。";

    private static (string, OnSiteFate) Bachelor(Form form, UploadedOriginals uploaded) =>
        (uploaded.BachelorDiplomaWaived, Has(form, DiplomaLevel.Bachelor, SchoolKind.National)) switch
        {
            (true, true) => ("国民教育：提交《学历证书电子注册备案表》打印件，免交原件。", OnSiteFate.Waived),
            (true, false) => ("党校学历：提供学历查询认证结果，免交原件。", OnSiteFate.Waived),
            (false, _) => ("须交原件。", OnSiteFate.Kept),
        };

    private static (string, OnSiteFate) Postgraduate(Form form, OnSiteSettings settings) =>
        (Has(form, DiplomaLevel.Postgraduate), settings.PostgraduateDiplomaMayBeWaived) switch
        {
            (false, _) => (NotConcerned, OnSiteFate.NotConcerned),
            (true, true) => ("原件；能够提交学历备案表或查询认证结果的，可免交。", OnSiteFate.Kept),
            (true, false) => ("须交原件。", OnSiteFate.Kept),
        };

    private static (string, OnSiteFate) MasterDegree(UploadedOriginals uploaded) =>
        uploaded switch
        {
            { DegreeReport: true } => ("提交学位认证报告打印件，免交原件。", OnSiteFate.Waived),
            { MasterDegree: true } => ("须交原件；提交学位认证报告的可免交。", OnSiteFate.Kept),
            _ => (NotConcerned, OnSiteFate.NotConcerned),
        };

    private static string AppointmentAdvice(OnSiteSettings settings) =>
        settings.StampedCopySuffices
            ? "任职文件（或聘任文件、聘书）原件；不方便提供原件的，交加盖单位公章的复印件。"
            : "任职文件（或聘任文件、聘书）原件。";

    private static (string, OnSiteFate) Printed(bool uploaded, string paper) =>
        uploaded ? ($"{paper}打印件（A4纸，一页）。", OnSiteFate.Kept) : (NotConcerned, OnSiteFate.NotConcerned);

    private static string RecordsOf(Form form)
    {
        var kinds = form.Education.Select(entry => entry.Kind).Distinct();
        var names = kinds.Select(kind =>
            kind switch
            {
                SchoolKind.Overseas => "《国外学历学位认证书》",
                SchoolKind.PartySchool => "党校学历查询认证结果",
                _ => "《教育部学历证书电子注册备案表》",
            }
        );
        return string.Join('、', names);
    }

    private static bool Has(Form form, DiplomaLevel level, SchoolKind? kind = null) =>
        form.Education.Any(entry => entry.Level == level && (kind is null || entry.Kind == kind));
}
