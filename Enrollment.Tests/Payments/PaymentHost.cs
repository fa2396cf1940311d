using Enrollment.Access;
using Enrollment.Api.Payments;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Payments;

/// <summary>The embedded host, trading with a simulator without a wire; its clock goes forward only, and its season lasts.</summary>
public sealed class PaymentHost : IAsyncLifetime
{
    private readonly HttpClient _provider = new();
    private int _numbers;

    internal TestHost Host { get; private set; } = null!;

    internal Simulator Simulator { get; private set; } = null!;

    internal BrittleLine Line { get; private set; } = null!;

    internal ApiClient Desk { get; private set; } = null!;

    /// <summary>All that the host has logged.</summary>
    internal LogLines Log { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(
            services =>
            {
                var time = (FakeTimeProvider)
                    services.Single(one => one.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
                Simulator = new Simulator(time, () => new Uri("http://localhost"));
                Line = new BrittleLine(Simulator);
                services.Replace(ServiceDescriptor.Singleton(new PaymentLine(Line)));
                services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
            },
            now: AnApplication.Verified().Now,
            settings: [.. Simulator.Settings(new("http://localhost")).Select(one => $"--{one.Key}={one.Value}")]
        );
        var season = ASeason.Current;
        await Host.Get<ISeasonStore>()
            .SaveAsync(season with { Calendar = season.Calendar with { PaymentCloses = new(2040, 12, 31) } }, Stop);
        Desk = await Host.StaffAsync(Role.Desk);
        _provider.BaseAddress = Host.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Sessions last two hours, and the clock of these tests has gone on for days.</summary>
    internal async Task SignInAsync()
    {
        var signIn = new { userName = "staff", password = TestHost.Password };
        Assert.Equal(200, (await Desk.PostAsync("/api/staff/session", signIn)).Status);
    }

    /// <summary>Somebody whose originals have passed.</summary>
    internal async Task<ApplicationId> VerifiedAsync()
    {
        var id = ApplicationId.New(Host.Time.GetUtcNow());
        var commit = AnApplication.Verified().Numbered(Interlocked.Increment(ref _numbers)).AsCommit(id);
        Assert.Equal(CommitResult.Committed, await Host.Get<IApplicationStore>().CommitAsync(commit, Stop));
        return id;
    }

    internal Task<(int Status, string Text)> NotifyAsync(SimulatedRequest notice) => _provider.NotifyAsync(notice);

    /// <summary>Notifications that were refused since then, as the journal has them, newest first.</summary>
    internal async Task<IReadOnlyList<JournalEntry>> RefusedSinceAsync(DateTimeOffset since) =>
        [
            .. (await Host.Get<IJournal>().ListAsync(cursor: null, limit: 200, Stop)).Items.Where(entry =>
                entry.Act == JournalAct.PaymentNoticeRefused && entry.At >= since
            ),
        ];

    internal SimulatedTrade TradeOf(PaymentOrder order) => Simulator.Trades.Find(order.Method, order.OrderNo)!;

    internal async Task LaterAsync(TimeSpan time)
    {
        Host.Time.Advance(time);
        await Host.SettleAsync();
    }
}

/// <summary>A wire on which things happen: the process falls once the provider has acted, or somebody pays just before a closing.</summary>
internal sealed class BrittleLine(Simulator simulator) : DelegatingHandler(new SimulatorHandler(simulator))
{
    /// <summary>The next answer never comes, nor does anything after it: as when the process is killed.</summary>
    public bool FallsNext { get; set; }

    /// <summary>Who pays in the moment in which an order is being closed.</summary>
    public SimulatedTrade? PaysBeforeClosing { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (PaysBeforeClosing is { } trade && await IsClosingAsync(request, cancellationToken))
        {
            simulator.Trades.Pay(trade);
            PaysBeforeClosing = null;
        }
        var response = await base.SendAsync(request, cancellationToken);
        if (FallsNext)
        {
            FallsNext = false;
            response.Dispose();
            throw new ProcessFellException();
        }
        return response;
    }

    private static async Task<bool> IsClosingAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri!.AbsolutePath.EndsWith("/close", StringComparison.Ordinal)
        || (
            request.Content is not null
            && (await request.Content.ReadAsStringAsync(cancellationToken)).Contains(
                "alipay.trade.cancel",
                StringComparison.Ordinal
            )
        );
}

/// <summary>Stands for kill -9: nothing of ours catches it, and what was claimed stays claimed.</summary>
internal sealed class ProcessFellException : Exception
{
    public ProcessFellException()
        : base("The process fell.") { }

    public ProcessFellException(string message)
        : base(message) { }

    public ProcessFellException(string message, Exception inner)
        : base(message, inner) { }
}
