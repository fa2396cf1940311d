using System.Reflection;
using System.Text.RegularExpressions;

namespace Enrollment.Tests.Security;

/// <summary>docs/security.md names a test for each measure: each of them is there.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly ILookup<string, Type> Types = Assembly
        .GetExecutingAssembly()
        .GetTypes()
        .ToLookup(type => type.Name, StringComparer.Ordinal);

    [Fact]
    public async Task Every_test_that_the_document_names_exists()
    {
        var text = await File.ReadAllTextAsync(
            Repository.PathTo("docs", "security.md"),
            TestContext.Current.CancellationToken
        );
        var named = Named().Matches(text).Select(match => match.Groups["name"].Value).Distinct().ToList();
        Assert.True(named.Count > 30, $"Only {named.Count} tests are named.");
        Assert.All(named, name => Assert.True(Exists(name), name));
    }

    [Theory]
    [InlineData("NoSuchTests")]
    [InlineData("SecurityDocumentTests.No_such_test")]
    [InlineData("SecurityDocumentTests.Exists")]
    public void A_test_that_is_gone_would_be_missed(string name) => Assert.False(Exists(name));

    private static bool Exists(string name)
    {
        var parts = name.Split('.');
        return Types[parts[0]]
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes<FactAttribute>(inherit: true).Any())
            .Any(method => parts.Length == 1 || method.Name == parts[1]);
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]*(Tests|Contract)(\\.[A-Za-z_0-9]+)?)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
