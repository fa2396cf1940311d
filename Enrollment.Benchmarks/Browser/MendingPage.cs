using Enrollment.Materials;
using Microsoft.Playwright;

namespace Enrollment.Benchmarks.Browser;

/// <summary>An empty page in Chromium with the built mending worker and one picture; nothing of a server.</summary>
internal sealed class MendingPage : IAsyncDisposable
{
    private const string Origin = "http://localhost:5199";

    /// <summary>Asks the worker as the page does.</summary>
    private const string Script = """
        async ([worker, standard, wish]) => {
          window.picture = await (await fetch('/picture.jpg')).blob()
          const thread = new Worker(worker, { type: 'module' })
          const ask = (message) =>
            new Promise((resolve, reject) => {
              thread.onmessage = ({ data }) => ('fault' in data ? reject(new Error(data.fault)) : resolve(data.result))
              thread.postMessage({ id: 1, ...message })
            })
          window.mend = async () => {
            await ask({ do: 'open', file: window.picture })
            return ask({ do: 'mend', standard: JSON.parse(standard), wish: JSON.parse(wish) })
          }
          window.encodeOnce = async () => {
            const bitmap = await createImageBitmap(window.picture)
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
            canvas.getContext('2d', { alpha: false }).drawImage(bitmap, 0, 0)
            return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
          }
          window.base64 = async (file) => {
            const bytes = new Uint8Array(await file.arrayBuffer())
            return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
          }
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly MendingPicture _picture;
    private readonly IPage _page;

    private MendingPage(IPlaywright playwright, IBrowser browser, MendingPicture picture, IPage page) =>
        (_playwright, _browser, _picture, _page) = (playwright, browser, picture, page);

    public static async Task<MendingPage> OpenAsync(MendingPicture picture)
    {
        var assets = Path.Combine(RepositoryFolder(), "static-web", "dist", "assets");
        var worker = Path.GetFileName(Directory.GetFiles(assets, "mender.worker-*.js").Single());
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            }
        );
        var context = await browser.NewContextAsync();
        await context.RouteAsync($"{Origin}/**", route => FulfilAsync(route, assets, picture));
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{Origin}/");
        await page.EvaluateAsync(Script, new[] { $"/assets/{worker}", picture.Standard, picture.Wish });
        return new(playwright, browser, picture, page);
    }

    public Task<int> MendAsync() => _page.EvaluateAsync<int>("async () => (await mend()).file.size");

    public Task<int> EncodeOnceAsync() => _page.EvaluateAsync<int>("async () => (await encodeOnce()).size");

    /// <summary>What the server's own inspection says of the mended file.</summary>
    public async Task<Inspection> InspectMendedAsync()
    {
        var base64 = await _page.EvaluateAsync<string>("async () => base64((await mend()).file)");
        return Inspector.Inspect(Convert.FromBase64String(base64), _picture.Request);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static Task FulfilAsync(IRoute route, string assets, MendingPicture picture)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        return path switch
        {
            "/picture.jpg" => route.FulfillAsync(new() { BodyBytes = picture.File, ContentType = "image/jpeg" }),
            _ when path.StartsWith("/assets/", StringComparison.Ordinal) => route.FulfillAsync(
                new() { Path = Path.Combine(assets, Path.GetFileName(path)), ContentType = "text/javascript" }
            ),
            _ => route.FulfillAsync(
                new() { Body = "<!doctype html><title>mending</title>", ContentType = "text/html" }
            ),
        };
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Enrollment.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("Run it inside the repository.");
    }
}
