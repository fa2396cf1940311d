using Enrollment.Applications;

namespace Enrollment.Materials;

/// <summary>
/// Takes uploads in. The embedded host inspects them at once; on Azure they are kept first, and inspected by whoever is
/// told of them.
/// </summary>
public interface IImageIntake
{
    /// <param name="receivedAt">When the last byte arrived, which is what counts against the deadline (R2).</param>
    Task<Handled> ReceiveAsync(
        ApplicationId id,
        ImageId image,
        ReadOnlyMemory<byte> bytes,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    );

    /// <summary>Inspects what was received and has no verdict yet, so that a submission does not wait for it.</summary>
    Task FinishAsync(ApplicationId id, CancellationToken cancellationToken);
}
