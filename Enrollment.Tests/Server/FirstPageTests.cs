using System.Text.RegularExpressions;
using Enrollment.Materials;

namespace Enrollment.Tests.Server;

/// <summary>The page at <c>/</c>, as it lies beside the server.</summary>
public sealed partial class FirstPageTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static readonly string Html = File.ReadAllText(Path.Combine(Folder, "unbuilt.html"));

    private static readonly string[] Links = [.. Link().Matches(Html).Select(match => match.Groups["to"].Value)];

    [Fact]
    public void It_passes_a_content_security_policy_without_exceptions()
    {
        Assert.DoesNotContain("<script", Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(InlineCode(), Html);
    }

    [Fact]
    public void It_asks_360_for_its_fast_mode() =>
        Assert.Contains("<meta name=\"renderer\" content=\"webkit\" />", Html, StringComparison.Ordinal);

    [Fact]
    public void Its_places_and_files_exist()
    {
        Assert.All(
            Links.Where(link => link.StartsWith('#')),
            link => Assert.Contains($"id=\"{link[1..]}\"", Html, StringComparison.Ordinal)
        );
        Assert.All(
            Links.Where(link => link.StartsWith('/') && !link.StartsWith("/api/", StringComparison.Ordinal)),
            link => Assert.True(File.Exists(Path.Combine(Folder, link[1..])), link)
        );
    }

    [Fact]
    public void It_leads_outside_only_to_where_records_are_ordered() =>
        Assert.Equal(
            ["https://www.chsi.com.cn/xwcx/index.jsp", "https://my.chsi.com.cn/archive/index.jsp"],
            Links.Where(link => link.Contains("//", StringComparison.Ordinal))
        );

    [Fact]
    public void It_states_the_standards_that_inspection_applies()
    {
        var standards = new ImageStandards();
        Assert.Contains(
            $"不小于 {standards.PhotoMinWidth}×{standards.PhotoMinHeight} 像素",
            Html,
            StringComparison.Ordinal
        );
        Assert.Contains($"{standards.PhotoMaxAgeMonths} 个月内", Html, StringComparison.Ordinal);
        Assert.Contains(
            $"{standards.PhotoMinBytes / 1000}K–{standards.PhotoMaxBytes / 1024}K",
            Html,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{standards.ScanMinBytes / 1000}K–{standards.ScanMaxBytes / 1024}K",
            Html,
            StringComparison.Ordinal
        );
        Assert.Contains($"不低于 {standards.ScanMinDpi} DPI", Html, StringComparison.Ordinal);
    }

    [GeneratedRegex("(href|src)=\"(?<to>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("""\s(?:style|on\w+)=|javascript:""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineCode();
}
