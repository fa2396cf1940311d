using Enrollment.Applications;
using Enrollment.Azure.Orchestration;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enrollment.Tests.Orchestration;

/// <summary>What happens on time although no orchestration was ever told of an application (DESIGN §3).</summary>
public sealed class OverdueSweepTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_that_nobody_was_told_of_goes_out_and_the_orchestration_to_start_is_named()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.OpenAsync();
        var sweep = SweepOf(host);

        // Its orchestration has a while to do it first.
        Assert.Empty(await sweep.RunAsync(Stop));
        host.Time.Advance(OverdueSweep.Grace);

        Assert.Equal([id], await sweep.RunAsync(Stop));
        Assert.IsType<Stage.Draft>((await host.FindAsync(id)).Stage);
        Assert.Equal([id], await sweep.AwaitingAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_deadline_passes_by_the_sweep_alone()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.OpenAsync();
        await host.SettleAsync();
        host.Time.Advance(ASeason.DraftDeadline - host.Time.GetUtcNow() + OverdueSweep.Grace);

        await SweepOf(host).RunAsync(Stop);

        Assert.IsType<Stage.Abandoned>((await host.FindAsync(id)).Stage);
    }

    private static OverdueSweep SweepOf(TestHost host) =>
        new(
            host.Get<IApplicationStore>(),
            host.Get<IApplicationIndex>(),
            host.Get<PendingWork>(),
            host.Get<ServerClock>(),
            NullLogger<OverdueSweep>.Instance
        );
}
