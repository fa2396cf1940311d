using System.Text.RegularExpressions;

namespace Enrollment.Tests.Architecture;

/// <summary>What is written for readers leads to what is there.</summary>
public sealed partial class ReadingTests
{
    public static TheoryData<string> Documents =>
        [
            "README.md",
            .. Directory
                .EnumerateFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file)),
        ];

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_of_a_document_leads_to_a_file_of_the_repository(string document)
    {
        var folder = Path.GetDirectoryName(Repository.PathTo(document))!;
        var targets = Link()
            .Matches(File.ReadAllText(Repository.PathTo(document)))
            .Select(link => link.Groups["to"].Value);
        Assert.All(
            targets.Where(target => !target.StartsWith("http", StringComparison.Ordinal)),
            target => Assert.True(Path.Exists(Path.Combine(folder, target)), target)
        );
    }

    [Fact]
    public void The_readme_names_every_project()
    {
        var readme = File.ReadAllText(Repository.PathTo("README.md"));
        Assert.All(
            Directory.EnumerateDirectories(Repository.Root, "Enrollment.*").Select(Path.GetFileName),
            project => Assert.Contains($"| `{project}` |", readme, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_rules_that_the_code_cites_are_in_the_index()
    {
        var index = File.ReadAllText(Repository.PathTo("docs", "rules.md"));
        var cited = Directory
            .EnumerateDirectories(Repository.Root, "Enrollment.*")
            .SelectMany(Repository.Sources)
            .SelectMany(file => Rule().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("R7", cited);
        Assert.All(cited, rule => Assert.Contains($"| {rule} |", index, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<to>[^)#]+)[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=///? ?[^\n]*\b)R\d{1,2}\b", RegexOptions.None, 1000)]
    private static partial Regex Rule();
}
