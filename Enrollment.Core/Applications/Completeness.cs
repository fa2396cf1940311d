using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>What is missing before submission (R10): the form's problems and the materials' shortcomings.</summary>
public sealed record Completeness(ValueList<FormProblem> FormProblems, ValueList<Shortcoming> Shortcomings)
{
    public bool IsComplete => FormProblems.Count == 0 && Shortcomings.Count == 0;

    /// <param name="today">The day in China, for "not in the future".</param>
    public static Completeness Of(Season season, Application application, DateOnly today) =>
        new(
            FormRules.Check(season, Known(application.OpenedAccount), application.Form, today),
            [
                .. Lifecycle
                    .OutstandingConsents(season, application)
                    .Select(consent => new Shortcoming(ShortcomingCode.ConsentMissing) { Consent = consent.Kind }),
                .. MaterialRules.Shortcomings(application.Form, application.Images),
            ]
        );

    private static KnownAccount Known(Account account) => new(account.Name, account.IdentityNumber);
}
