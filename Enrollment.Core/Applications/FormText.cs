using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>The form as it is kept: text trimmed, empty text absent, numbers and addresses half-width.</summary>
public static class FormText
{
    /// <summary>What people write for 无.</summary>
    private static readonly HashSet<string> NoTitle = ["无", "无职称", "暂无", "没有"];

    public static Form Normalised(this Form form)
    {
        var title = form.TitleSeries.Trimmed();
        var hasNoTitle = title is not null && NoTitle.Contains(title);
        return form with
        {
            Name = form.Name.AsName(),
            EducationLevel = form.EducationLevel.Known(),
            SealOffice = form.SealOffice.Known(),
            PoliticalStatus = form.PoliticalStatus.Known(),
            Sex = form.Sex.Known(),
            EthnicGroup = form.EthnicGroup.Trimmed() is { } group ? EthnicGroups.Find(group) ?? group : null,
            BirthDateExplanation = form.BirthDateExplanation.Trimmed(),
            IdentityNumber = form.IdentityNumber.AsNumber(),
            NativePlace = form.NativePlace.Trimmed(),
            Email = form.Email.Trimmed()?.ToHalfWidth(),
            PartyBranch = form.PartyBranch.Trimmed(),
            Employer = form.Employer.Trimmed(),
            Post = form.Post.Trimmed(),
            TitleSeries = hasNoTitle ? "无" : title,
            TitleGrade = hasNoTitle ? null : form.TitleGrade.Known(),
            AppointingAuthority = form.AppointingAuthority.Trimmed(),
            GraduationSchool = form.GraduationSchool.Trimmed(),
            Programme = form.Programme.Trimmed(),
            WorkHistory = InOrder(form.WorkHistory.OfType<WorkEntry>().Select(Line).ToValueList()),
            Education = [.. form.Education.OfType<EducationEntry>().Select(Diploma)],
            ChsiVerificationCode = form.ChsiVerificationCode.AsNumber(),
        };
    }

    /// <summary>In order of time once every entry has its start: rows are typed in any order, and printed in this one.</summary>
    private static ValueList<WorkEntry> InOrder(ValueList<WorkEntry> history) =>
        history.Any(entry => entry.From is null) ? history : [.. history.OrderBy(entry => entry.From)];

    private static WorkEntry Line(WorkEntry entry) =>
        entry with
        {
            Kind = Enum.IsDefined(entry.Kind) ? entry.Kind : WorkKind.Work,
            Place = entry.Place.Trimmed(),
            Post = entry.Post.Trimmed(),
            During = [.. entry.During.OfType<WorkSideLine>().Select(line => line with { Text = line.Text.Trimmed() })],
        };

    private static EducationEntry Diploma(EducationEntry entry) =>
        entry with
        {
            Level = entry.Level.Known(),
            Kind = entry.Kind.Known(),
            School = entry.School.Trimmed(),
            Major = entry.Major.Trimmed(),
            CertificateNumber = entry.CertificateNumber.Trimmed()?.ToHalfWidth(),
            Degree = entry.Degree.Trimmed(),
        };

    /// <summary>A number in the place of a choice's name may stand for no choice at all.</summary>
    private static T? Known<T>(this T? choice)
        where T : struct, Enum => choice is { } known && Enum.IsDefined(known) ? known : null;

    /// <summary>
    /// Without space at the ends and with single ones inside (a pasted line break is a space too: every box of the
    /// papers holds one paragraph), or null when nothing is left. Invisible characters, which come with pasting, go.
    /// </summary>
    internal static string? Trimmed(this string? text)
    {
        var words = (text ?? "")
            .Where(c => !IsInvisible(c))
            .Select(c => char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
        var plain = string.Join(' ', string.Concat(words).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
        return plain.Length == 0 ? null : plain;
    }

    /// <summary>Names have no spaces (张　三 is padding), and the dot of minority names is U+00B7.</summary>
    internal static string? AsName(this string? text) =>
        text.Trimmed() is not { } name
            ? null
            : string.Concat(name.Where(c => c != ' ').Select(c => IsDot(c) ? '·' : c));

    private static bool IsDot(char c) => c is '·' or '•' or '・' or '･' or '‧' or '∙' or '⋅' or '．';

    private static string? AsNumber(this string? text) =>
        text.Trimmed()?.ToHalfWidth().Replace(" ", "").ToUpperInvariant();

    /// <summary>Soft hyphen, zero-width space, joiners, direction marks and overrides, word joiner, byte order mark.</summary>
    private static bool IsInvisible(char c) =>
        c
            is '\u00AD'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or '\u2060'
                or (>= '\u2066' and <= '\u2069')
                or '\uFEFF';
}
