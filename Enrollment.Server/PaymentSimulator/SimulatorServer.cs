using System.Net;
using System.Net.Http.Headers;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>
/// The simulator on a port of this machine: what a server trades with in the demo, and the page on which a person "pays".
/// It notifies as the providers do: again and again until it is taken, and now and then twice.
/// </summary>
internal sealed partial class SimulatorServer : IAsyncDisposable
{
    /// <summary>WeChat's own pauses begin like this; the demo has no time for hours.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(3),
    ];

    private readonly WebApplication _app;
    private readonly HttpClient _notifier = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stopping = new();
    private readonly ILogger<SimulatorServer> _logger;

    private SimulatorServer(WebApplication app, Simulator simulator)
    {
        (_app, Simulator) = (app, simulator);
        _logger = app.Services.GetRequiredService<ILogger<SimulatorServer>>();
    }

    public Simulator Simulator { get; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<SimulatorServer> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        SimulatorServer? server = null;
        server = new SimulatorServer(app, new Simulator(time, () => server!.Address));
        app.MapGet("/pay/{token}", (string token) => server.Show(token));
        app.MapPost("/pay/{token}", server.PayAsync);
        // Every path: /gateway.do looks like a file, which the plain fallback leaves out.
        app.MapFallback("{**path}", server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _notifier.Dispose();
        _stopping.Dispose();
    }

    private IResult Show(string token) =>
        Simulator.Trades.FindByToken(token) is { } trade
            ? Results.Content(PayPage.Of(trade, Simulator.Trades.Now), "text/html; charset=utf-8")
            : Results.NotFound();

    private async Task<IResult> PayAsync(string token, HttpRequest request)
    {
        if (Simulator.Trades.FindByToken(token) is not { } trade)
        {
            return Results.NotFound();
        }
        var form = await request.ReadFormAsync();
        if (Simulator.Trades.Pay(trade))
        {
            _ = NotifyAsync(trade, PayPage.NotifyingOf(form["notifying"]), _stopping.Token);
        }
        return Results.Redirect($"/pay/{token}");
    }

    private async Task NotifyAsync(SimulatedTrade trade, Notifying how, CancellationToken stopping)
    {
        try
        {
            switch (how)
            {
                case Notifying.Never:
                    return;
                case Notifying.ForgedFirst:
                    await DeliverAsync(trade, NoticeFlaw.Forged, stopping);
                    await DeliverAsync(trade, NoticeFlaw.WrongAmount, stopping);
                    break;
                case Notifying.Late:
                    await Task.Delay(TimeSpan.FromSeconds(20), stopping);
                    break;
            }
            foreach (var pause in Pauses)
            {
                await Task.Delay(pause, stopping);
                if (await DeliverAsync(trade, NoticeFlaw.None, stopping))
                {
                    break;
                }
            }
            if (how == Notifying.Twice)
            {
                await DeliverAsync(trade, NoticeFlaw.None, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The demo is over.
        }
    }

    /// <returns>Whether it was taken.</returns>
    private async Task<bool> DeliverAsync(SimulatedTrade trade, NoticeFlaw flaw, CancellationToken cancellationToken)
    {
        var notice = Simulator.NoticeOf(trade, flaw);
        using var content = new ByteArrayContent(notice.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(notice.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, trade.NotifyUrl) { Content = content };
        foreach (var (name, value) in notice.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        try
        {
            using var response = await _notifier.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            var isTaken =
                response.IsSuccessStatusCode && (trade.Method != Payments.PaymentMethod.Alipay || answer == "success");
            LogDelivered(_logger, trade.OrderNo, flaw, (int)response.StatusCode);
            return isTaken;
        }
        catch (HttpRequestException fault)
        {
            LogUndelivered(_logger, trade.OrderNo, fault.Message);
            return false;
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory, http.RequestAborted);
        var answer = Simulator.Answer(
            new(
                http.Request.Method,
                $"{http.Request.Path}{http.Request.QueryString}",
                http.Request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                memory.ToArray()
            )
        );
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }
        if (answer.Body.Length > 0)
        {
            http.Response.ContentType = answer.ContentType;
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Notification of {OrderNo} ({Flaw}) was answered {Status}")]
    private static partial void LogDelivered(ILogger logger, string orderNo, NoticeFlaw flaw, int status);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Notification of {OrderNo} was not delivered: {Why}")]
    private static partial void LogUndelivered(ILogger logger, string orderNo, string why);
}
