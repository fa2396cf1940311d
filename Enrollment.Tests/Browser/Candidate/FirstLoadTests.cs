using System.Text.Json;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>What the sign-in page costs somebody who opens it for the first time.</summary>
public sealed class FirstLoadTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>Bytes of compressed script on the sign-in page.</summary>
    private const int MostScript = 250 * 1024;

    /// <summary>Keeps what the page's own observers see from its first moment on.</summary>
    private const string Observe = """
        window.seen = { tasks: [], largest: 0 };
        new PerformanceObserver(list => list.getEntries().forEach(one => seen.tasks.push(one.duration)))
          .observe({ type: 'longtask', buffered: true });
        new PerformanceObserver(list => list.getEntries().forEach(one => seen.largest = one.startTime))
          .observe({ type: 'largest-contentful-paint', buffered: true });
        """;

    private const string Figures = """
        (() => {
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          const files = performance.getEntriesByType('resource');
          const sum = ending => files.filter(one => new URL(one.name).pathname.endsWith(ending))
            .reduce((bytes, one) => bytes + one.encodedBodySize, 0);
          return {
            script: sum('.js'), style: sum('.css'), requests: files.length,
            firstPaint: Math.round(paint ? paint.startTime : 0), largestPaint: Math.round(seen.largest),
            blocking: Math.round(seen.tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)),
          };
        })()
        """;

    [Fact]
    public async Task The_sign_in_page_takes_at_most_250_KB_of_compressed_script()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visitor = await site.VisitorAsync();
        var figures = await LoadAsync(visitor.Page);
        Assert.InRange(figures.GetProperty("script").GetInt32(), 1, MostScript);
    }

    /// <summary>For docs/performance.md: a desktop, and a middling phone on a slow mobile network.</summary>
    [Theory, Trait("Category", "Long")]
    [InlineData("desktop", 1, 0)]
    [InlineData("phone, processor four times as slow, 1.6 Mbit/s and 150 ms", 4, 150)]
    public async Task Its_figures_are_told(string machine, int slower, int latency)
    {
        await using var site = await Site.OpenAsync(chromium);
        var visitor = await site.VisitorAsync(latency == 0 ? Site.Desktop : Site.Phone);
        var developer = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await developer.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = slower });
        if (latency > 0)
        {
            await developer.SendAsync(
                "Network.emulateNetworkConditions",
                new()
                {
                    ["offline"] = false,
                    ["latency"] = latency,
                    ["downloadThroughput"] = 1_600_000 / 8,
                    ["uploadThroughput"] = 750_000 / 8,
                }
            );
        }
        var figures = await LoadAsync(visitor.Page);
        output.WriteLine($"{machine}: {figures}");
        Assert.True(figures.GetProperty("firstPaint").GetInt32() > 0);
    }

    private static async Task<JsonElement> LoadAsync(IPage page)
    {
        await page.AddInitScriptAsync(Observe);
        await page.GotoAsync("/");
        await Assertions.Expect(page.Button("获取验证码")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return await page.EvaluateAsync<JsonElement>(Figures);
    }
}
