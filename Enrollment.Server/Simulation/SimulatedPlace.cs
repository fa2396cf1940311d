using Enrollment.Seasons;

namespace Enrollment.Server.Simulation;

/// <summary>Where a simulated season leaves its data, and what it starts from.</summary>
/// <param name="KeyFolder">Beside the data folder when null.</param>
internal sealed record SimulatedPlace(string DataFolder, string? KeyFolder, Season Season, Pace Pace)
{
    /// <summary>The storage account in place of the data folder, under a prefix of its own; null for SQLite.</summary>
    public string? Connection { get; init; }
}

/// <summary>One candidate to be played: what happens to them, and on which day their account is opened.</summary>
internal sealed record Part(Fate Fate, DateOnly Opens);
