using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>What a field of the form says, as staff read it: one text, with a line for each entry of a list.</summary>
public static class FieldWords
{
    /// <returns>Null where nothing is filled in.</returns>
    public static string? Of(Form form, FormField field, Language language) =>
        field switch
        {
            FormField.Name => form.Name,
            FormField.Sex => form.Sex is { } sex ? ChoiceWords.Of(sex, language) : null,
            FormField.EthnicGroup => form.EthnicGroup,
            FormField.BirthDate => form.BirthDate?.ToString("yyyy-MM-dd"),
            FormField.BirthDateExplanation => form.BirthDateExplanation,
            FormField.IdentityNumber => form.IdentityNumber,
            FormField.NativePlace => form.NativePlace,
            FormField.Email => form.Email,
            FormField.PoliticalStatus => form.PoliticalStatus is { } status ? ChoiceWords.Of(status, language) : null,
            FormField.PartyJoined => Month(form.PartyJoined),
            FormField.PartyBranch => form.PartyBranch,
            FormField.FirstEmployed => Month(form.FirstEmployed),
            FormField.Employer => form.Employer,
            FormField.Post => form.Post,
            FormField.TitleSeries => form.TitleSeries,
            FormField.TitleGrade => form.TitleGrade is { } grade ? ChoiceWords.Of(grade, language) : null,
            FormField.AppointingAuthority => form.AppointingAuthority,
            FormField.SealOffice => form.SealOffice is { } office ? ChoiceWords.Of(office, language) : null,
            FormField.EducationLevel => form.EducationLevel is { } level ? ChoiceWords.Of(level, language) : null,
            FormField.GraduationSchool => form.GraduationSchool,
            FormField.GraduationMonth => Month(form.GraduationMonth),
            FormField.Programme => form.Programme,
            FormField.WorkHistory => Lines(form.WorkHistory.Select(entry => Of(entry, language))),
            FormField.Education => Lines(form.Education.Select(entry => Of(entry, language))),
            FormField.ChsiVerificationCode => form.ChsiVerificationCode,
            FormField.ChsiValidUntil => form.ChsiValidUntil?.ToString("yyyy-MM-dd"),
        };

    private static string Of(WorkEntry entry, Language language)
    {
        var kind = entry.Kind == WorkKind.Work ? "" : $"（{ChoiceWords.Of(entry.Kind, language)}）";
        var line = $"{Span(entry.From, entry.To, language)}  {Joined(entry.Place, entry.Post)}{kind}";
        return Lines([
                line,
                .. entry.During.Select(side =>
                    $"  {During(language)}{Span(side.From, side.To, language)}  {side.Text}"
                ),
            ]) ?? line;
    }

    private static string Of(EducationEntry entry, Language language) =>
        Joined(
            entry.Level is { } level ? ChoiceWords.Of(level, language) : null,
            entry.Kind is { } kind ? ChoiceWords.Of(kind, language) : null,
            entry.School,
            entry.Major,
            Span(entry.From, entry.To, language),
            entry.CertificateNumber,
            entry.Degree
        );

    private static string Span(YearMonth? from, YearMonth? to, Language language) =>
        $"{Month(from) ?? "?"}–{Month(to) ?? UntilNow(language)}";

    private static string UntilNow(Language language) =>
        language switch
        {
            Language.Chinese => "至今",
            Language.English => "now",
        };

    private static string During(Language language) =>
        language switch
        {
            Language.Chinese => "其间：",
            Language.English => "during which ",
        };

    private static string? Month(YearMonth? month) => month is { } known ? $"{known.Year}.{known.Month}" : null;

    private static string Joined(params ReadOnlySpan<string?> parts) =>
        string.Join("，", parts.ToArray().Where(part => !string.IsNullOrEmpty(part)));

    private static string? Lines(IEnumerable<string> lines) =>
        string.Join('\n', lines) is { Length: > 0 } text ? text : null;
}
