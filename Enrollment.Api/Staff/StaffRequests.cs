namespace Enrollment.Api.Staff;

/// <summary>What many of the staff's acts ask for.</summary>
public sealed record ReasonRequest(string Reason);

/// <summary>A reason that may be left out.</summary>
public sealed record OptionalReasonRequest(string? Reason = null);
