using System.Text.Json;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Materials;

namespace Enrollment.Tests.Http;

/// <summary>The OpenAPI document: complete, kept in docs, and readable without the internet.</summary>
public sealed class ApiDocumentTests
{
    private static readonly string Kept = Repository.PathTo("docs", "api", "openapi.json");

    /// <summary>UPDATE_DOCS=1 writes it anew.</summary>
    [Fact]
    public async Task The_kept_document_is_the_served_one()
    {
        await using var host = await TestHost.StartAsync();
        var served =
            (await host.Anybody().GetAsync("/api/openapi.json")).Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Kept)!);
            await File.WriteAllTextAsync(Kept, served, TestContext.Current.CancellationToken);
        }
        Assert.True(File.Exists(Kept), "docs/api/openapi.json is missing: run the tests with UPDATE_DOCS=1.");
        var kept = await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken);
        Assert.True(kept == served, "docs/api/openapi.json is stale: run the tests with UPDATE_DOCS=1.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_tag_and_a_described_problem()
    {
        await using var host = await TestHost.StartAsync();
        var document = (await host.Anybody().GetAsync("/api/openapi.json")).Body;
        var operations = document
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(one => (Path: path.Name, Operation: one.Value)))
            .ToList();
        Assert.All(
            operations,
            one =>
            {
                Assert.True(one.Operation.TryGetProperty("operationId", out _), one.Path);
                Assert.True(one.Operation.TryGetProperty("tags", out _), one.Path);
                Assert.Contains(
                    "#/components/schemas/Problem",
                    one.Operation.GetProperty("responses").GetProperty("default").GetRawText(),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public async Task Slots_findings_stages_and_shortcomings_stand_in_it_by_their_wire_names()
    {
        await using var host = await TestHost.StartAsync();
        var schemas = (await host.Anybody().GetAsync("/api/openapi.json"))
            .Body.GetProperty("components")
            .GetProperty("schemas");
        AssertNames<Slot>(schemas);
        AssertNames<FindingCode>(schemas);
        AssertNames<StageName>(schemas);
    }

    [Fact]
    public async Task The_reference_page_and_its_script_come_from_here()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Anybody();
        var page = await client.GetAsync("/api/docs/");
        Assert.Equal("text/html", page.MediaType);
        Assert.DoesNotContain("//cdn", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, (await client.GetAsync("/api/docs/scalar.js")).Status);
    }

    /// <summary>Every refusal has its status and words.</summary>
    [Fact]
    public void Every_refusal_and_every_problem_can_be_told_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(
                Enum.GetValues<RefusalCode>(),
                code => Assert.NotEmpty(Problem.Of(new Refusal(code), language).ProblemDetails.Detail!)
            );
            Assert.All(
                Enum.GetValues<ProblemCode>(),
                code => Assert.NotEmpty(Problem.Of(code, language).ProblemDetails.Detail!)
            );
        }
    }

    private static void AssertNames<T>(JsonElement schemas)
        where T : struct, Enum =>
        Assert.Equal(
            Enum.GetValues<T>().Select(value => WireName.Of(value)),
            schemas.GetProperty(typeof(T).Name).GetProperty("enum").EnumerateArray().Select(name => name.GetString())
        );
}
