using Enrollment.Collections;

namespace Enrollment.Materials;

/// <summary>When a slot has to hold an image before submission (R7).</summary>
public enum SlotRequirement
{
    /// <summary>必须上传</summary>
    Always,

    /// <summary>Required by each education entry of its level (R6).</summary>
    WithItsEntry,

    /// <summary>Required by what the form says: 职称 other than 无, or the kind of the bachelor's diploma.</summary>
    Conditional,

    Never,
}

/// <summary>A paper that a slot's original comes on; sides in millimetres, the longer one first.</summary>
public sealed record Paper(string NameZh, string NameEn, double LongMm, double ShortMm)
{
    public static readonly Paper A4 = new("A4", "A4", 297, 210);

    /// <summary>ISO/IEC 7810 ID-1.</summary>
    public static readonly Paper IdentityCard = new("身份证", "identity card", 85.6, 54);

    public static readonly Paper DiplomaBooklet = new("证书内页 210×148 毫米", "booklet 210×148 mm", 210, 148);

    public static readonly Paper TitleBooklet = new("证书内页 150×105 毫米", "booklet 150×105 mm", 150, 105);

    private const double MillimetresPerInch = 25.4;

    public double AreaMm2 => LongMm * ShortMm;

    public double LongInches => LongMm / MillimetresPerInch;

    public double ShortInches => ShortMm / MillimetresPerInch;
}

/// <summary>What R7's table says of one slot.</summary>
public sealed record SlotRule
{
    public required Slot Slot { get; init; }

    /// <summary>The slot in addresses, JSON and on the command line.</summary>
    public string WireName => Materials.WireName.Of(Slot);

    public required Words Name { get; init; }

    /// <summary>What belongs into it, as candidates are told.</summary>
    public required Words Advice { get; init; }

    /// <summary>The pages that an image of this slot may be said to show, the usual one first.</summary>
    public required ValueList<Page> Pages { get; init; }

    /// <summary>How many images the slot takes; with <see cref="PerEntry"/>, how many each education entry's own takes.</summary>
    public required int MaxImages { get; init; }

    public bool PerEntry { get; init; }

    public required SlotRequirement Required { get; init; }

    /// <summary>What the original may be printed on; empty for the portrait, which has no paper.</summary>
    public required ValueList<Paper> Papers { get; init; }
}

/// <summary>The table of slots (上传材料, R7) and the names of their pages.</summary>
public static class Slots
{
    private static readonly ValueList<Paper> DiplomaPapers = [Paper.A4, Paper.DiplomaBooklet];

    private static readonly Words DiplomaAdvice = new(
        "毕业证书原件，签章齐全。证书有两页的，两页都传。",
        "The original diploma with its seals. If it has two pages, upload both."
    );

    /// <summary>The guide names 聘任文件、聘书 beside both 任职文件 and 职称证书, so either slot takes them (R7).</summary>
    private static readonly ValueList<Page> Appointment =
    [
        Page.FirstPage,
        Page.NamePage,
        Page.SignaturePage,
        Page.LetterOfAppointment,
        Page.StampedCopy,
        Page.ContentPage,
    ];

    private static readonly ValueList<Page> Title =
    [
        Page.FirstPage,
        Page.ContentPage,
        Page.LetterOfAppointment,
        Page.StampedCopy,
    ];

