using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Tests.Builders;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>
/// A desk as the demo has it: the codes on its screen lead to the payment simulator on a port of its own. One candidate,
/// whose originals have passed, stands in front of it.
/// </summary>
internal sealed class PayingDesk : IAsyncDisposable
{
    private readonly SimulatorServer _server;

    private PayingDesk(SimulatorServer server, Site site, ApplicationId id, Visitor clerk) =>
        (_server, Site, Id, Clerk) = (server, site, id, clerk);

    public Site Site { get; }

    public ApplicationId Id { get; }

    public Visitor Clerk { get; }

    public IPage Page => Clerk.Page;

    public Simulator Simulator => _server.Simulator;

    public static async Task<PayingDesk> OpenAsync(Chromium chromium)
    {
        var verified = AnApplication.Verified();
        var server = await SimulatorServer.StartAsync(
            new FakeTimeProvider(verified.Now),
            TestContext.Current.CancellationToken
        );
        var site = await Site.OpenAsync(
            chromium,
            now: verified.Now,
            settings: Simulator.Settings(server.Address).Select(setting => $"--{setting.Key}={setting.Value}")
        );
        var id = await site.Host.StoreAsync(verified, 1);
        var clerk = await site.StaffAsync("desk", Role.Desk);
        var desk = new PayingDesk(server, site, id, clerk);
        await desk.ComeAsync();
        return desk;
    }

    /// <summary>Opens the candidate's page at the desk, or opens it anew.</summary>
    public async Task ComeAsync()
    {
        await Page.GotoAsync($"/staff/desk?id={Id}");
        await Assertions.Expect(Page.Locator("[data-test=fee]")).ToBeVisibleAsync();
    }

    /// <returns>The address that the code leads to.</returns>
    public Task<string> ShowCodeAsync(string method) => Page.ShowCodeAsync(method, "¥ 1,000.00");

    /// <summary>The order that was opened last, as the simulator knows it.</summary>
    public async Task<SimulatedTrade> TradeAsync(PaymentMethod method) =>
        Simulator.Trades.Find(method, (await ApplicationAsync()).Orders[^1].OrderNo)!;

    public Task<Application> ApplicationAsync() => Site.Host.FindAsync(Id);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await _server.DisposeAsync();
    }
}
