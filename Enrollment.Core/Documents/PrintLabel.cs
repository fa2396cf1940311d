namespace Enrollment.Documents;

/// <summary>
/// What tells one print from another, and is not content: the application's number, which version of the paper it
/// is, the day it was made, and the signed text of its QR code (<see cref="PrintSeal"/>; empty for a preview).
/// </summary>
public sealed record PrintLabel(string Number, int Version, DateOnly PrintedOn, string Code);
