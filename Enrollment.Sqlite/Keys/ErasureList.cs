using System.Globalization;
using Enrollment.Sqlite.Files;

namespace Enrollment.Sqlite.Keys;

/// <summary>
/// Whose data was erased, and when, as an append-only file beside the keys: it survives the restoring of an older backup,
/// which would otherwise bring the erased back.
/// </summary>
internal sealed class ErasureList(string keyFolder)
{
    private readonly string _path = Path.Combine(keyFolder, "erasures.log");
    private readonly Lock _lock = new();

    public void Add(Erasure erasure)
    {
        lock (_lock)
        {
            DurableFile.AppendLine(_path, $"{erasure.Application} {erasure.At.UtcDateTime:O}");
        }
    }

    public IReadOnlyList<Erasure> Read() =>
        File.Exists(_path) ? [.. File.ReadLines(_path).Select(Parse).OfType<Erasure>()] : [];

    // A line cut off by a power failure was not acknowledged; its erasure is asked for again.
    private static Erasure? Parse(string line) =>
        line.Split(' ') is [var id, var at]
        && ApplicationId.TryParse(id, null, out var application)
        && DateTimeOffset.TryParseExact(
            at,
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? new Erasure(application, instant)
            : null;
}