    /// <summary>All ten, in the guide's order.</summary>
    public static ValueList<SlotRule> All { get; } =
    [
        Rule(
            Slot.IdPhoto,
            new("个人证件照", "ID photo"),
            new(
                "近期（6个月内）彩色数码证件照，背景为均匀白色；不得使用自拍照、生活照。",
                "A colour ID photo taken within six months before a plain white background; no selfie or snapshot."
            ),
            [Page.Portrait],
            1,
            SlotRequirement.Always,
            []
        ),
        Rule(
            Slot.IdentityCard,
            new("身份证", "Identity card"),
            new(
                "原件正反面。可以扫描在一张图上，也可以人像面、国徽面各一张。",
                "Both sides of the card, on one scan or on two."
            ),
            [Page.CardBothSides, Page.CardPortraitSide, Page.CardEmblemSide],
            2,
            SlotRequirement.Always,
            [Paper.A4, Paper.IdentityCard]
        ),
        PerEntry(
            Slot.JuniorCollegeDiploma,
            new("专科毕业证书", "Junior college diploma"),
            SlotRequirement.WithItsEntry
        ),
        PerEntry(Slot.BachelorDiploma, new("本科毕业证书", "Bachelor's diploma"), SlotRequirement.Always),
        PerEntry(Slot.PostgraduateDiploma, new("研究生毕业证书", "Postgraduate diploma"), SlotRequirement.WithItsEntry),
        Rule(
            Slot.MasterDegree,
            new("硕士学位证书（学位认证报告）", "Master's degree certificate (or degree report)"),
            new(
                "硕士学位证书，或学位认证报告；有认证报告的，现场可以不交证书原件。",
                "The master’s degree certificate or the degree report; with the report the original need not be handed in."
            ),
            [Page.DegreeCertificate, Page.DegreeReport],
            3,
            SlotRequirement.Never,
            [Paper.A4]
        ),
        Rule(
            Slot.AppointmentDocument,
            new("任职文件、聘任文件、聘书", "Appointment document or letter of appointment"),
            new(
                "任职文件的首页、考生姓名页、落款页；聘任文件、聘书也传到此栏。不方便提供原件的，可以上传加盖单位公章的复印件。",
                "First page, page with your name and signature page of the appointment document; letters of appointment go here too. Where the original cannot be given, a copy stamped by your unit will do."
            ),
            Appointment,
            6,
            SlotRequirement.Always,
            [Paper.A4]
        ),
        Rule(
            Slot.ProfessionalTitle,
            new("专业技术职称证书", "Professional title certificate"),
            new(
                "职称证书的首页、内容页。职称填“无”的不用上传。",
                "First page and content page of the certificate. Not needed if your title is “none”."
            ),
            Title,
            6,
            SlotRequirement.Conditional,
            [Paper.A4, Paper.TitleBooklet]
        ),
        Rule(
            Slot.ChsiRecord,
            new("教育部学历证书电子注册备案表", "Ministry of Education online diploma record"),
            new(
                "国民教育本科：《教育部学历证书电子注册备案表》，在线验证有效期请设置为 180 天，验证二维码必须清晰可读。境外学历传国外学历学位认证书；党校学历有查询认证结果的可以传。",
                "For a national bachelor’s diploma: the Ministry of Education’s online record, valid for 180 days, with a QR code that can be read. For foreign diplomas the credential report; for the Party school the query result, if you have one."
            ),
            [Page.RegistrationRecord, Page.DiplomaReport, Page.ForeignCredentialReport, Page.PartySchoolQueryResult],
            2,
            SlotRequirement.Conditional,
            [Paper.A4]
        ),
        Rule(
            Slot.Other,
            new("其他证明材料", "Other supporting material"),
            new(
                "其他需要说明的材料。没有的不用上传。",
                "Anything else that supports your application. Not needed if there is nothing."
            ),
            [Page.Other],
            10,
            SlotRequirement.Never,
            [Paper.A4]
        ),
    ];

    public static SlotRule Of(Slot slot) => All[(int)slot - 1];

    /// <summary>The pages with CHSI's verification code; papers of other bodies are verified elsewhere (R9).</summary>
    public static bool BearsCode(Page page) => page is Page.RegistrationRecord or Page.DiplomaReport;

    /// <summary>加盖公章复印件: a stamped copy need not be in colour, its seal apart (R9).</summary>
    public static bool MayBeGrey(Page page) => page == Page.StampedCopy;

    public static bool TryParse(string? wireName, out Slot slot) => Materials.WireName.TryParse(wireName, out slot);

    /// <summary>人像面 / "card, portrait side".</summary>
    public static string NameOf(Page page, Language language) =>
        language switch
        {
            Language.Chinese => PageNames(page).Zh,
            Language.English => PageNames(page).En,
        };

    public static string NameOf(Slot slot, Language language) => Of(slot).Name.In(language);

    private static (string Zh, string En) PageNames(Page page) =>
        page switch
        {
            Page.Portrait => ("证件照", "portrait"),
            Page.CardPortraitSide => ("人像面", "portrait side"),
            Page.CardEmblemSide => ("国徽面", "emblem side"),
            Page.CardBothSides => ("正反面", "both sides"),
            Page.Diploma => ("毕业证书", "diploma"),
            Page.DegreeCertificate => ("学位证书", "degree certificate"),
            Page.DegreeReport => ("学位认证报告", "degree report"),
            Page.FirstPage => ("首页", "first page"),
            Page.NamePage => ("考生姓名页", "page with the candidate's name"),
            Page.SignaturePage => ("落款页", "signature page"),
            Page.LetterOfAppointment => ("聘任文件、聘书", "letter of appointment"),
            Page.StampedCopy => ("加盖单位公章的复印件", "copy stamped by the unit"),
            Page.ContentPage => ("内容页", "content page"),
            Page.RegistrationRecord => ("学历证书电子注册备案表", "online registration record"),
            Page.DiplomaReport => ("学历认证报告", "diploma report"),
            Page.ForeignCredentialReport => ("国外学历学位认证书", "foreign credential report"),
            Page.PartySchoolQueryResult => ("党校学历查询认证结果", "Party-school query result"),
            Page.Other => ("其他证明材料", "other supporting material"),
        };

    private static SlotRule PerEntry(Slot slot, Words name, SlotRequirement required) =>
        Rule(slot, name, DiplomaAdvice, [Page.Diploma], 2, required, DiplomaPapers) with
        {
            PerEntry = true,
        };

    private static SlotRule Rule(
        Slot slot,
        Words name,
        Words advice,
        ValueList<Page> pages,
        int maxImages,
        SlotRequirement required,
        ValueList<Paper> papers
    ) =>
        new()
        {
            Slot = slot,
            Name = name,
            Advice = advice,
            Pages = pages,
            MaxImages = maxImages,
            Required = required,
            Papers = papers,
        };
}
