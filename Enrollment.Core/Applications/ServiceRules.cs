using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>The candidate as a member and an official (R4): party, employment, and whether the season admits them.</summary>
internal static class ServiceRules
{
    /// <summary>Party constitution, article 1.</summary>
    private const int LeastAgeToJoin = 18;

    /// <summary>
    /// Labour Law, article 15. Its exception (performers, athletes, special crafts) needs a permit and counts as
    /// training, not as 参加工作; an earlier month is far more likely a slip, and such slips end in a personnel file.
    /// </summary>
    private const int LeastAgeToWork = 16;

    public static IEnumerable<FormProblem> Check(Season season, Form form, DateOnly today) =>
        Party(season, form, today).Concat(Employment(season, form, today)).Concat(Programme(season, form));

    private static IEnumerable<FormProblem> Party(Season season, Form form, DateOnly today)
    {
        if (form.PoliticalStatus is not null && !form.IsPartyMember && !season.Eligibility.AdmitsOtherPoliticalStatuses)
        {
            yield return FormRules.Problem(FormField.PoliticalStatus, FormProblemCode.NotAdmitted);
        }
        if (form is { IsPartyMember: true, PartyJoined: { } joined })
        {
            foreach (var problem in Month(FormField.PartyJoined, joined, LeastAgeToJoin, form.BirthDate, today))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<FormProblem> Employment(Season season, Form form, DateOnly today)
    {
        if (form.FirstEmployed is not { } first)
        {
            yield break;
        }
        foreach (var problem in Month(FormField.FirstEmployed, first, LeastAgeToWork, form.BirthDate, today))
        {
            yield return problem;
        }
        var years = season.Eligibility.LeastYearsOfService;
        var countedAt = season.Eligibility.ServiceCountedAt ?? YearMonth.Of(today);
        if (countedAt.MonthsSince(first) < years * 12)
        {
            yield return FormRules.Problem(FormField.FirstEmployed, FormProblemCode.ServiceTooShort, $"{years}");
        }
    }

    /// <summary>A month that has come, and in which the person was old enough.</summary>
    private static IEnumerable<FormProblem> Month(
        FormField field,
        YearMonth month,
        int leastAge,
        DateOnly? birthDate,
        DateOnly today
    )
    {
        if (month > YearMonth.Of(today))
        {
            yield return FormRules.Problem(field, FormProblemCode.InTheFuture);
        }
        else if (birthDate is { Year: >= 1900 and < 2900 } birth && month < YearMonth.Of(birth.AddYears(leastAge)))
        {
            var earliest = YearMonth.Of(birth.AddYears(leastAge));
            yield return FormRules.Problem(field, FormProblemCode.TooEarly, earliest.ToString());
        }
    }

    private static IEnumerable<FormProblem> Programme(Season season, Form form)
    {
        if (form.Programme is { } programme && !season.Programmes.Contains(programme))
        {
            yield return FormRules.Problem(FormField.Programme, FormProblemCode.UnknownChoice);
        }
    }
}
