using Enrollment.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser;

/// <summary>
/// The embedded host with the pages that were built last (<c>static-web/build</c>), its store and its frozen clock, for
/// people who come with a browser.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    /// <summary>A desktop's window.</summary>
    public static readonly ViewportSize Desktop = new() { Width = 1280, Height = 900 };

    /// <summary>A small phone's.</summary>
    public static readonly ViewportSize Phone = new() { Width = 360, Height = 720 };

    /// <summary>The pages that were built last.</summary>
    public static readonly string Pages = Repository.PathTo("static-web", "dist");

    private readonly IBrowser _browser;
    private readonly List<Visitor> _visitors = [];

    private Site(TestHost host, IBrowser browser) => (Host, _browser) = (host, browser);

    public TestHost Host { get; }

    /// <param name="compose">Has the last word on the services.</param>
    /// <param name="now">Where the server's clock stands; <see cref="TestHost.Time"/> moves it.</param>
    /// <param name="settings">As on the command line.</param>
    public static async Task<Site> OpenAsync(
        Chromium chromium,
        Action<IServiceCollection>? compose = null,
        DateTimeOffset? now = null,
        params IEnumerable<string> settings
    )
    {
        RequirePages();
        var browser = await chromium.StartedAsync();
        var host = await TestHost.StartAsync(compose, now: now, settings: [$"--Server:Pages={Pages}", .. settings]);
        return new(host, browser);
    }

    /// <summary>A person with a browser of their own, which knows nothing yet.</summary>
    public async Task<Visitor> VisitorAsync(ViewportSize? viewport = null)
    {
        var visitor = await Visitor.OfAsync(_browser, Host.Address, viewport ?? Desktop);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Skips the test on a machine that could not build the pages.</summary>
    public static void RequirePages() =>
        Assert.SkipUnless(
            Directory.Exists(Pages),
            "The web pages are not built (static-web/build, which needs Node 20)"
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }
        await Host.DisposeAsync();
        var complaints = string.Join('\n', _visitors.SelectMany(visitor => visitor.Complaints));
        Assert.True(complaints.Length == 0, complaints);
    }
}
