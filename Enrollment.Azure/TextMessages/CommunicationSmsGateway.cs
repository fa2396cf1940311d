using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Enrollment.TextMessages;

namespace Enrollment.Azure.TextMessages;

/// <summary>
/// Azure Communication Services SMS (2021-03-07), by its REST API: a repeat under the id and the instant of the first
/// attempt goes out once, and the published client library makes new ones at each call (R15).
/// </summary>
public sealed class CommunicationSmsGateway(
    HttpClient http,
    TokenCredential credential,
    CommunicationSmsOptions options
) : ITextGateway
{
    private static readonly TokenRequestContext Scope = new(["https://communication.azure.com//.default"]);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public TextGatewayTraits Traits { get; } = new(GivesReports: true, IsIdempotent: true);

    public async Task<TextHandover> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(cancellationToken);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(options.Endpoint!, "/sms?api-version=2021-03-07")
        )
        {
            Content = JsonContent.Create(BodyOf(text), options: Json),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            // It will never be taken as it is.
            return new TextHandover(TextState.Failed, null, "400");
        }
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(Json, cancellationToken);
        return answer?.Value is [var result]
            ? HandoverOf(result)
            : throw new HttpRequestException("The gateway answered without a result.");
    }

    /// <summary>Without one nothing was said to the gateway: to be tried again.</summary>
    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await credential.GetTokenAsync(Scope, cancellationToken)).Token;
        }
        catch (AuthenticationFailedException fault)
        {
            throw new HttpRequestException("The gateway could not be entered: no token for it.", fault);
        }
    }

    private Body BodyOf(OutgoingText text) =>
        new(
            options.From,
            [
                new(
                    $"+86{text.Phone.Value}",
                    Guid.ParseExact(text.Id, "N").ToString("D"),
                    text.QueuedAt.ToString("R", CultureInfo.InvariantCulture)
                ),
            ],
            text.Words,
            new(EnableDeliveryReport: true, text.Id)
        );

    private static TextHandover HandoverOf(Result result) =>
        result switch
        {
            { Successful: true } => new(TextState.Accepted, result.MessageId),
            // Its own time-outs and limits: as if nothing had been said.
            { HttpStatusCode: 429 or >= 500 } => throw new HttpRequestException(
                $"The gateway answered {result.HttpStatusCode} for the recipient."
            ),
            _ => new(TextState.Failed, null, $"{result.HttpStatusCode}"),
        };

    private sealed record Body(string From, Recipient[] SmsRecipients, string Message, SendOptions SmsSendOptions);

    private sealed record Recipient(string To, string RepeatabilityRequestId, string RepeatabilityFirstSent);

    private sealed record SendOptions(bool EnableDeliveryReport, string Tag);

    private sealed record Answer(Result[]? Value);

    private sealed record Result(string? MessageId, int HttpStatusCode, bool Successful);
}
