using System.Collections.Concurrent;
using Enrollment.Azure.Orchestration;
using Enrollment.Functions.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

namespace Enrollment.Functions.Tests.Orchestration;

/// <summary>The orchestration on the runtime's own in-process host, with a script in the place of the activity.</summary>
internal sealed class LifecycleHost : IAsyncDisposable
{
    private readonly DurableTaskTestHost _host;
    private readonly ConcurrentQueue<Func<LifecycleStatus>> _script;
    private readonly ConcurrentQueue<string> _advanced = [];

    private LifecycleHost(DurableTaskTestHost host, ConcurrentQueue<Func<LifecycleStatus>> script) =>
        (_host, _script) = (host, script);

    public DurableTaskClient Client => _host.Client;

    /// <summary>Whom the activity was called for, each time.</summary>
    public IReadOnlyCollection<string> Advanced => _advanced;

    /// <param name="script">What the activity answers, one call after another; after the last no wake is left.</param>
    public static async Task<LifecycleHost> StartAsync(params Func<LifecycleStatus>[] script)
    {
        LifecycleHost? lifecycle = null;
        var host = await DurableTaskTestHost.StartAsync(tasks =>
        {
            tasks.AddOrchestratorFunc(ApplicationLifecycle.Name, context => ApplicationLifecycle.RunAsync(context));
            tasks.AddActivityFunc<string, LifecycleStatus>(
                nameof(AdvanceApplication),
                (_, id) => lifecycle!.Advance(id)
            );
        });
        return lifecycle = new LifecycleHost(host, new ConcurrentQueue<Func<LifecycleStatus>>(script));
    }

    public static LifecycleStatus Waiting(string stage, DateTimeOffset wake) => new(stage, wake, "submission", wake);

    public static LifecycleStatus Ended(string stage) => new(stage, null, null, null);

    /// <summary>Waits until the orchestration says of itself that it is in a stage.</summary>
    public async Task<LifecycleStatus> UntilAsync(string id, string stage)
    {
        while (true)
        {
            var instance = await Client.GetInstancesAsync(id, getInputsAndOutputs: true, Stop);
            if (
                instance is { SerializedCustomStatus: not null }
                && instance.ReadCustomStatusAs<LifecycleStatus>() is { } status
                && status.Stage == stage
            )
            {
                return status;
            }
            await Task.Delay(20, Stop);
        }
    }

    public async Task<OrchestrationRuntimeStatus> EndAsync(string id) =>
        (await Client.WaitForInstanceCompletionAsync(id, Stop)).RuntimeStatus;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LifecycleStatus Advance(string id)
    {
        _advanced.Enqueue(id);
        return _script.TryDequeue(out var next) ? next() : Ended("paid");
    }
}
