using System.Text;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// 高等教育学历 and what is stated of it (R4, R6): one entry per diploma, one of them the bachelor's, and one of them
/// the diploma of the stated level, school and month.
/// </summary>
internal static class EducationRules
{
    private const int MostEntries = 8;
    private const int LongestId = 32;
    private const int LongestName = 80;
    private const int LongestNumber = 40;

    /// <summary>Youngest age at which somebody has entered a university's class for gifted children.</summary>
    private const int LeastAgeToEnrol = 11;

    public static IEnumerable<FormProblem> Check(Form form, DateOnly today)
    {
        if (form.Education.Count > MostEntries)
        {
            return [FormRules.Problem(FormField.Education, FormProblemCode.TooLong, $"{MostEntries}")];
        }
        return Bachelor(form)
            .Concat(form.Education.SelectMany((entry, i) => Entry(form, entry, i, YearMonth.Of(today))))
            .Concat(Stated(form, today))
            .Concat(Record(form));
    }

    /// <summary>在线验证码: of the record (国民教育), or the number of the certificate in its place (境外); R7, slot 9.</summary>
    public static bool NeedsVerificationCode(Form form) =>
        NeedsValidity(form) || HasBachelorOf(form, SchoolKind.Overseas);

    /// <summary>有效期至: only the record (国民教育) has one; 国外学历学位认证书 and 党校 results do not lapse.</summary>
    public static bool NeedsValidity(Form form) => HasBachelorOf(form, SchoolKind.National);

    private static bool HasBachelorOf(Form form, SchoolKind kind) =>
        form.Education.Any(entry => entry.Level == DiplomaLevel.Bachelor && entry.Kind == kind);

    /// <summary>本科毕业证书 is required of everybody (guide 三.4), so its entry is.</summary>
    private static IEnumerable<FormProblem> Bachelor(Form form)
    {
        if (form.Education.All(entry => entry.Level != DiplomaLevel.Bachelor))
        {
            var level = Materials.WireName.Of(DiplomaLevel.Bachelor);
            yield return FormRules.Problem(FormField.Education, FormProblemCode.Missing, level);
        }
    }

    private static IEnumerable<FormProblem> Entry(Form form, EducationEntry entry, int i, YearMonth now) =>
        Blanks(entry, i).Concat(Lengths(entry, i)).Concat(Months(form, entry, i, now)).Concat(Repeats(form, entry, i));

    private static IEnumerable<FormProblem> Blanks(EducationEntry entry, int i) =>
        new (string Member, object? Value)[]
        {
            ("level", entry.Level),
            ("kind", entry.Kind),
            ("school", entry.School),
            ("major", entry.Major),
            ("from", entry.From),
            ("to", entry.To),
            ("certificateNumber", entry.CertificateNumber),
        }
            .Where(member => member.Value is null)
            .Select(member => At(i, member.Member, FormProblemCode.Missing));

    private static IEnumerable<FormProblem> Lengths(EducationEntry entry, int i) =>
        new (string Member, string? Text, int Most)[]
        {
            ("id", entry.Id, LongestId),
            ("school", entry.School, LongestName),
            ("major", entry.Major, LongestName),
            ("certificateNumber", entry.CertificateNumber, LongestNumber),
            ("degree", entry.Degree, LongestName),
        }.SelectMany(box => TextLength.Check(FormField.Education, Path(i, box.Member), box.Text, box.Most));

    private static IEnumerable<FormProblem> Months(Form form, EducationEntry entry, int i, YearMonth now)
    {
        if (entry.To < entry.From)
        {
            yield return At(i, "to", FormProblemCode.EndsBeforeStart);
        }
        else if (entry.To > now)
        {
            yield return At(i, "to", FormProblemCode.InTheFuture);
        }
        if (entry.From > now)
        {
            yield return At(i, "from", FormProblemCode.InTheFuture);
        }
        else if (form.BirthDate is { Year: >= 1900 and < 2900 } birth)
        {
            var earliest = YearMonth.Of(birth.AddYears(LeastAgeToEnrol));
            if (entry.From < earliest)
            {
                yield return At(i, "from", FormProblemCode.TooEarly, earliest.ToString());
            }
        }
    }

