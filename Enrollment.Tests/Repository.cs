namespace Enrollment.Tests;

/// <summary>The checked-out tree, for tests that read sources or hold a document to the code.</summary>
public static class Repository
{
    private static readonly HashSet<string> Derived = ["bin", "obj", "node_modules", "dist", "TestResults"];

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Full paths of the folders below, without what builds leave behind.</summary>
    public static IEnumerable<string> Folders(string under) =>
        Directory
            .EnumerateDirectories(under)
            .Where(folder => !Derived.Contains(Path.GetFileName(folder)))
            .SelectMany(folder => Folders(folder).Prepend(folder));

    /// <summary>Full paths of the C# files below, generated ones left out.</summary>
    public static IEnumerable<string> Sources(string under) =>
        Folders(under).Prepend(under).SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"));

    private static string Find(DirectoryInfo? folder) =>
        folder switch
        {
            null => throw new InvalidOperationException("The tests run outside the repository."),
            _ when File.Exists(Path.Combine(folder.FullName, "Enrollment.slnx")) => folder.FullName,
            _ => Find(folder.Parent),
        };
}
