using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>What is missing before submission (R10): the form's problems and the materials' shortcomings.</summary>
public sealed record Completeness(ValueList<FormProblem> FormProblems, ValueList<Shortcoming> Shortcomings)
{
    private static readonly Completeness Nothing = new([], []);

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

    /// <summary>
    /// What there is left to do for the candidate: nothing while the office has it, since it was complete when it was
    /// submitted.
    /// </summary>
    /// <param name="today">As in <see cref="Of"/>.</param>
    public static Completeness Outstanding(Season season, Application application, DateOnly today) =>
        application.Stage is Stage.Submitted or Stage.Approved or Stage.Printed or Stage.OriginalsVerified or Stage.Paid
            ? Nothing
            : Of(season, application, today);

    private static KnownAccount Known(Account account) => new(account.Name, account.IdentityNumber);
}
