namespace Enrollment.Azure.Applications;

/// <summary>The keys of one row by which an application is found.</summary>
internal sealed record IndexKey(string Partition, string Row)
{
    private const char Between = '\t';

    public static string WriteAll(IEnumerable<IndexKey> keys) =>
        string.Join('\n', keys.Select(key => $"{key.Partition}{Between}{key.Row}"));

    public static IReadOnlySet<IndexKey> ParseAll(string? text) =>
        text is not { Length: > 0 }
            ? new HashSet<IndexKey>()
            : text.Split('\n')
                .Select(line => line.Split(Between))
                .Select(key => new IndexKey(key[0], key[1]))
                .ToHashSet();
}
