using System.Collections.Concurrent;
using Enrollment.Api.Desk;
using Enrollment.Payments;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Tests.Crash;

/// <summary>
/// The desk opens orders and watches them; payers pay on the simulator's page, which notifies the server, once, twice,
/// late or never.
/// </summary>
/// <param name="waiting">Those whose originals have passed.</param>
internal sealed class DeskLoad(
    Uri server,
    Acknowledged acknowledged,
    ConcurrentQueue<ApplicationId> waiting,
    SimulatorServer simulator
) : Load(server, acknowledged)
{
    private const int Looks = 40;

    private readonly HttpClient _phone = new();

    public override void Dispose()
    {
        _phone.Dispose();
        base.Dispose();
    }

    protected override async Task<bool> WorkAsync()
    {
        if (!waiting.TryDequeue(out var id))
        {
            return false;
        }
        var method = (PaymentMethod)(id.Value[^1] % 2);
        var payments = $"/api/desk/applications/{id}/payments";
        var order = Expect(200, await Staff.PostAsync(payments, new OpenOrderRequest(method))).Read<OrderView>();
        Acknowledged.CountOne();
        if (simulator.Simulator.Trades.Find(method, order.OrderNo) is { } trade)
        {
            await PayAsync(trade, (Notifying)(id.Value[^2] % Enum.GetValues<Notifying>().Length));
        }
        for (var look = 0; look < Looks && order.State != OrderState.Paid; look++)
        {
            order = Expect(200, await Staff.GetAsync($"{payments}/{order.OrderNo}")).Read<OrderView>();
        }
        if (order is { State: OrderState.Paid, ReceiptNo: { } receiptNo })
        {
            Acknowledged.Paid[order.OrderNo] = (id, receiptNo);
            Acknowledged.CountOne();
        }
        return true;
    }

    private async Task PayAsync(SimulatedTrade trade, Notifying how)
    {
        using var form = new FormUrlEncodedContent([new("notifying", how.ToString())]);
        var page = new Uri(simulator.Address, $"/pay/{trade.Token}");
        using var answer = await _phone.PostAsync(page, form, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
