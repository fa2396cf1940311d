using System.Text.Json;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Server;

/// <summary>How the embedded host serves the front ends that were built into a folder.</summary>
public sealed class WebPagesTests : IDisposable
{
    private readonly DirectoryInfo _pages = Directory.CreateTempSubdirectory("pages-");

    public WebPagesTests()
    {
        Write("index.html", "candidates");
        Write("staff/index.html", "staff");
        Write("assets/candidate-1f.js", "script");
        Write("assets/candidate-1f.js.br", "compressed script");
    }

    [Fact]
    public void What_run_starts_has_every_built_page_beside_it()
    {
        var built = Repository.PathTo("static-web", "dist");
        Assert.SkipUnless(Directory.Exists(built), "The web pages are not built: static-web/build");
        // bin/Release/net10.0 of the server, as of these tests.
        var output = Path.GetRelativePath(Repository.PathTo("Enrollment.Tests"), AppContext.BaseDirectory);

        var beside = Repository.PathTo("Enrollment.Server", output, "pages");

        Assert.Equal(FilesIn(built), Directory.Exists(beside) ? FilesIn(beside) : []);
    }

    [Theory]
    [InlineData("/", "candidates")]
    [InlineData("/form", "candidates")]
    [InlineData("/help/five-days", "candidates")]
    [InlineData("/staff", "staff")]
    [InlineData("/staff/setup", "staff")]
    public async Task An_address_inside_a_front_end_gets_its_page(string path, string page)
    {
        await using var host = await StartAsync();
        var answer = await host.Anybody().GetAsync(path);
        Assert.Equal((200, "text/html", page), (answer.Status, answer.MediaType, answer.Text));
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("/api/nowhere")]
    [InlineData("/API/nowhere")]
    [InlineData("/assets/never-built.js")]
    [InlineData("/assets/../../appsettings.json")]
    public async Task An_address_that_is_none_gets_no_page(string path)
    {
        await using var host = await StartAsync();
        Assert.Equal(404, (await host.Anybody().GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_browser_that_reads_brotli_gets_the_compressed_copy_for_good()
    {
        await using var host = await StartAsync();
        var client = host.Anybody();
        Assert.Equal("script", (await client.GetAsync("/assets/candidate-1f.js")).Text);
        client.Headers.Add("Accept-Encoding", "gzip, br");
        var answer = await client.GetAsync("/assets/candidate-1f.js");
        Assert.Equal(("text/javascript", "compressed script"), (answer.MediaType, answer.Text));
        Assert.Equal("br", answer.Headers["Content-Encoding"]);
        Assert.Equal("Accept-Encoding", answer.Headers["Vary"]);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Without_built_pages_the_first_address_answers_all_the_same()
    {
        await using var host = await TestHost.StartAsync(settings: $"--Server:Pages={_pages.FullName}/none");
        var answer = await host.Anybody().GetAsync("/");
        Assert.Equal((200, "text/html"), (answer.Status, answer.MediaType));
        Assert.Contains("在职干部研究生报名系统", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Azure Static Web Apps serves the same pages: what it tells the browser is what this host tells it.</summary>
    [Fact]
    public async Task The_configuration_for_static_hosting_says_the_same_to_the_browser()
    {
        var file = Repository.PathTo("static-web", "staticwebapp.config.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        using var configuration = JsonDocument.Parse(text);
        // Published as that host publishes: by https alone.
        await using var host = await StartAsync("--Access:PublicOrigin=https://baoming.example.cn");
        var answer = await host.Anybody().GetAsync("/");
        Assert.All(
            configuration.RootElement.GetProperty("globalHeaders").EnumerateObject(),
            header => Assert.Equal(header.Value.GetString(), answer.Headers[header.Name])
        );
    }

    public void Dispose() => _pages.Delete(recursive: true);

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Order(StringComparer.Ordinal);

    private Task<TestHost> StartAsync(params string[] settings) =>
        TestHost.StartAsync(settings: [$"--Server:Pages={_pages.FullName}", .. settings]);

    private void Write(string name, string content)
    {
        var file = Path.Combine(_pages.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
