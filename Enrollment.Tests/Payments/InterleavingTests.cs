using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Payments;

/// <summary>
/// Create, pay, notify (again, late, forged, of a wrong amount), query, close, a lost line, a fallen process, in any order:
/// the ledger is what was truly paid, each payment once, and whatever was forged is refused and on record.
/// </summary>
public sealed class InterleavingTests(PaymentHost payments) : IClassFixture<PaymentHost>
{
    private const int LongRun = 10_000;

    private static readonly NoticeFlaw[] Flaws =
    [
        NoticeFlaw.Forged,
        NoticeFlaw.Tampered,
        NoticeFlaw.Unsigned,
        NoticeFlaw.WrongAmount,
        NoticeFlaw.WrongMerchant,
        NoticeFlaw.OutOfDate,
    ];

    private static readonly int Rounds = Environment.GetEnvironmentVariable("ENROLLMENT_LONG") == "1" ? LongRun : 60;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ledger_is_what_was_truly_paid_whatever_happens_in_whatever_order()
    {
        var met = new Dictionary<OrderState, int>();
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var round = new Round(payments, await payments.VerifiedAsync(), new Random(seed));
            try
            {
                await round.PlayAsync();
                await round.CheckAsync(met);
            }
            catch (Exception fault) when (fault is Xunit.Sdk.XunitException or InvalidOperationException)
            {
                Assert.Fail($"Seed {seed}: {string.Join(", ", round.Done)}\n{fault.Message}");
            }
        }
        // The rounds went everywhere.
        Assert.All(
            [OrderState.Paid, OrderState.Closed, OrderState.RefundDue, OrderState.Refunded],
            state => Assert.True(met.ContainsKey(state), $"No order ended as {state}.")
        );
    }

    private sealed class Round(PaymentHost payments, ApplicationId id, Random random)
    {
        private const int Longest = 14;

        private readonly DateTimeOffset _began = payments.Host.Time.GetUtcNow();
        private int _forged;

        public List<string> Done { get; } = [];

        public async Task PlayAsync()
        {
            for (var step = random.Next(4, Longest); step > 0; step--)
            {
                await StepAsync();
                payments.Simulator.Flaw = AnswerFlaw.None;
                payments.Line.FallsNext = false;
            }
            payments.Line.PaysBeforeClosing = null;
        }

        /// <summary>In the end every provider has been heard: it notifies until it is, and the orders run out.</summary>
        public async Task CheckAsync(Dictionary<OrderState, int> met)
        {
            foreach (var trade in Trades(await FindAsync()))
            {
                foreach (var payment in trade.Payments)
                {
                    await NotifyAsync(trade, payment, NoticeFlaw.None);
                }
            }
            await payments.LaterAsync(PaymentOrder.Lifetime + TimeSpan.FromMinutes(1));
            await payments.LaterAsync(TimeSpan.FromMinutes(6));
            await payments.LaterAsync(TimeSpan.FromMinutes(6));

            var application = await FindAsync();
            var trades = Trades(application).ToList();
            Assert.Equal(
                trades
                    .SelectMany(
                        trade => trade.Payments,
                        (trade, paid) => (trade.OrderNo, paid.TransactionNo, trade.AmountFen)
                    )
                    .Order(),
                application
                    .Payments.Select(payment => (payment.OrderNo, payment.TransactionNo, payment.AmountFen))
                    .Order()
            );
            Assert.Equal(
                trades.SelectMany(trade => trade.Refunds).Select(refund => refund.TransactionNo).Order(),
                application
                    .Payments.Where(payment => payment.Refunded is not null)
                    .Select(payment => payment.TransactionNo)
                    .Order()
            );
            Assert.Equal(application.Stage is Stage.Paid ? 1 : 0, application.Payments.Count(one => one.IsInForce));
            Assert.Null(application.OpenOrder);
            Assert.Equal(_forged, (await payments.RefusedSinceAsync(_began)).Count);
            foreach (var order in application.Orders)
            {
                met[application.StateOf(order)] = met.GetValueOrDefault(application.StateOf(order)) + 1;
            }
        }

        private async Task StepAsync()
        {
            var application = await FindAsync();
            var trade = application.Orders is [.., var last]
                ? payments.Simulator.Trades.Find(last.Method, last.OrderNo)
                : null;
            switch (random.Next(16))
            {
                case 0 or 1 or 2:
                    await CommandAsync(
                        new Command.OpenOrder((PaymentMethod)random.Next(2)),
                        after => after.OpenOrder is { } order ? Effects.KeyOfPlacing(order.OrderNo) : null
                    );
                    break;
                case 3 or 4 when trade is not null:
                    Say($"pay {payments.Simulator.Trades.Pay(trade)}");
                    break;
                case 5 when trade is not null && random.Next(3) == 0:
                    Say("pay again");
                    payments.Simulator.Trades.PayAgain(trade);
                    break;
                case 6 or 7 when trade is { Payments.Count: > 0 }:
                    var payment = trade.Payments[random.Next(trade.Payments.Count)];
                    await Task.WhenAll(
                        Enumerable.Range(0, random.Next(1, 4)).Select(_ => NotifyAsync(trade, payment, NoticeFlaw.None))
                    );
                    break;
                case 8 or 9 when trade is not null:
                    await NotifyAsync(
                        trade,
                        trade.Payments.LastOrDefault() ?? new("4299999", _began),
                        Flaws[random.Next(Flaws.Length)]
                    );
                    break;
                case 10 when application.Orders is [.., var order]:
                    Say("inquire");
                    BreakTheLine();
                    await FallingAsync(() =>
                        payments.Host.Get<PaymentEffects>().InquireAsync(application, order, Stop)
                    );
                    break;
                case 11 or 12 when application.OpenOrder is { } open:
                    payments.Line.PaysBeforeClosing = random.Next(4) == 0 ? trade : null;
                    await CommandAsync(new Command.CloseOrder(open.OrderNo), _ => Effects.KeyOfClosing(open.OrderNo));
                    break;
                case 13 when random.Next(4) == 0:
                    Say("withdraw");
                    await payments
                        .Host.Get<CommandHandler>()
                        .HandleAsync(id, new Command.Withdraw("工作调动"), Somebody.Clerk, Stop);
                    break;
                default:
                    var pause = TimeSpan.FromSeconds(random.Next(1, 200));
                    Say($"wait {pause}");
                    payments.Host.Time.Advance(pause);
                    BreakTheLine();
                    await FallingAsync(payments.Host.SettleAsync);
                    break;
            }
        }

        /// <summary>A command and, as the desk's request does, its interactive effect.</summary>
        private async Task CommandAsync(Command command, Func<Application, string?> effect)
        {
            Say(command.GetType().Name);
            var handled = await payments.Host.Get<CommandHandler>().HandleAsync(id, command, Somebody.Clerk, Stop);
            if (handled is Handled.Done { After.Application: var after } && effect(after) is { } key)
            {
                BreakTheLine();
                await FallingAsync(() => payments.Host.Get<PendingWork>().AttemptNowAsync(id, key, Stop));
            }
        }

        private async Task NotifyAsync(SimulatedTrade trade, SimulatedPayment payment, NoticeFlaw flaw)
        {
            Say($"notify {flaw}");
            var (status, text) = await payments.NotifyAsync(payments.Simulator.NoticeOf(trade, payment, flaw));
            var isTaken = trade.Method == PaymentMethod.Alipay ? text == "success" : status == 200;
            Assert.Equal(flaw == NoticeFlaw.None, isTaken);
            _forged += flaw == NoticeFlaw.None ? 0 : 1;
        }

        private void BreakTheLine()
        {
            switch (random.Next(8))
            {
                case 0:
                    payments.Line.FallsNext = true;
                    Say("and the process falls");
                    break;
                case 1:
                    payments.Simulator.Flaw = (AnswerFlaw)random.Next(1, 5);
                    Say($"and {payments.Simulator.Flaw}");
                    break;
            }
        }

        private static async Task FallingAsync(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (ProcessFellException)
            {
                // What it had claimed stays claimed until the lease ends; another process goes on.
            }
        }

        private async Task<Application> FindAsync() => await payments.Host.FindAsync(id);

        private IEnumerable<SimulatedTrade> Trades(Application application) =>
            application
                .Orders.Select(order => payments.Simulator.Trades.Find(order.Method, order.OrderNo))
                .OfType<SimulatedTrade>();

        private void Say(string what)
        {
            lock (Done)
            {
                Done.Add(what);
            }
        }
    }
}
