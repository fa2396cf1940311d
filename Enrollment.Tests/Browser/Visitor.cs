using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser;

/// <summary>A person's browser: one tab, or several. What its console complains of fails the journey in the end.</summary>
internal sealed partial class Visitor : IAsyncDisposable
{
    /// <summary>WCAG 2.2, levels A and AA.</summary>
    private static readonly List<string> Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly HashSet<int> _expected = [];

    private Visitor(IBrowserContext context) => _context = context;

    /// <summary>The first tab.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Errors of scripts, of the console, and answers that the journey did not expect.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>A person with a browser of their own, which knows nothing yet.</summary>
    public static async Task<Visitor> OfAsync(IBrowser browser, Uri server, ViewportSize viewport)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = server.ToString(),
                ViewportSize = viewport,
                Locale = "zh-CN",
                // The officials' clock; times are told in it wherever the browser is.
                TimezoneId = "Asia/Shanghai",
            }
        );
        // A slow machine fails no journey.
        context.SetDefaultTimeout(120_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        var visitor = new Visitor(context);
        visitor.Page = await visitor.TabAsync();
        return visitor;
    }

    /// <summary>Another tab of the same browser: the same session, the same drawers.</summary>
    public async Task<IPage> TabAsync()
    {
        var page = await _context.NewPageAsync();
        page.PageError += (_, error) => Complain($"script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message.Text))
            {
                Complain($"console: {message.Text} ({message.Location})");
            }
        };
        return page;
    }

    /// <summary>
    /// The browser writes every refused request to its console; a journey says beforehand which it is about to provoke.
    /// </summary>
    /// <param name="statuses">HTTP statuses, or 0 for a connection that is lost.</param>
    public void Expect(params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            _expected.Add(status);
        }
    }

    /// <summary>axe finds nothing on the page as it stands.</summary>
    public async Task IsAccessibleAsync(IPage? page = null)
    {
        var result = await (page ?? Page).RunAxe(
            new Deque.AxeCore.Commons.AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = Standards },
            }
        );
        Assert.All(
            result.Violations,
            violation =>
                Assert.Fail(
                    $"{(page ?? Page).Url} {violation.Id}: {violation.Help}\n"
                        + string.Join('\n', violation.Nodes.Select(node => node.Html))
                )
        );
    }

    /// <summary>
    /// axe finds nothing, and nothing sticks out sideways, in this window and on a phone. With ENROLLMENT_PICTURES naming
    /// a folder, both are kept there as pictures.
    /// </summary>
    public async Task LooksRightAsync(string name, IPage? tab = null)
    {
        var page = tab ?? Page;
        var window = page.ViewportSize!;
        await IsAccessibleAsync(page);
        await FitsAsync(page, name);
        if (window.Width == Site.Phone.Width)
        {
            return;
        }
        await page.SetViewportSizeAsync(Site.Phone.Width, Site.Phone.Height);
        await FitsAsync(page, $"{name}-phone");
        await page.SetViewportSizeAsync(window.Width, window.Height);
    }

    /// <summary>WCAG 1.4.10.</summary>
    private static async Task FitsAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ENROLLMENT_PICTURES") is { Length: > 0 } folder)
        {
            await TakePictureAsync(page, Path.Combine(folder, $"{name}.png"));
        }
        var excess = await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        Assert.True(excess <= 0, $"{name}: {page.Url} is {excess} pixels too wide");
    }

    /// <summary>In a window as high as the page: a bar that keeps to a window's foot would lie across a longer page's middle.</summary>
    private static async Task TakePictureAsync(IPage page, string file)
    {
        var window = page.ViewportSize!;
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(window.Width, Math.Max(window.Height, height));
        await page.ScreenshotAsync(new() { Path = file, FullPage = true });
        await page.SetViewportSizeAsync(window.Width, window.Height);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(string complaint)
    {
        lock (_complaints)
        {
            _complaints.Add(complaint);
        }
    }

    private bool IsExpected(string text) =>
        FailedToLoad().Match(text) is { Success: true } match
        && _expected.Contains(match.Groups["status"] is { Success: true } status ? int.Parse(status.Value) : 0);

    [GeneratedRegex(
        @"^Failed to load resource: (the server responded with a status of (?<status>\d+)|net::)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FailedToLoad();
}
