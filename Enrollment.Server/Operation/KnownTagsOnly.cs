using System.Diagnostics;
using Enrollment.Operation;
using OpenTelemetry;

namespace Enrollment.Server.Operation;

/// <summary>
/// Leaves of a span what is on the list, and nothing else: addresses have phones and names in theirs (searches, the text
/// gateway's calls), and messages of exceptions what a person typed.
/// </summary>
internal sealed class KnownTagsOnly : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Known =
    [
        Telemetry.ApplicationTag,
        "enrollment.outcome",
        "error.type",
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "network.protocol.version",
        "server.address",
        "server.port",
        "url.scheme",
    ];

    public override void OnEnd(Activity activity)
    {
        foreach (var (name, _) in activity.TagObjects.ToList())
        {
            if (!Known.Contains(name))
            {
                activity.SetTag(name, null);
            }
        }
        if (activity.StatusDescription is not null)
        {
            activity.SetStatus(activity.Status);
        }
    }
}
