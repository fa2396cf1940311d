using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Collections;

namespace Enrollment.Api.Access;

/// <summary>Who is signed in.</summary>
public sealed record SessionAnswer
{
    /// <summary>"candidate" or "staff".</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The candidate's application.</summary>
    public ApplicationId? Application { get; init; }

    /// <summary>报名号</summary>
    public string? Number { get; init; }

    /// <summary>The staff member's account.</summary>
    public string? Staff { get; init; }

    public ValueList<Role>? Roles { get; init; }

    internal static SessionAnswer OfCandidate(Application application) =>
        new()
        {
            Kind = "candidate",
            Name = application.OpenedAccount.Name,
            Application = application.Id,
            Number = application.Number,
        };

    internal static SessionAnswer OfStaff(Caller caller) =>
        new()
        {
            Kind = "staff",
            Name = caller.Staff.Name,
            Staff = caller.Staff.Id,
            Roles = caller.Roles,
        };

    internal static SessionAnswer OfStaff(StaffAccount account) =>
        new()
        {
            Kind = "staff",
            Name = account.Name,
            Staff = account.Id,
            Roles = account.Roles,
        };
}
