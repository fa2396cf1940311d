using System.Threading.Channels;

namespace Enrollment.Server.Work;

/// <summary>Tells the runner that there is something to do. What that is stands in the store; a lost signal costs only delay.</summary>
public sealed class WorkSignals
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Raise() => _raised.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) =>
        await _raised.Reader.ReadAsync(cancellationToken);
}
