namespace Enrollment.TextMessages;

/// <summary>
/// The embedded default: a message is delivered by standing in the log, where staff (and the demo) read it. Nothing
/// leaves the machine.
/// </summary>
public sealed class OutboxGateway : ITextGateway
{
    public TextGatewayTraits Traits { get; } = new(GivesReports: true, IsIdempotent: true, IsReadInTheLog: true);

    public Task<TextHandover> SendAsync(OutgoingText text, CancellationToken cancellationToken) =>
        Task.FromResult(new TextHandover(TextState.Delivered, $"outbox-{text.Id}"));
}
