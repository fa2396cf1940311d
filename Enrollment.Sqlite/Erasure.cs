namespace Enrollment.Sqlite;

/// <summary>An application whose personal data was erased: its skeleton is all that is left.</summary>
public sealed record Erasure(ApplicationId Application, DateTimeOffset At);
