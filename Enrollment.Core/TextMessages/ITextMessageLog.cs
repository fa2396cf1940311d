using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.TextMessages;

/// <summary>Every text message with its state, for the staff's list, the gateway's reports and the demo's outbox (R15).</summary>
public interface ITextMessageLog
{
    /// <summary>Adds or replaces by id. Phone, words and variables are sealed with the application's key.</summary>
    Task SaveAsync(TextMessage message, CancellationToken cancellationToken);

    Task<TextMessage?> FindAsync(string id, CancellationToken cancellationToken);

    Task<TextMessage?> FindByGatewayIdAsync(string gatewayId, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<TextMessagePage> ListAsync(TextMessageQuery query, CancellationToken cancellationToken);
}

/// <summary>One text message to one person.</summary>
public sealed record TextMessage
{
    public required string Id { get; init; }

    public required ApplicationId Application { get; init; }

    public required TextTemplate Template { get; init; }

    public required PhoneNumber Phone { get; init; }

    /// <summary>As rendered; for a sign-in code the words without the code, unless the outbox gateway keeps them.</summary>
    public required string Words { get; init; }

    public required TextState State { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public string? GatewayId { get; init; }

    public string? Detail { get; init; }
}

public sealed record TextMessageQuery
{
    public PhoneNumber? Phone { get; init; }

    public ApplicationId? Application { get; init; }

    public TextState? State { get; init; }

    /// <summary>From the page before; none, or an empty one, begins at the first.</summary>
    public string? Cursor
    {
        get;
        init => field = value is "" ? null : value;
    }

    /// <summary>1–200.</summary>
    public int Limit { get; init; } = 50;
}

public sealed record TextMessagePage(ValueList<TextMessage> Items, string? NextCursor);
