namespace Enrollment.Server.Simulation;

/// <summary>On which day after the opening of an account things happen.</summary>
/// <param name="FillInDays">Candidates fill in on one of the first so many evenings.</param>
/// <param name="AnswerDay">A returned application is corrected in the evening.</param>
internal sealed record Pace(
    int FillInDays,
    int ReviewDay,
    int AnswerDay,
    int FetchDay,
    int OnSiteDay,
    int SecondVisitDay
)
{
    /// <summary>Of a season as the calendar of <see cref="MadeUpSeason.Starting"/> has it.</summary>
    public static Pace OfSeason { get; } = new(4, 14, 16, 17, 42, 44);

    /// <summary>Everything within nine days, for the demo.</summary>
    public static Pace OfDemo { get; } = new(1, 4, 6, 6, 8, 10);
}
