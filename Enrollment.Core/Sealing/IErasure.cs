namespace Enrollment.Sealing;

/// <summary>
/// Deletes a person's data for good (R16): the data key is discarded, and with it every sealed copy; stages, times and
/// amounts stay.
/// </summary>
public interface IErasure
{
    Task EraseAsync(ApplicationId application, DateTimeOffset now, CancellationToken cancellationToken);
}
