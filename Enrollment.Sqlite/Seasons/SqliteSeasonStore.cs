using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Enrollment.Seasons;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Seasons;

/// <summary>Seasons: settings as JSON, and the admission rules beside them. The one saved last is open.</summary>
internal sealed class SqliteSeasonStore(Writer writer, Readers readers) : ISeasonStore
{
    /// <summary>How long settings are believed unread: another process may have saved others.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private volatile Parsed? _parsed;
    private int _saves;

    public Task<Season?> CurrentAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection =>
                connection.First(
                    "SELECT settings FROM seasons ORDER BY opened DESC LIMIT 1",
                    row => SeasonOf(row.GetString(0))
                ),
            cancellationToken
        );

    public async Task<Season?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var saves = Volatile.Read(ref _saves);
        if (_kept.TryGetValue(id, out var kept) && kept.Saves == saves && kept.Age.Elapsed < Freshness)
        {
            return kept.Season;
        }

        var age = Stopwatch.StartNew();
        var season = await readers.ReadAsync(
            connection =>
                connection.First(
                    "SELECT settings FROM seasons WHERE id = $id",
                    row => SeasonOf(row.GetString(0)),
                    ("$id", id)
                ),
            cancellationToken
        );
        if (season is not null)
        {
            _kept[id] = new Kept(season, saves, age);
        }
        return season;
    }

    public Task<IReadOnlyList<Season>> AllAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync<IReadOnlyList<Season>>(
            connection => connection.Query("SELECT settings FROM seasons", row => SeasonOf(row.GetString(0))),
            cancellationToken
        );

    public async Task SaveAsync(Season season, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            connection =>
            {
                connection.Execute(
                    """
                    INSERT INTO seasons (id, opened, settings)
                    VALUES ($id, (SELECT coalesce(max(opened), 0) + 1 FROM seasons), $settings)
                    ON CONFLICT (id) DO UPDATE SET opened = excluded.opened, settings = excluded.settings
                    """,
                    ("$id", season.Id),
                    ("$settings", Encoding.UTF8.GetString(StoredJson.Write(season)))
                );
            },
            cancellationToken
        );
        Interlocked.Increment(ref _saves);
    }

    public Task<byte[]?> ReadAdmissionRulesAsync(string season, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection =>
                connection.First(
                    "SELECT file FROM admission_rules WHERE season = $season",
                    row => row.Bytes(0),
                    ("$season", season)
                ),
            cancellationToken
        );

    public Task SaveAdmissionRulesAsync(
        string season,
        ReadOnlyMemory<byte> file,
        CancellationToken cancellationToken
    ) =>
        writer.WriteAsync(
            connection =>
            {
                connection.Execute(
                    """
                    INSERT INTO admission_rules (season, file) VALUES ($season, $file)
                    ON CONFLICT (season) DO UPDATE SET file = excluded.file
                    """,
                    ("$season", season),
                    ("$file", file.ToArray())
                );
            },
            cancellationToken
        );

    // Parsed only when they have changed.
    private Season SeasonOf(string settings)
    {
        if (_parsed is { } parsed && parsed.Settings == settings)
        {
            return parsed.Season;
        }

        var season = StoredJson.Read<Season>(Encoding.UTF8.GetBytes(settings));
        _parsed = new Parsed(settings, season);
        return season;
    }

    private sealed record Parsed(string Settings, Season Season);

    /// <summary>What every command asks for, as read when so many seasons had been saved by this process.</summary>
    private sealed record Kept(Season Season, int Saves, Stopwatch Age);
}
