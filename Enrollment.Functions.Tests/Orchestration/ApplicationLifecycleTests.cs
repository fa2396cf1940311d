using Enrollment.Azure.Orchestration;
using Enrollment.Functions.Orchestration;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enrollment.Functions.Tests.Orchestration;

/// <summary>The orchestration of an application as the runtime runs it: replayed, woken, continued as new (DESIGN §3).</summary>
public sealed class ApplicationLifecycleTests
{
    private static readonly ApplicationId Id = ApplicationId.Parse("0195f3b2c4d87e5fa1b2c3d4e5f60718");

    private static readonly DateTimeOffset InAMonth = DateTimeOffset.UtcNow.AddDays(30);

    private readonly LifecycleClient _lifecycles = new(NullLogger<LifecycleClient>.Instance);

    [Fact]
    public async Task A_signal_starts_it_under_the_applications_id_and_its_status_is_the_stage()
    {
        await using var host = await LifecycleHost.StartAsync(() => LifecycleHost.Waiting("draft", InAMonth));

        await _lifecycles.SignalAsync(host.Client, Id);
        var status = await host.UntilAsync(Id.Value, "draft");

        Assert.Equal(("submission", InAMonth), (status.WaitsFor, status.NextWake));
        Assert.Equal([Id.Value], host.Advanced);
    }

    [Fact]
    public async Task Changed_wakes_it_before_its_timer_and_it_ends_when_no_wake_is_left()
    {
        await using var host = await LifecycleHost.StartAsync(
            () => LifecycleHost.Waiting("draft", InAMonth),
            () => LifecycleHost.Waiting("submitted", InAMonth),
            () => LifecycleHost.Ended("withdrawn")
        );

        await _lifecycles.SignalAsync(host.Client, Id);
        await host.UntilAsync(Id.Value, "draft");
        await _lifecycles.SignalAsync(host.Client, Id);
        await host.UntilAsync(Id.Value, "submitted");
        await _lifecycles.SignalAsync(host.Client, Id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Id.Value));
        Assert.Equal("withdrawn", (await host.UntilAsync(Id.Value, "withdrawn")).Stage);
        Assert.Equal(3, host.Advanced.Count);
    }

    [Fact]
    public async Task Its_timer_wakes_it_when_nobody_does()
    {
        await using var host = await LifecycleHost.StartAsync(
            () => LifecycleHost.Waiting("draft", DateTimeOffset.UtcNow),
            () => LifecycleHost.Ended("abandoned")
        );

        await _lifecycles.SignalAsync(host.Client, Id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Id.Value));
        Assert.Equal(2, host.Advanced.Count);
    }

    [Fact]
    public async Task An_activity_that_fails_once_is_called_again()
    {
        await using var host = await LifecycleHost.StartAsync(
            () => throw new TimeoutException(),
            () => LifecycleHost.Ended("paid")
        );

        await _lifecycles.SignalAsync(host.Client, Id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Id.Value));
        Assert.Equal(2, host.Advanced.Count);
    }

    [Fact]
    public async Task One_that_runs_is_not_started_twice_and_one_that_has_ended_is_begun_anew()
    {
        await using var host = await LifecycleHost.StartAsync(() => LifecycleHost.Waiting("draft", InAMonth));
        Assert.Equal(StartAnswer.Started, await LifecycleClient.StartAsync(host.Client, Id));
        await host.UntilAsync(Id.Value, "draft");

        Assert.Equal(StartAnswer.AlreadyRuns, await LifecycleClient.StartAsync(host.Client, Id));

        await host.Client.RaiseEventAsync(
            Id.Value,
            LifecycleSignal.Changed,
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await host.EndAsync(Id.Value));
        Assert.Equal(StartAnswer.Started, await LifecycleClient.StartAsync(host.Client, Id));
    }
}
