using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.TextMessages;

/// <summary>
/// A gateway that sends text messages (短信网关): the embedded outbox, Azure Communication Services, or a mainland
/// provider that takes registered templates (R15).
/// </summary>
public interface ITextGateway
{
    TextGatewayTraits Traits { get; }

    /// <summary>Hands one message over. The answer is accepted or refused; an exception or a time-out leaves it open.</summary>
    Task<TextHandover> SendAsync(OutgoingText text, CancellationToken cancellationToken);
}

/// <param name="GivesReports">Whether delivery reports follow; where none do, acceptance counts as receipt (R2).</param>
/// <param name="IsIdempotent">Whether a message sent twice under one id goes out once, so that an interrupted attempt may be repeated (R15).</param>
/// <param name="IsReadInTheLog">Whether the log is where people read their messages, so that it keeps sign-in codes, too.</param>
public sealed record TextGatewayTraits(bool GivesReports, bool IsIdempotent, bool IsReadInTheLog = false);

/// <summary>A message as a gateway gets it: template and variables for those who render it, words for those who don't.</summary>
/// <param name="QueuedAt">When the message was first asked for: the same at each repeat, for gateways that tell repeats by it.</param>
public sealed record OutgoingText(
    string Id,
    PhoneNumber Phone,
    TextTemplate Template,
    string TemplateCode,
    ValueList<Applications.TextVariable> Variables,
    string Words,
    DateTimeOffset QueuedAt
);

/// <param name="State">Accepted, delivered or failed.</param>
/// <param name="GatewayId">What the gateway calls the message, for its reports.</param>
public sealed record TextHandover(TextState State, string? GatewayId, string? Detail = null);
