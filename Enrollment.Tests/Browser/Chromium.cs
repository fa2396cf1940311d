using Enrollment.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Enrollment.Tests.Browser;

/// <summary>One Chromium for all browser journeys, started by the first that asks.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
    ];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running browser; the test is skipped on a machine that has none.</summary>
    public async Task<IBrowser> StartedAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? InstalledTool.Chromium;
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            // A journey waits for what it expects; how long that takes is the machine's affair.
            Assertions.SetDefaultExpectTimeout(120_000);
            return _browser ??= await _playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = program, Args = Arguments }
            );
        }
        finally
        {
            _starting.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        _starting.Dispose();
    }
}
