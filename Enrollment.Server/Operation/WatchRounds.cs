using Enrollment.Api.Operation;
using Enrollment.Operation;
using Enrollment.Server.Work;

namespace Enrollment.Server.Operation;

/// <summary>Has the watch look once a minute, and says in the log which alarms are raised and which are over.</summary>
internal sealed partial class WatchRounds(
    OperationWatch watch,
    StatementWatch statements,
    Gauges gauges,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<WatchRounds> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private HashSet<AlarmCode> _raised = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The measures exist from here on; they report what the rounds see.
        ArgumentNullException.ThrowIfNull(gauges);
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            await lifetime.StartedAsync(stoppingToken);
            do
            {
                await LookWithoutFailingAsync(stoppingToken);
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; an exception would be told as a failure of the host.
        }
    }

    private async Task LookWithoutFailingAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            LogFault(logger, fault.GetType().Name, fault.StackTrace);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await statements.LookAsync(cancellationToken);
        var readings = await watch.LookAsync(cancellationToken);
        var alarms = watch.AlarmsOf(readings);
        var raised = alarms.Select(alarm => alarm.Code).ToHashSet();
        foreach (var alarm in alarms.Where(alarm => !_raised.Contains(alarm.Code)))
        {
            LogRaised(logger, alarm.Code, alarm.Measured);
        }
        foreach (var over in _raised.Except(raised))
        {
            LogOver(logger, over);
        }
        _raised = raised;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alarm {Code}: {Measured}")]
    private static partial void LogRaised(ILogger logger, AlarmCode code, string measured);

    [LoggerMessage(Level = LogLevel.Information, Message = "Alarm {Code} is over")]
    private static partial void LogOver(ILogger logger, AlarmCode code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The watch could not look ({Fault})\n{Stack}")]
    private static partial void LogFault(ILogger logger, string fault, string? stack);
}
