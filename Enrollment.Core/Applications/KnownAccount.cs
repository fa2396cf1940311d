using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>What staff knew when they opened the account (R1), which the form is checked against.</summary>
public sealed record KnownAccount(string Name, IdentityNumber? IdentityNumber);