    private static IEnumerable<FormProblem> Repeats(Form form, EducationEntry entry, int i)
    {
        var before = form.Education.Take(i).ToList();
        if (before.Exists(other => other.Id == entry.Id))
        {
            yield return At(i, "id", FormProblemCode.Repeated);
        }
        if (entry.CertificateNumber is not { } number)
        {
            yield break;
        }
        if (!IsCertificateNumber(number))
        {
            yield return At(i, "certificateNumber", FormProblemCode.Malformed);
        }
        else if (before.Exists(other => other.Level == entry.Level && other.CertificateNumber == number))
        {
            yield return At(i, "certificateNumber", FormProblemCode.Repeated);
        }
    }

    /// <summary>The entries hold the diploma that the form states, as far as the form states it; the first difference is named.</summary>
    private static IEnumerable<FormProblem> Stated(Form form, DateOnly today)
    {
        if (form.GraduationMonth > YearMonth.Of(today))
        {
            yield return FormRules.Problem(FormField.GraduationMonth, FormProblemCode.InTheFuture);
        }
        if (form.EducationLevel is not { } level)
        {
            yield break;
        }
        var ofLevel = form.Education.Where(entry => entry.Level == DiplomaOf(level)).ToList();
        var ofSchool = ofLevel.Where(entry => form.GraduationSchool is null || entry.School == form.GraduationSchool);
        var ofMonth = ofSchool.Where(entry => form.GraduationMonth is null || entry.To == form.GraduationMonth);
        if (ofLevel.Count == 0)
        {
            yield return FormRules.Problem(FormField.EducationLevel, FormProblemCode.NoSuchEntry);
        }
        else if (!ofSchool.Any())
        {
            yield return FormRules.Problem(FormField.GraduationSchool, FormProblemCode.NoSuchEntry);
        }
        else if (!ofMonth.Any())
        {
            yield return FormRules.Problem(FormField.GraduationMonth, FormProblemCode.NoSuchEntry);
        }
    }

    private static IEnumerable<FormProblem> Record(Form form)
    {
        if (form.ChsiVerificationCode is { } code && !IsVerificationCode(form, code))
        {
            yield return FormRules.Problem(FormField.ChsiVerificationCode, FormProblemCode.Malformed);
        }
    }

    /// <summary>学历: master's and doctor's diplomas are both 研究生毕业证书.</summary>
    private static DiplomaLevel DiplomaOf(EducationLevel level) =>
        level switch
        {
            EducationLevel.Bachelor => DiplomaLevel.Bachelor,
            EducationLevel.Master or EducationLevel.Doctor => DiplomaLevel.Postgraduate,
        };

    /// <summary>
    /// 备案表 and 认证报告 carry 16 letters and digits or, older, 12 digits. Certificates of foreign diplomas have
    /// numbers of several forms.
    /// </summary>
    private static bool IsVerificationCode(Form form, string code) =>
        NeedsVerificationCode(form) && !NeedsValidity(form)
            ? code.Length is >= 6 and <= LongestNumber && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            : code.Length switch
            {
                12 => code.All(char.IsAsciiDigit),
                16 => code.All(char.IsAsciiLetterOrDigit),
                _ => false,
            };

    /// <summary>Old ones have words around the number: "鲁成毕字第001234号".</summary>
    private static bool IsCertificateNumber(string number) =>
        number.Any(char.IsAsciiDigit)
        && number
            .EnumerateRunes()
            .All(rune => Rune.IsLetterOrDigit(rune) || "()[]〔〕【】-/. ".Contains(rune.ToString()));

    private static FormProblem At(int i, string member, FormProblemCode code, string? argument = null) =>
        new(FormField.Education, Path(i, member), code, argument);

    private static string Path(int i, string member) => $"education[{i}].{member}";
}
