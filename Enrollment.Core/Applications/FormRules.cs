using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// Everything that keeps a form from being submitted (R4–R6), told all at once in the form's order; a draft may be
/// saved with any of it (暂存, R10). Whether text fits its printed box is measured by the documents (R11).
/// </summary>
public static class FormRules
{
    /// <param name="season">Its programmes and who may apply.</param>
    /// <param name="account">What staff opened the account with.</param>
    /// <param name="form">As <see cref="FormText.Normalised"/> leaves it.</param>
    /// <param name="today">The day that it is in China.</param>
    public static ValueList<FormProblem> Check(Season season, KnownAccount account, Form form, DateOnly today) =>
        [
            .. Required(form)
                .Concat(TooLong(form))
                .Concat(PersonRules.Check(account, form, today))
                .Concat(ServiceRules.Check(season, form, today))
                .Concat(WorkHistoryRules.Check(form, today))
                .Concat(EducationRules.Check(form, today))
                .OrderBy(problem => problem.Field),
        ];

    internal static FormProblem Problem(FormField field, FormProblemCode code, string? argument = null) =>
        new(field, Materials.WireName.Of(field), code, argument);

    /// <summary>Email is the one field that nobody needs: everything is told by text message (R15).</summary>
    private static IEnumerable<FormProblem> Required(Form form) =>
        FormFields
            .All.Where(field => IsRequired(form, field) && FormFields.IsEmpty(form, field))
            .Select(field => Problem(field, FormProblemCode.Missing));

    private static bool IsRequired(Form form, FormField field) =>
        field switch
        {
            FormField.Name
            or FormField.Sex
            or FormField.EthnicGroup
            or FormField.BirthDate
            or FormField.IdentityNumber
            or FormField.NativePlace
            or FormField.PoliticalStatus
            or FormField.FirstEmployed
            or FormField.Employer
            or FormField.Post
            or FormField.TitleSeries
            or FormField.AppointingAuthority
            or FormField.SealOffice
            or FormField.EducationLevel
            or FormField.GraduationSchool
            or FormField.GraduationMonth
            or FormField.Programme
            or FormField.WorkHistory => true,
            FormField.PartyJoined or FormField.PartyBranch => form.IsPartyMember,
            FormField.TitleGrade => !form.HasNoTitle,
            FormField.ChsiVerificationCode => EducationRules.NeedsVerificationCode(form),
            FormField.ChsiValidUntil => EducationRules.NeedsValidity(form),
            // A birth date that needs its explanation, and the bachelor's entry, have problems of their own.
            FormField.Email or FormField.BirthDateExplanation or FormField.Education => false,
        };

    /// <summary>
    /// Characters that each text may have: what its box on the registration form could hold at the smallest type, with
    /// room to spare, so that the measured fit (R11) and not this limit is what people meet.
    /// </summary>
    private static IEnumerable<FormProblem> TooLong(Form form) =>
        new (FormField Field, string? Text, int Most)[]
        {
            (FormField.Name, form.Name, 30),
            (FormField.BirthDateExplanation, form.BirthDateExplanation, 200),
            (FormField.NativePlace, form.NativePlace, 40),
            (FormField.Email, form.Email, 100),
            (FormField.PartyBranch, form.PartyBranch, 80),
            (FormField.Employer, form.Employer, 80),
            (FormField.Post, form.Post, 80),
            (FormField.TitleSeries, form.TitleSeries, 40),
            (FormField.AppointingAuthority, form.AppointingAuthority, 80),
            (FormField.GraduationSchool, form.GraduationSchool, 80),
        }.SelectMany(box => TextLength.Check(box.Field, Materials.WireName.Of(box.Field), box.Text, box.Most));
}
