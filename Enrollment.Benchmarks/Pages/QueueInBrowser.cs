using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Benchmarks.Load;
using Enrollment.Benchmarks.Stores;
using Enrollment.Seasons;
using Enrollment.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Enrollment.Benchmarks.Pages;

/// <summary>
/// The reviewers' queue page over 100,000 applications as a browser has it: from the click on 下一页 to the answer's last
/// byte, and to the new rows on the screen; beside them the smallest request that the same server answers.
/// </summary>
internal static class QueueInBrowser
{
    private const int Applications = 100_000;

    private const int Pages = 100;

    /// <summary>Page turns before the first that counts, as a server has had in its first minute.</summary>
    private const int WarmUp = 100;

    /// <summary>Nobody turns the next page while this one is still being painted.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);

    private const string Password = "a password of the benchmark";

    /// <summary>Turns a page, and says how long the request took and how long until other rows stood there, in ms.</summary>
    private const string TurnPage = """
        async () => {
          const first = () => document.querySelector('tbody tr a').textContent
          const before = first()
          performance.clearResourceTimings()
          const start = performance.now()
          const turned = new Promise((done) => {
            const observer = new MutationObserver(() => {
              if (first() === before) return
              observer.disconnect()
              requestAnimationFrame(() => done(performance.now() - start))
            })
            observer.observe(document.querySelector('tbody'), { subtree: true, childList: true, characterData: true })
          })
          const buttons = [...document.querySelectorAll('button')]
          buttons.find((button) => button.textContent.trim() === '下一页').click()
          const shown = await turned
          const [entry] = performance.getEntriesByType('resource').filter((one) => one.name.includes('/review/applications'))
          const asked = performance.now()
          await (await fetch('/api/health')).text()
          return [entry.responseEnd - entry.requestStart, shown, performance.now() - asked]
        }
        """;

    public static async Task MeasureAsync(string pages)
    {
        await using var store = new TemporaryStore();
        await store.FillAsync(Applications);
        await using var server = ServerHost.Build(
            [
                "--urls=http://127.0.0.1:0",
                // With the store's own, so that both go when it does.
                $"--data={Path.Combine(store.Folder, "host", "data")}",
                $"--Server:Pages={Path.GetFullPath(pages)}",
            ],
            services =>
                services
                    .AddSingleton(_ => store.Store.Applications)
                    .AddSingleton(_ => store.Store.Index)
                    .AddSingleton(_ => store.Store.Seasons)
                    .AddSingleton(_ => store.Store.Sessions)
                    .AddSingleton(_ => store.Store.Staff)
        );
        await PrepareAsync(server.Services);
        await server.StartAsync();

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            }
        );
        var page = await browser.NewPageAsync(new() { BaseURL = server.Urls.First() });
        await page.GotoAsync("/staff/sign-in");
        await page.FillAsync("#user-name", "reviewer");
        await page.FillAsync("#password", Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "审核队列" }).First.ClickAsync();
        await page.Locator("tbody tr").First.WaitForAsync();

        var turns = new List<double[]>();
        for (var i = 0; i < WarmUp + Pages; i++)
        {
            turns.Add(await page.EvaluateAsync<double[]>(TurnPage));
            await Task.Delay(Look);
        }
        turns.RemoveRange(0, WarmUp);
        Latencies.Tell("request of a page", turns.Select(turn => turn[0]));
        Latencies.Tell("click to rows", turns.Select(turn => turn[1]));
        Latencies.Tell("GET /api/health", turns.Select(turn => turn[2]));
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<ISeasonStore>().SaveAsync(Season, CancellationToken.None);
        var account = new StaffAccount
        {
            Id = "reviewer",
            UserName = "reviewer",
            Name = "李审核",
            Roles = [Role.Reviewer],
        };
        var hash = services.GetRequiredService<StaffPasswords>().Hash(account, Password);
        await services
            .GetRequiredService<IStaffStore>()
            .SaveAsync(account with { PasswordHash = hash }, CancellationToken.None);
    }

    private static Season Season { get; } =
        new()
        {
            Id = "2026",
            Year = 2026,
            BranchName = "某某分院",
            Programmes = ["法学", "公共管理"],
            FeeFen = 100_00,
            Calendar = new()
            {
                SubmissionCloses = new(2026, 6, 30),
                ReviewCloses = new(2026, 7, 10),
                OnSiteFrom = new(2026, 7, 15),
                OnSiteTo = new(2026, 7, 17),
                OnSiteHours = "上午",
                OnSitePlace = "一楼",
                PaymentCloses = new(2026, 7, 20),
            },
        };
}
