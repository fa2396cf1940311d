using Enrollment.Applications;
using Enrollment.Materials;

namespace Enrollment.Azure.Orchestration;

/// <summary>
/// An orchestration's custom status: with it the list of orchestrations reads as the season's state. It says nothing of
/// the person.
/// </summary>
/// <param name="Stage">The stage's wire name; "erased" where there is nobody any more.</param>
/// <param name="WaitsFor">receipt, submission, review, print, originals, payment; or nothing.</param>
/// <param name="NextWake">When time alone changes something: a reminder, a deadline, the calendar, a retry.</param>
public sealed record LifecycleStatus(string Stage, DateTimeOffset? Deadline, string? WaitsFor, DateTimeOffset? NextWake)
{
    public static LifecycleStatus Of(Application? application, DateTimeOffset? nextWake) =>
        application is null
            ? new("erased", null, null, nextWake)
            : new(
                WireName.Of(application.Stage.Name),
                ApplicationSummary.Of(application).Deadline,
                WaitsForIn(application.Stage.Name),
                nextWake
            );

    private static string? WaitsForIn(StageName stage) =>
        stage switch
        {
            StageName.Unopened or StageName.Invited => "receipt",
            StageName.Draft or StageName.Returned => "submission",
            StageName.Submitted => "review",
            StageName.Approved => "print",
            StageName.Printed => "originals",
            StageName.OriginalsVerified => "payment",
            StageName.Paid or StageName.Abandoned or StageName.Rejected or StageName.Withdrawn => null,
        };
}
