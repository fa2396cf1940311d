using Enrollment.Azure.Orchestration;
using Enrollment.Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Enrollment.Functions.Web;

/// <summary>
/// Every request, health and providers' notices included (DESIGN §7). Who is let in is the API's business: sessions and
/// signatures guard it, not the host's keys.
/// </summary>
public sealed class HandleRequest(ApiPipeline pipeline, GatheredSignals signals, LifecycleClient lifecycles)
{
    [Function(nameof(HandleRequest))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            "post",
            "put",
            "delete",
            "patch",
            "options",
            Route = "{*path}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client
    )
    {
        var gathering = signals.Begin();
        try
        {
            await pipeline.RunAsync(request.HttpContext);
        }
        finally
        {
            // What was committed before a fault has to be told as well.
            await lifecycles.SignalAsync(client, gathering.Applications);
        }
        return new EmptyResult();
    }
}
