using System.Text;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents.Fonts;
using Enrollment.Documents.Layout;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>
/// Whether a form can be printed (R11): how full each limited box is, by the measurement that also draws it, and
/// which characters no font has. Asked on each save.
/// </summary>
/// <param name="Boxes">The limited boxes of the registration form and the letter, in their order.</param>
/// <param name="Unprintable">Characters that would come out as empty boxes, or be read back as others.</param>
public sealed record DocumentFit(ValueList<BoxFill> Boxes, ValueList<UnprintableCharacter> Unprintable)
{
    private static readonly Dictionary<string, FormField> FieldOfName = Enum.GetValues<FormField>()
        .ToDictionary(field => WireName.Of(field), StringComparer.Ordinal);

    /// <param name="form">As saved, however incomplete.</param>
    /// <param name="season">Whose wording the letter has; its length counts, too.</param>
    public static DocumentFit Measure(Form form, Season season)
    {
        var source = new PaperSource
        {
            Season = season,
            Application = default,
            Number = "",
            Form = form,
        };
        var label = new PrintLabel("", 1, DateOnly.MinValue, "");
        var registration = RegistrationFormPdf.Lay(PaperContents.RegistrationForm(source), label);
        var letter = IntroductionLetterPdf.Lay(PaperContents.IntroductionLetter(source), label);
        var boxes = registration
            .Boxes.Where(box => FieldOfName.ContainsKey(FieldNameOf(box.Name)))
            .Select(box => new BoxFill(FieldOfName[FieldNameOf(box.Name)], box.Name, box.Percent))
            .Concat(letter.Boxes.SelectMany(InLetter))
            .GroupBy(box => box.Path, StringComparer.Ordinal)
            .Select(boxes => boxes.MaxBy(box => box.Percent)!);
        return new([.. boxes], [.. UnprintableIn(form)]);
    }

    /// <summary>
    /// The letter's texts are the season's wording, filled in; the field to shorten is the longest that goes into each.
    /// A field that has a box of its own on the registration form is concerned only where the letter is too full.
    /// </summary>
    private static IEnumerable<BoxFill> InLetter(PageBox box) =>
        box.Name switch
        {
            IntroductionLetterPdf.MembershipBox => [new(FormField.PartyBranch, "partyBranch", box.Percent)],
            _ when box.Percent <= 100 => [],
            IntroductionLetterPdf.MembershipSigner => [new(FormField.PartyBranch, "partyBranch", box.Percent)],
            IntroductionLetterPdf.IntroductionBox => [new(FormField.Post, "post", box.Percent)],
            IntroductionLetterPdf.IntroductionSigner => [new(FormField.Employer, "employer", box.Percent)],
            _ => [],
        };

    private static string FieldNameOf(string box) => box.Split('[', '.')[0];

    private static IEnumerable<UnprintableCharacter> UnprintableIn(Form form) =>
        from text in TextsOf(form)
        from rune in (text.Text ?? "").EnumerateRunes().Distinct()
        where !Rune.IsControl(rune) && (Faces.For(rune, Face.Serif) is null || IsLookalike(rune))
        select new UnprintableCharacter(text.Field, text.Path, $"{rune}（U+{rune.Value:X4}）");

    /// <summary>
    /// A radical or a compatibility ideograph, as text copied from a PDF may hold in the place of the character that
    /// looks the same: the fonts share their glyph, so that print could not be read back as it was typed (R11). Twelve
    /// of the block are ideographs of their own (Unicode, CJK Compatibility Ideographs).
    /// </summary>
    private static bool IsLookalike(Rune rune) =>
        rune.Value
            is (>= 0x2E80 and <= 0x2FDF)
                or (>= 0xF900 and <= 0xFAFF and not (0xFA0E or 0xFA0F or 0xFA11 or 0xFA13 or 0xFA14 or 0xFA1F))
                and not (0xFA21 or 0xFA23 or 0xFA24 or (>= 0xFA27 and <= 0xFA29))
                or (>= 0x2F800 and <= 0x2FA1F);

    private static IEnumerable<(FormField Field, string Path, string? Text)> TextsOf(Form form)
    {
        yield return (FormField.Name, "name", form.Name);
        yield return (FormField.EthnicGroup, "ethnicGroup", form.EthnicGroup);
        yield return (FormField.IdentityNumber, "identityNumber", form.IdentityNumber);
        yield return (FormField.NativePlace, "nativePlace", form.NativePlace);
        yield return (FormField.Email, "email", form.Email);
        yield return (FormField.PartyBranch, "partyBranch", form.PartyBranch);
        yield return (FormField.Employer, "employer", form.Employer);
        yield return (FormField.Post, "post", form.Post);
        yield return (FormField.TitleSeries, "titleSeries", form.TitleSeries);
        yield return (FormField.AppointingAuthority, "appointingAuthority", form.AppointingAuthority);
        yield return (FormField.GraduationSchool, "graduationSchool", form.GraduationSchool);
        yield return (FormField.Programme, "programme", form.Programme);
        foreach (var (index, entry) in form.WorkHistory.Index())
        {
            yield return (FormField.WorkHistory, $"workHistory[{index}].place", entry.Place);
            yield return (FormField.WorkHistory, $"workHistory[{index}].post", entry.Post);
            foreach (var (line, side) in entry.During.Index())
            {
                yield return (FormField.WorkHistory, $"workHistory[{index}].during[{line}].text", side.Text);
            }
        }
        foreach (var (index, entry) in form.Education.Index())
        {
            yield return (FormField.Education, $"education[{index}].school", entry.School);
            yield return (FormField.Education, $"education[{index}].major", entry.Major);
            yield return (FormField.Education, $"education[{index}].certificateNumber", entry.CertificateNumber);
            yield return (FormField.Education, $"education[{index}].degree", entry.Degree);
        }
    }
}

/// <summary>
/// How full a printed box is at the smallest type. Above 100 the text does not fit, and saving refuses it.
/// </summary>
/// <param name="Field">The form's field.</param>
/// <param name="Path">Where in the form: "post", "workHistory", "education[0].school".</param>
/// <param name="Percent">0 for empty, 100 for just full.</param>
public sealed record BoxFill(FormField Field, string Path, double Percent)
{
    public bool Overflows => Percent > 100;
}

/// <summary>A character that no font of the papers has, by name: "😀（U+1F600）".</summary>
public sealed record UnprintableCharacter(FormField Field, string Path, string Character);
