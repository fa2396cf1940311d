using System.Text;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>Who the candidate is (R4): name, identity number, sex, birth date, ethnic group, email.</summary>
internal static class PersonRules
{
    public static IEnumerable<FormProblem> Check(KnownAccount account, Form form, DateOnly today) =>
        Name(account, form).Concat(Number(account, form)).Concat(Birth(form, today)).Concat(Rest(form));

    private static IEnumerable<FormProblem> Name(KnownAccount account, Form form)
    {
        if (form.Name is not { } name)
        {
            yield break;
        }
        if (!IsName(name))
        {
            yield return FormRules.Problem(FormField.Name, FormProblemCode.Malformed);
        }
        else if (name != account.Name.AsName())
        {
            yield return FormRules.Problem(FormField.Name, FormProblemCode.DiffersFromAccount);
        }
    }

    private static IEnumerable<FormProblem> Number(KnownAccount account, Form form)
    {
        if (form.IdentityNumber is null)
        {
            yield break;
        }
        var fault = IdentityNumber.Check(form.IdentityNumber, out var number);
        if (number is null)
        {
            yield return FormRules.Problem(FormField.IdentityNumber, CodeOf(fault));
            yield break;
        }
        if (account.IdentityNumber is { } known && known != number)
        {
            yield return FormRules.Problem(FormField.IdentityNumber, FormProblemCode.DiffersFromAccount);
        }
        if (form.Sex is { } sex && sex != number.Sex)
        {
            yield return FormRules.Problem(FormField.Sex, FormProblemCode.SexDiffers);
        }
        // The personnel file may rightly say another day (以组织认定为准): then the candidate says why.
        if (form.BirthDate is { } birth && birth != number.BirthDate && form.BirthDateExplanation is null)
        {
            yield return FormRules.Problem(
                FormField.BirthDate,
                FormProblemCode.BirthDateDiffers,
                $"{number.BirthDate:yyyy-MM-dd}"
            );
        }
    }

    private static IEnumerable<FormProblem> Birth(Form form, DateOnly today)
    {
        if (form.BirthDate > today)
        {
            yield return FormRules.Problem(FormField.BirthDate, FormProblemCode.InTheFuture);
        }
        else if (form.BirthDate?.Year < 1900)
        {
            yield return FormRules.Problem(FormField.BirthDate, FormProblemCode.TooEarly, "1900-01");
        }
    }

    private static IEnumerable<FormProblem> Rest(Form form)
    {
        if (form.EthnicGroup is { } group && !EthnicGroups.All.Contains(group))
        {
            yield return FormRules.Problem(FormField.EthnicGroup, FormProblemCode.UnknownChoice);
        }
        if (form.Email is { } email && !IsEmail(email))
        {
            yield return FormRules.Problem(FormField.Email, FormProblemCode.Malformed);
        }
    }

    private static FormProblemCode CodeOf(IdentityNumberFault fault) =>
        fault switch
        {
            IdentityNumberFault.BirthDate => FormProblemCode.IdentityNumberDate,
            IdentityNumberFault.CheckCharacter => FormProblemCode.IdentityNumberCheck,
            IdentityNumberFault.Shape or IdentityNumberFault.None => FormProblemCode.IdentityNumberShape,
        };

    /// <summary>Two or more Chinese characters, rare ones included; a dot (·) stands only between two of them.</summary>
    private static bool IsName(string name) =>
        TextLength.Of(name) >= 2 && name.Split('·').All(part => part.Length > 0 && part.EnumerateRunes().All(IsHan));

    /// <summary>
    /// The blocks of Han characters of Unicode, and 〇. Private-use characters, which old systems put in place of
    /// rare ones, are not among them: no other machine shows them.
    /// </summary>
    private static bool IsHan(Rune rune) =>
        rune.Value
            is 0x3007
                or >= 0x3400
                and <= 0x4DBF
                or >= 0x4E00
                and <= 0x9FFF
                or >= 0xF900
                and <= 0xFAFF
                or >= 0x20000
                and <= 0x3FFFF;

    private static bool IsEmail(string email) =>
        email.Split('@') is [{ Length: > 0 } local, { Length: > 3 } domain]
        && local.All(c => c is > ' ' and <= '~')
        && domain.Split('.') is { Length: >= 2 } labels
        && labels.All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
