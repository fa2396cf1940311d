using System.Globalization;
using Enrollment.Sqlite.Files;

namespace Enrollment.Sqlite.Keys;

/// <summary>
/// Whose data was erased, and when, as an append-only file beside the keys: it survives the restoring of an older backup,
/// which would otherwise bring the erased back.
/// </summary>
internal sealed class ErasureList(string folder)
{
    /// <summary>Also beside the database in every backup, so that a later backup brings the list to another machine.</summary>
    public const string FileName = "erasures.log";

    private readonly string _path = Path.Combine(folder, FileName);
    private readonly Lock _lock = new();

    public void Add(Erasure erasure)
    {
        lock (_lock)
        {
            DurableFile.AppendLine(_path, $"{erasure.Application} {erasure.At.UtcDateTime:O}");
        }
    }

    /// <summary>Adds whom another list has and this one does not.</summary>
    public void Merge(string otherFile)
    {
        var known = Read().Select(erasure => erasure.Application).ToHashSet();
        foreach (var erasure in ReadFrom(otherFile).Where(erasure => known.Add(erasure.Application)))
        {
            Add(erasure);
        }
    }

    public IReadOnlyList<Erasure> Read() => ReadFrom(_path);

    private static IReadOnlyList<Erasure> ReadFrom(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<Erasure>()] : [];

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
