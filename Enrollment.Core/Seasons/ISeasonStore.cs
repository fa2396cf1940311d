namespace Enrollment.Seasons;

/// <summary>Where seasons are kept. One is open at a time; the others are history.</summary>
public interface ISeasonStore
{
    /// <summary>The open season, or null before the first was set up.</summary>
    Task<Season?> CurrentAsync(CancellationToken cancellationToken);

    Task<Season?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Every season that there was, in no order.</summary>
    Task<IReadOnlyList<Season>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Saves a season's settings and makes it the open one.</summary>
    Task SaveAsync(Season season, CancellationToken cancellationToken);

    /// <summary>The file of the season's admission rules (招生办法), or null.</summary>
    Task<byte[]?> ReadAdmissionRulesAsync(string season, CancellationToken cancellationToken);

    Task SaveAdmissionRulesAsync(string season, ReadOnlyMemory<byte> file, CancellationToken cancellationToken);
}
