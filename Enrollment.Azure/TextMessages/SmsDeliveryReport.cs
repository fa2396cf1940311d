using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.TextMessages;

namespace Enrollment.Azure.TextMessages;

/// <summary>
/// A delivery report of Communication Services, as Event Grid hands it over
/// (<c>Microsoft.Communication.SMSDeliveryReportReceived</c>).
/// </summary>
/// <param name="MessageId">What the gateway called the message when it took it.</param>
/// <param name="EventTime">When the event was made: a fresh one may have overtaken the answer to its own message.</param>
public sealed record SmsDeliveryReport(string MessageId, TextState State, string? Detail, DateTimeOffset EventTime)
{
    public const string EventType = "Microsoft.Communication.SMSDeliveryReportReceived";

    /// <returns>Null for an event of another type.</returns>
    /// <exception cref="JsonException">Not an event.</exception>
    public static SmsDeliveryReport? Parse(string json)
    {
        var read = JsonSerializer.Deserialize<Envelope>(json, JsonSerializerOptions.Web) ?? throw new JsonException();
        if (read is not { EventType: EventType, Data: { MessageId: { } messageId } data })
        {
            return null;
        }
        var isDelivered = string.Equals(data.DeliveryStatus, "Delivered", StringComparison.OrdinalIgnoreCase);
        return new(
            messageId,
            isDelivered ? TextState.Delivered : TextState.Failed,
            isDelivered ? null : data.DeliveryStatusDetails ?? data.DeliveryStatus,
            read.EventTime
        );
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    private sealed record Envelope(string? EventType, DateTimeOffset EventTime, Content? Data);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
    private sealed record Content(string? MessageId, string? DeliveryStatus, string? DeliveryStatusDetails);
}
