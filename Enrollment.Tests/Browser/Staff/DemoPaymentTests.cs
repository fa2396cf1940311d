using System.Diagnostics;
using System.Text.Json.Nodes;
using Enrollment.Server.Demo;
using Enrollment.Server.Simulation;
using Enrollment.Tests.Server;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>
/// The fee as somebody who tries the system out pays it (R13): <c>--demo</c> in a process of its own, on the real clock,
/// with the payment simulator that it starts itself.
/// </summary>
public sealed class DemoPaymentTests(Chromium chromium, ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("enrollment-demo-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task In_the_demo_the_desk_shows_a_code_the_simulators_page_pays_it_and_the_desk_turns_green()
    {
        Site.RequirePages();
        var browser = await chromium.StartedAsync();
        var stop = TestContext.Current.CancellationToken;
        using var server = await ServerProcess.StartAsync(Data, stop, "--demo");
        var unpaid = await UnpaidAsync(stop);
        await using var clerk = await Visitor.OfAsync(browser, server.Address, Site.Desktop);
        await using var candidate = await Visitor.OfAsync(browser, server.Address, Site.Phone);

        await clerk.SignInAsync(StaffOf.Clerk.UserName, StaffOf.Clerk.Password);
        foreach (var (number, method) in unpaid.Zip(["微信支付", "支付宝"]))
        {
            await PayAsync(clerk, candidate, number, method);
        }
        Assert.Empty(clerk.Complaints.Concat(candidate.Complaints));
    }

    private async Task PayAsync(Visitor clerk, Visitor candidate, string number, string method)
    {
        var (desk, phone) = (clerk.Page, candidate.Page);
        await desk.GotoAsync("/staff/desk");
        await desk.GetByPlaceholder("扫描").FillAsync(number);
        await desk.ButtonAsync("查找");
        await phone.GotoAsync(await desk.ShowCodeAsync(method, "¥ 300.00"));
        var paying = Stopwatch.StartNew();
        await phone.ButtonAsync("确认支付");
        await Assertions.Expect(desk.Locator("[data-test=fee] .paid")).ToHaveTextAsync("✓ 已缴费");
        output.WriteLine($"{method}: green after {paying.ElapsedMilliseconds} ms");
        await Assertions.Expect(desk.Locator("[data-test=payment]")).ToContainTextAsync("平台已确认");
        await clerk.LooksRightAsync($"demo-paid-{number}");
    }

    /// <summary>The numbers of those whose originals have passed and who have not paid.</summary>
    private async Task<List<string>> UnpaidAsync(CancellationToken stop)
    {
        var signIns = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Data, DemoData.SignInsFile), stop))!;
        var unpaid = signIns["candidates"]!
            .AsArray()
            .Where(one => one!["stage"]!.GetValue<string>() == "originals-verified")
            .Select(one => one!["number"]!.GetValue<string>())
            .ToList();
        Assert.True(unpaid.Count >= 2, "The demo lets both ways to pay be tried.");
        return unpaid;
    }
}
