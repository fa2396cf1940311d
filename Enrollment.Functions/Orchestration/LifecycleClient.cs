using Enrollment.Azure.Orchestration;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Orchestration;

/// <summary>Tells orchestrations that something changed. It never fails: what nobody was told of is swept (DESIGN §3).</summary>
public sealed partial class LifecycleClient(ILogger<LifecycleClient> logger)
{
    /// <summary>An import opens a thousand accounts in one request: they are told side by side.</summary>
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 16 };

    public Task SignalAsync(DurableTaskClient client, IEnumerable<ApplicationId> applications) =>
        Parallel.ForEachAsync(
            applications,
            SideBySide,
            async (application, _) => await SignalAsync(client, application)
        );

    public async Task SignalAsync(DurableTaskClient client, ApplicationId application)
    {
        try
        {
            if (
                !await LifecycleSignal.SendAsync(
                    () => StartAsync(client, application),
                    () => RaiseAsync(client, application)
                )
            )
            {
                LogNotTold(logger, application, "it ended in between, again and again");
            }
        }
        catch (Exception fault)
        {
            LogNotTold(logger, application, fault.GetType().Name);
        }
    }

    /// <summary>Schedules an orchestration unless one of the id is pending or runs; one that has ended is begun anew.</summary>
    public static async Task<StartAnswer> StartAsync(DurableTaskClient client, ApplicationId application)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                ApplicationLifecycle.Name,
                input: null,
                new StartOrchestrationOptions(application.Value).WithDedupeStatuses(
                    OrchestrationRuntimeStatus.Pending,
                    OrchestrationRuntimeStatus.Running,
                    OrchestrationRuntimeStatus.Suspended
                )
            );
            return StartAnswer.Started;
        }
        catch (Exception fault) when (IsAlreadyThere(fault))
        {
            return StartAnswer.AlreadyRuns;
        }
    }

    private static async Task<RaiseAnswer> RaiseAsync(DurableTaskClient client, ApplicationId application)
    {
        try
        {
            await client.RaiseEventAsync(application.Value, LifecycleSignal.Changed);
            return RaiseAnswer.Raised;
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.NotFound)
        {
            return RaiseAnswer.Missing;
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.FailedPrecondition)
        {
            return RaiseAnswer.Finished;
        }
    }

    private static bool IsAlreadyThere(Exception fault) =>
        fault
            is DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException
                or RpcException { StatusCode: StatusCode.AlreadyExists };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The orchestration of {Id} was not told ({Why}); it is swept")]
    private static partial void LogNotTold(ILogger logger, ApplicationId id, string why);
}
