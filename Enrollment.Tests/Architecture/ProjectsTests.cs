using System.Reflection;
using System.Xml.Linq;

namespace Enrollment.Tests.Architecture;

/// <summary>The projects are those of the design, and each references only what it may.</summary>
public sealed class ProjectsTests
{
    /// <summary>Each project with the projects it may reference. Hosts compose; nothing references a host but tests.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Enrollment.Core"] = [],
        ["Enrollment.Api"] = ["Enrollment.Core"],
        ["Enrollment.Sqlite"] = ["Enrollment.Core"],
        ["Enrollment.Azure"] = ["Enrollment.Core"],
        ["Enrollment.Server"] = ["Enrollment.Core", "Enrollment.Api", "Enrollment.Sqlite", "Enrollment.Azure"],
        ["Enrollment.Functions"] = ["Enrollment.Core", "Enrollment.Api", "Enrollment.Azure"],
        ["Enrollment.Tests"] = ["Enrollment.Server", "Enrollment.Azure"],
        ["Enrollment.Functions.Tests"] = ["Enrollment.Functions", "Enrollment.Azure", "Enrollment.Tests"],
        ["Enrollment.Benchmarks"] = ["Enrollment.Server"],
    };

    /// <summary>Folders named after a role in a program say nothing about the trade.</summary>
    private static readonly HashSet<string> EmptyWords =
    [
        "Utils",
        "Common",
        "Models",
        "Dtos",
        "Interfaces",
        "Helpers",
        "Services",
        "Managers",
        "Shared",
        "Misc",
    ];

    public static TheoryData<string> Projects =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Root, "Enrollment.*")
                .Select(folder => Path.GetFileName(folder)!),
        ];

    [Theory, MemberData(nameof(Projects))]
    public void Every_project_is_one_of_the_design_and_references_only_what_it_may(string project)
    {
        Assert.Contains(project, Allowed.Keys);
        var file = XDocument.Load(Repository.PathTo(project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));
        Assert.Empty(references.Except(Allowed[project]));
    }

    [Theory, MemberData(nameof(Projects))]
    public void Every_folder_is_a_noun_of_the_trade(string project) =>
        Assert.DoesNotContain(
            Repository.Folders(Repository.PathTo(project)),
            folder => EmptyWords.Contains(Path.GetFileName(folder))
        );

    [Fact]
    public void Core_uses_no_host_and_no_store() => Assert.DoesNotContain(Used("Enrollment.Core"), IsHostOrStore);

    [Fact]
    public void The_api_uses_core_and_the_framework_only() =>
        Assert.DoesNotContain(
            Used("Enrollment.Api"),
            name =>
                name != "Enrollment.Core"
                && (name.StartsWith("Enrollment", StringComparison.Ordinal) || IsStore(name) || IsDrawing(name))
        );

    [Theory]
    [InlineData("Enrollment.Sqlite")]
    [InlineData("Enrollment.Azure")]
    public void A_store_uses_no_host_and_draws_nothing(string store) =>
        Assert.DoesNotContain(Used(store), name => IsHost(name) || IsDrawing(name));

    /// <summary>Images and papers are drawn in two folders; the rest of the rules reads without a graphics library.</summary>
    [Fact]
    public void Core_touches_the_graphics_libraries_only_in_Materials_and_Documents()
    {
        var core = Repository.PathTo("Enrollment.Core");
        string[] places =
        [
            Path.Combine(core, "Materials") + Path.DirectorySeparatorChar,
            Path.Combine(core, "Documents") + Path.DirectorySeparatorChar,
        ];
        Assert.DoesNotContain(
            Repository.Sources(core),
            file =>
                !places.Any(place => file.StartsWith(place, StringComparison.Ordinal))
                && IsDrawing(File.ReadAllText(file))
        );
    }

    private static string[] Used(string assembly) =>
        [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!)];

    private static bool IsHostOrStore(string name) => IsHost(name) || IsStore(name);

    private static bool IsHost(string name) =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Azure", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.Hosting", StringComparison.Ordinal);

    private static bool IsStore(string name) =>
        name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Azure.", StringComparison.Ordinal);

    private static bool IsDrawing(string text) =>
        text.Contains("SkiaSharp", StringComparison.Ordinal)
        || text.Contains("HarfBuzzSharp", StringComparison.Ordinal);
}
