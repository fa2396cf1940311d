using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Server;
using Enrollment.Sqlite;
using Enrollment.Tests.Server;
using Enrollment.TextMessages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Crash;

/// <summary>
/// The server is killed (-9) at random moments while staff open accounts, candidates save and upload, and people pay: what
/// it acknowledged is there, whole; no message goes out twice; no money is lost or counted twice.
/// </summary>
public sealed class KilledServerTests(ITestOutputHelper output)
{
    private const int MostAcknowledgments = 160;
    private const int LongestMoment = 40;

    /// <summary>Of the simulated clock: within it every text is sent or in doubt, every order paid or closed.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Nothing_acknowledged_is_lost_and_nothing_happens_twice_when_the_server_is_killed() =>
        KillAsync(rounds: 5, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public Task Nothing_acknowledged_is_lost_and_nothing_happens_twice_in_200_rounds() =>
        KillAsync(rounds: 200, seed: 2);

    private async Task KillAsync(int rounds, int seed)
    {
        var random = new Random(seed);
        await using var site = await CrashSite.PrepareAsync();
        for (var round = 1; round <= rounds; round++)
        {
            using (var server = await site.StartAsync())
            {
                await site.LoadUntilKilledAsync(
                    server,
                    random.Next(1, MostAcknowledgments),
                    TimeSpan.FromMilliseconds(random.Next(LongestMoment))
                );
            }
            var (exit, said) = await ServerProcess.RunAsync(["verify", "--data", site.Data], Stop);
            Assert.True(exit == 0, $"round {round}: {said}");
        }
        await GoOnAsync(site);
        await AssertKeptAsync(site);
        var (texts, open) = await AssertNoTextTwiceAsync(site);
        var payments = await AssertLedgerAsync(site);
        var starts = site.Starts.Order().ToList();
        output.WriteLine(
            $"{rounds} rounds, {site.Acknowledged.Count} acknowledgments: {site.Acknowledged.Phones.Count} accounts, "
                + $"{texts} texts ({open} unknown), {site.Acknowledged.Images.Count} images, {payments} payments; "
                + $"start to first answer: median {starts[starts.Count / 2].TotalMilliseconds:0} ms, "
                + $"longest {starts[^1].TotalMilliseconds:0} ms"
        );
    }

    /// <summary>What was left undone at the last kill is done after the next start, once the broken-off claims have run out.</summary>
    private static async Task GoOnAsync(CrashSite site)
    {
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        site.Follow(later);
        await using var server = ServerHost.Build(
            [
                "--urls=http://127.0.0.1:0",
                $"--data={site.Data}",
                .. site.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ],
            services => services.AddSingleton<TimeProvider>(later)
        );
        await server.StartAsync(Stop);
        await using var store = site.OpenStore();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        // Leases and retries first, then the end of every order's life.
        while (await OpenAsync(store, site) is { } open)
        {
            Assert.True(later.GetUtcNow() < TimeProvider.System.GetUtcNow() + LongestDelay, $"Never ends: {open}");
            later.Advance(TimeSpan.FromMinutes(1));
            await timer.WaitForNextTickAsync(Stop);
        }
        await server.StopAsync(Stop);
    }

    /// <summary>A text that is still on its way, or an order that is still open.</summary>
    private static async Task<string?> OpenAsync(SqliteStore store, CrashSite site)
    {
        await foreach (var application in ApplicationsAsync(store))
        {
            if (application.OpenOrder is { } order)
            {
                return $"order {order}";
            }
            // Those who stand before the desk have texts of their own past.
            if (
                site.Acknowledged.Phones.ContainsKey(application.Id)
                && application.Messages.FirstOrDefault(one => one.State == TextState.Queued) is { } text
            )
            {
                return $"text {text}";
            }
        }
        return null;
    }

    private static async Task AssertKeptAsync(CrashSite site)
    {
        await using var store = site.OpenStore();
        var book = site.Acknowledged;
        var stored = await ApplicationsAsync(store).ToDictionaryAsync(one => one.Id, cancellationToken: Stop);
        Assert.All(book.Phones, one => Assert.Equal(one.Value, stored[one.Key].OpenedAccount.Phone.Value));
        Assert.All(
            book.Notes.GroupBy(one => one.Application),
            notes =>
            {
                var kept = stored[notes.Key].Notes.Select(note => note.Text).ToList();
                Assert.All(notes, note => Assert.Single(kept, note.Text));
            }
        );
        Assert.All(
            book.Forms,
            one =>
            {
                var (revision, post) = one.Value;
                var application = stored[one.Key];
                // A save may have been committed and its answer lost.
                Assert.True(application.FormRevision >= revision);
                if (application.FormRevision == revision)
                {
                    Assert.Equal(post, application.Form.Post);
                }
            }
        );
        foreach (var (id, image) in book.Images)
        {
            Assert.NotNull(stored[id].Images.Single(one => one.Id == image).Inspection);
            var bytes = await store.Files.ReadAsync(id, MaterialFileNames.Of(image), Stop);
            Assert.True(CandidateLoad.PhotoBytes.Span.SequenceEqual(bytes));
        }
        Assert.All(
            book.Paid,
            one =>
                Assert.Equal(
                    one.Value.ReceiptNo,
                    stored[one.Value.Application].Payments.Single(payment => payment.OrderNo == one.Key).ReceiptNo
                )
        );
    }

    /// <summary>Against the gateway's own book: each message once, or in doubt and then never sent by itself.</summary>
    private static async Task<(int Texts, int Unknown)> AssertNoTextTwiceAsync(CrashSite site)
    {
        await using var store = site.OpenStore();
        var taken = site.Texts.Taken.CountBy(text => text["OutId"]).ToDictionary();
        Assert.All(taken, one => Assert.Equal(1, one.Value));
        var (texts, unknown) = (0, 0);
        await foreach (
            var application in ApplicationsAsync(store).Where(one => site.Acknowledged.Phones.ContainsKey(one.Id))
        )
        {
            Assert.Single(application.Messages, message => message.Template == TextTemplate.Confirmation);
            foreach (var message in application.Messages)
            {
                texts++;
                if (message.State == TextState.Unknown)
                {
                    unknown++;
                    continue;
                }
                Assert.Equal(1, taken.GetValueOrDefault(message.Id));
            }
        }
        return (texts, unknown);
    }

    /// <summary>Against the providers' own books: the ledger is what was truly paid, each payment once.</summary>
    private static async Task<int> AssertLedgerAsync(CrashSite site)
    {
        await using var store = site.OpenStore();
        var applications = await ApplicationsAsync(store).ToListAsync(Stop);
        var paid = site.Providers.Simulator.Trades.All.SelectMany(
            trade => trade.Payments,
            (trade, payment) => (trade.OrderNo, payment.TransactionNo, trade.AmountFen)
        );
        var ledger = applications.SelectMany(
            application => application.Payments,
            (_, payment) => (payment.OrderNo, payment.TransactionNo, payment.AmountFen)
        );
        Assert.Equal(paid.Order(), ledger.Order());
        Assert.All(
            applications,
            one => Assert.Equal(one.Stage is Stage.Paid ? 1 : 0, one.Payments.Count(payment => payment.IsInForce))
        );
        return applications.Sum(one => one.Payments.Count);
    }

    private static async IAsyncEnumerable<Application> ApplicationsAsync(SqliteStore store)
    {
        await foreach (var id in store.Index.AllAsync(null, Stop))
        {
            yield return (await store.Applications.FindAsync(id, Stop))!.Application;
        }
    }
}
