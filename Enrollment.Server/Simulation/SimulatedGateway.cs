using System.Collections.Concurrent;
using Enrollment.TextMessages;

namespace Enrollment.Server.Simulation;

/// <summary>
/// A gateway as they are: it accepts, and reports later; some phones can't be reached. It counts how often each message
/// was handed over.
/// </summary>
internal sealed class SimulatedGateway : ITextGateway
{
    private readonly ConcurrentQueue<(string GatewayId, TextState State)> _reports = new();

    /// <summary>Phones whose messages fail.</summary>
    public HashSet<string> Unreachable { get; } = new(StringComparer.Ordinal);

    public TextGatewayTraits Traits { get; } = new(GivesReports: true, IsIdempotent: false, IsReadInTheLog: true);

    public ConcurrentDictionary<string, int> Handovers { get; } = new(StringComparer.Ordinal);

    public Task<TextHandover> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        Handovers.AddOrUpdate(text.Id, 1, (_, times) => times + 1);
        var gatewayId = $"simulated-{text.Id}";
        _reports.Enqueue((gatewayId, Unreachable.Contains(text.Phone.Value) ? TextState.Failed : TextState.Delivered));
        return Task.FromResult(new TextHandover(TextState.Accepted, gatewayId));
    }

    /// <summary>The reports that are due now; the caller hands them in.</summary>
    public IEnumerable<(string GatewayId, TextState State)> TakeReports()
    {
        while (_reports.TryDequeue(out var report))
        {
            yield return report;
        }
    }
}
