using System.Globalization;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>What each paper says of an application: one function a paper. What is missing stays blank.</summary>
public static class PaperContents
{
    public static RegistrationFormContent RegistrationForm(PaperSource source)
    {
        var (season, form) = (source.Season, source.Form);
        return new()
        {
            BranchName = season.BranchName,
            Year = season.Year,
            Name = form.Name ?? "",
            Sex = form.Sex is { } sex ? PaperWords.Of(sex) : "",
            EthnicGroup = form.EthnicGroup ?? "",
            BirthDate = form.BirthDate is { } birth ? PaperStyle.Date(birth) : "",
            NativePlace = form.NativePlace ?? "",
            IdentityNumber = IdentityNumberOf(form),
            Phone = source.Phone?.Value ?? "",
            Email = form.Email ?? "",
            PoliticalStatus = form.PoliticalStatus is { } status ? PaperWords.Of(status) : "",
            PartyJoined = form.PartyJoined?.ToChinese() ?? (form.IsPartyMember ? "" : "—"),
            FirstEmployed = form.FirstEmployed?.ToChinese() ?? "",
            Employer = form.Employer ?? "",
            Post = form.Post ?? "",
            ProfessionalTitle = ProfessionalTitleOf(form),
            AppointingAuthority = form.AppointingAuthority ?? "",
            EducationLevel = form.EducationLevel is { } level ? PaperWords.Of(level) : "",
            GraduationSchool = form.GraduationSchool ?? "",
            GraduationMonth = form.GraduationMonth?.ToChinese() ?? "",
            Programme = form.Programme ?? "",
            Education = [.. form.Education.Select(Line)],
            WorkHistory = [.. form.WorkHistory.SelectMany(Lines)],
            Commitment = season.Wording.Commitment,
            SealNeeded = form.SealOffice is { } office ? PaperWords.Of(office) : "",
            Photo = source.Photo,
        };
    }

    public static IntroductionLetterContent IntroductionLetter(PaperSource source)
    {
        var (season, form) = (source.Season, source.Form);
        var wording = season.Wording;
        return new()
        {
            BranchName = season.BranchName,
            Introduction = WordingPlaceholders.Fill(wording.Introduction, season, form),
            Employer = form.Employer ?? "",
            PartyMembership = form.IsPartyMember
                ? WordingPlaceholders.Fill(wording.PartyMembership, season, form)
                : null,
            PartyBranch = form.IsPartyMember ? form.PartyBranch ?? "" : "",
            ValidDays = wording.LetterValidDays,
        };
    }

    public static OnSiteListContent OnSiteList(PaperSource source)
    {
        var (season, form) = (source.Season, source.Form);
        var calendar = season.Calendar;
        var days =
            calendar.OnSiteFrom == calendar.OnSiteTo
                ? PaperStyle.Date(calendar.OnSiteFrom)
                : $"{PaperStyle.Date(calendar.OnSiteFrom)}至{PaperStyle.Date(calendar.OnSiteTo)}";
        return new()
        {
            BranchName = season.BranchName,
            Year = season.Year,
            Name = form.Name ?? "",
            Programme = form.Programme ?? "",
            Time = $"{days}，{calendar.OnSiteHours}",
            Place = calendar.OnSitePlace,
            Fee = $"{Yuan(season.FeeFen)}元，原件审核通过后使用支付宝或微信在现场缴费",
            Rows = OnSiteRows.Of(form, season.OnSite, source.Uploaded),
        };
    }

    public static OriginalsReceiptContent OriginalsReceipt(PaperSource source) =>
        new()
        {
            BranchName = source.Season.BranchName,
            Year = source.Season.Year,
            Name = source.Form.Name ?? "",
            IdentityNumber = IdentityNumberOf(source.Form),
            Originals = source.KeptOriginals,
        };

    /// <param name="by">The clerk who took it; empty where the system did.</param>
    public static KeptOriginal Kept(OriginalItem item, int copies, string by, DateTimeOffset at) =>
        new(
            OriginalWords.Of(item, Language.Chinese),
            copies,
            by,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{PaperStyle.Date(ChinaTime.DateOf(at))} {ChinaTime.TimeOf(at):HH:mm}"
            )
        );

    /// <summary>The number as the standard writes it, where it is one; else as typed.</summary>
    internal static string IdentityNumberOf(Form form) =>
        IdentityNumber.TryParse(form.IdentityNumber, null, out var number) ? number.Value : form.IdentityNumber ?? "";

    private static string ProfessionalTitleOf(Form form) =>
        form.TitleGrade is { } grade && !form.HasNoTitle
            ? $"{form.TitleSeries}（{PaperWords.Of(grade)}）"
            : form.TitleSeries ?? "";

    private static EducationLine Line(EducationEntry entry) =>
        new(
            entry.Level is { } level ? PaperWords.Of(level) : "",
            entry.Kind is { } kind ? PaperWords.Of(kind) : "",
            entry.School ?? "",
            entry.Major ?? "",
            entry.From is null && entry.To is null ? "" : $"{Month(entry.From)}–{Month(entry.To)}",
            entry.CertificateNumber ?? "",
            entry.Degree ?? ""
        );

    private static IEnumerable<HistoryLine> Lines(WorkEntry entry)
    {
        var kind = entry.Kind switch
        {
            WorkKind.Work => "",
            WorkKind.FullTimeStudy => "脱产学习",
            WorkKind.MilitaryService => "服役",
            WorkKind.Unemployed => "待业",
        };
        var parts = new[] { entry.Place, entry.Post, kind }.Where(part => !string.IsNullOrEmpty(part)).Distinct();
        yield return new(Period(entry.From, entry.To), string.Join('，', parts));
        foreach (var side in entry.During)
        {
            yield return new(Period(side.From, side.To), side.Text ?? "", IsDuring: true);
        }
    }

    /// <summary>
    /// As in the guide's example, but with two figures a month, as personnel files have them (《干部任免审批表》填写说明):
    /// "2015.07–2017.03", "2017.04至今".
    /// </summary>
    private static string Period(YearMonth? from, YearMonth? to) =>
        to is { } end ? $"{Month(from)}–{Month(end)}" : $"{Month(from)}至今";

    private static string Month(YearMonth? month) =>
        month is { } one ? string.Create(CultureInfo.InvariantCulture, $"{one.Year}.{one.Month:00}") : "";

    private static string Yuan(long fen) => fen % 100 == 0 ? $"{fen / 100}" : $"{fen / 100}.{fen % 100:00}";
}
