using System.Text;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Tests.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Payments;

/// <summary>Whatever happens to a payment, the log holds no key, no signature, no body and nothing of the payer (R13).</summary>
public sealed class PaymentLogTests(PaymentHost payments) : IClassFixture<PaymentHost>
{
    private static readonly AnswerFlaw[] Flaws =
    [
        AnswerFlaw.Unreachable,
        AnswerFlaw.LostAnswer,
        AnswerFlaw.BadSignature,
        AnswerFlaw.ServerError,
    ];

    [Fact]
    public async Task A_whole_payment_with_all_that_can_go_wrong_leaves_no_secret_in_the_log()
    {
        // A line that would be found, so that an empty log proves nothing.
        payments
            .Host.Get<ILoggerFactory>()
            .CreateLogger("probe")
            .Log(LogLevel.Trace, 0, "The log is kept.", exception: null, (text, _) => text);
        var spoken = new List<string>();
        foreach (var method in Enum.GetValues<PaymentMethod>())
        {
            spoken.AddRange(await PayAsync(method));
        }

        var log = string.Join('\n', payments.Log.All);
        Assert.Contains("The log is kept.", log, StringComparison.Ordinal);
        Assert.All(
            Secrets().Concat(spoken),
            secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Opened while the line is bad, forged at, paid, notified, paid again, refunded, reconciled.</summary>
    /// <returns>What was said on the way.</returns>
    private async Task<List<string>> PayAsync(PaymentMethod method)
    {
        await payments.SignInAsync();
        var id = await payments.VerifiedAsync();
        var path = $"/api/desk/applications/{id}/payments";
        foreach (var flaw in Flaws)
        {
            payments.Simulator.Flaw = flaw;
            await payments.Desk.PostAsync(path, new { method = WireName.Of(method) });
            await payments.LaterAsync(TimeSpan.FromSeconds(20));
        }
        payments.Simulator.Flaw = AnswerFlaw.None;
        await payments.LaterAsync(TimeSpan.FromMinutes(2));
        var order = (await payments.Host.FindAsync(id)).Orders[^1];
        var trade = payments.TradeOf(order);
        Assert.True(payments.Simulator.Trades.Pay(trade));
        var notices = Enum.GetValues<NoticeFlaw>()
            .OrderDescending()
            .Select(flaw => payments.Simulator.NoticeOf(trade, flaw))
            .ToList();
        foreach (var notice in notices)
        {
            await payments.NotifyAsync(notice);
        }
        payments.Simulator.Trades.PayAgain(trade);
        await payments.NotifyAsync(payments.Simulator.NoticeOf(trade));
        var refund = new { reason = "重复缴费", outcome = "stays-paid" };
        Assert.Equal(200, (await payments.Desk.PostAsync($"{path}/{order.OrderNo}/refund", refund)).Status);
        await payments.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await payments.Desk.GetAsync("/api/desk/reconciliation/differences")).Status);

        var application = await payments.Host.FindAsync(id);
        Assert.IsType<Stage.Paid>(application.Stage);
        Assert.Single(trade.Refunds);
        return
        [
            .. notices.Select(notice => notice.Text),
            .. notices.SelectMany(notice => notice.Headers.Values).Where(value => value.Length > 40),
            .. trade.Payments.Select(payment => payment.TransactionNo),
            order.CodeUrl!,
            application.OpenedAccount.Phone.Value,
            application.OpenedAccount.Name,
        ];
    }

    private static IEnumerable<string> Secrets()
    {
        var keys = SimulatedKeys.Shared;
        return new[] { keys.Merchant, keys.AlipayApp }
            .SelectMany(certificate => SimulatedKeys.KeyPem(certificate).Split('\n'))
            .Where(line => line.Length > 40 || line.Contains("PRIVATE KEY", StringComparison.Ordinal))
            .Append(keys.ApiV3Key)
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(keys.ApiV3Key)))
            .Append(TestHost.Password);
    }
}
