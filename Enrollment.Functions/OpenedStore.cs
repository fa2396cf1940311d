using Enrollment.Applications;
using Enrollment.Functions.Web;
using Microsoft.Extensions.Hosting;

namespace Enrollment.Functions;

/// <summary>
/// Before the first trigger: opens the store, takes over its clock (R2), and makes the web pipeline, so that a host that
/// is set up wrongly refuses to start and says why.
/// </summary>
internal sealed class OpenedStore(IApplicationStore store, ServerClock clock, ApiPipeline pipeline) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        clock.Observe(await store.HighWaterAsync(cancellationToken));
        pipeline.Prepare();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
