using System.Globalization;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Seasons;

namespace Enrollment.Api.Candidates;

/// <summary>What keeps a form from being saved, because it could never be printed (R11).</summary>
internal static class PrintedForm
{
    /// <summary>Rows that a printed page could hold at most, of either table.</summary>
    private const int MaxRows = 100;

    /// <summary>Characters that a text of the form could hold at most; its own limits are tighter and told at submission.</summary>
    private const int MaxText = 2_000;

    public static ValueList<FormProblem> Check(Form form, Season season)
    {
        // What is far beyond any box is told without measuring it.
        ValueList<FormProblem> absurd = [.. Absurd(form)];
        if (absurd.Count > 0)
        {
            return absurd;
        }
        var fit = DocumentFit.Measure(form, season);
        return
        [
            .. fit
                .Boxes.Where(box => box.Overflows)
                .Select(box => new FormProblem(
                    box.Field,
                    box.Path,
                    FormProblemCode.OverflowsBox,
                    Math.Ceiling(box.Percent - 100).ToString(CultureInfo.InvariantCulture)
                )),
            .. fit.Unprintable.Select(one => new FormProblem(
                one.Field,
                one.Path,
                FormProblemCode.Unprintable,
                one.Character
            )),
        ];
    }

    private static IEnumerable<FormProblem> Absurd(Form form)
    {
        if (form.WorkHistory.Count > MaxRows || form.WorkHistory.Any(entry => entry.During.Count > MaxRows))
        {
            yield return new(FormField.WorkHistory, "workHistory", FormProblemCode.OverflowsBox, "900");
        }
        if (form.Education.Count > MaxRows)
        {
            yield return new(FormField.Education, "education", FormProblemCode.OverflowsBox, "900");
        }
        foreach (var (field, text) in TextsOf(form))
        {
            if (text?.Length > MaxText)
            {
                yield return new(field, Materials.WireName.Of(field), FormProblemCode.TooLong, $"{MaxText}");
            }
        }
    }

    private static IEnumerable<(FormField Field, string? Text)> TextsOf(Form form) =>
        [
            (FormField.Name, form.Name),
            (FormField.EthnicGroup, form.EthnicGroup),
            (FormField.BirthDateExplanation, form.BirthDateExplanation),
            (FormField.IdentityNumber, form.IdentityNumber),
            (FormField.NativePlace, form.NativePlace),
            (FormField.Email, form.Email),
            (FormField.PartyBranch, form.PartyBranch),
            (FormField.Employer, form.Employer),
            (FormField.Post, form.Post),
            (FormField.TitleSeries, form.TitleSeries),
            (FormField.AppointingAuthority, form.AppointingAuthority),
            (FormField.GraduationSchool, form.GraduationSchool),
            (FormField.Programme, form.Programme),
            (FormField.ChsiVerificationCode, form.ChsiVerificationCode),
            .. form.WorkHistory.SelectMany(entry =>
                new[] { entry.Place, entry.Post }
                    .Concat(entry.During.Select(line => line.Text))
                    .Select(text => (FormField.WorkHistory, text))
            ),
            .. form.Education.SelectMany(entry =>
                new[] { entry.Id, entry.School, entry.Major, entry.CertificateNumber, entry.Degree }.Select(text =>
                    (FormField.Education, text)
                )
            ),
        ];
}
