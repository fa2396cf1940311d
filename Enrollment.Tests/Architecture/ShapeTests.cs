using System.Reflection;

namespace Enrollment.Tests.Architecture;

/// <summary>What the sources look like: interfaces where there are two of a kind, files that hold one idea.</summary>
public sealed class ShapeTests
{
    private const int LongestFile = 300;

    private const int LongestProgram = 30;

    private static readonly Type[] ProductTypes =
    [
        .. new[]
        {
            "Enrollment.Core",
            "Enrollment.Api",
            "Enrollment.Sqlite",
            "Enrollment.Azure",
            "Enrollment.Server",
        }.SelectMany(name => Assembly.Load(name).GetTypes()),
    ];

    [Fact]
    public void An_interface_has_two_implementations() =>
        Assert.Empty(
            ProductTypes.Where(type => type.IsInterface && Implementations(type) < 2).Select(type => type.FullName)
        );

    [Fact]
    public void A_source_file_holds_one_idea()
    {
        var tooLong = Directory
            .EnumerateDirectories(Repository.Root, "Enrollment.*")
            .SelectMany(Repository.Sources)
            .Where(file => File.ReadLines(file).Count() > LongestFile)
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_program_adds_maps_and_runs() =>
        Assert.All(
            Directory
                .EnumerateDirectories(Repository.Root, "Enrollment.*")
                .Select(folder => Path.Combine(folder, "Program.cs"))
                .Where(File.Exists),
            file => Assert.InRange(File.ReadLines(file).Count(), 1, LongestProgram)
        );

    private static int Implementations(Type port) =>
        ProductTypes.Count(type =>
            type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(given => Definition(given) == port)
        );

    private static Type Definition(Type type) => type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
}
