namespace Enrollment.Tests.Materials.Corpus;

/// <summary>docs/inspection.md: what the long proofs measured stands between two marks, the rest is written by hand.</summary>
internal static class InspectionDocument
{
    private const string Start = "<!-- corpus -->";
    private const string End = "<!-- /corpus -->";

    public static void Write(int images, string table)
    {
        var path = Path.Combine(Root(), "docs", "inspection.md");
        var text = File.ReadAllText(path);
        var (before, after) = (
            text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)],
            text[text.IndexOf(End, StringComparison.Ordinal)..]
        );
        File.WriteAllText(path, $"{before}\n{images} images:\n\n{table}{after}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Enrollment.slnx")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }
}
