using System.Text.Json;

namespace Enrollment.TextMessages.Alibaba;

/// <summary>
/// Alibaba Cloud SMS (阿里云短信服务, SendSms of 2017-05-25): sends a registered template with its variables to a mainland
/// phone. It knows no id by which a repeat would be told, so that an interrupted attempt stays unknown (R15).
/// </summary>
public sealed class AlibabaSmsGateway(HttpClient http, AlibabaSmsOptions options, TimeProvider time) : ITextGateway
{
    private const string Taken = "OK";

    public TextGatewayTraits Traits { get; } = new(GivesReports: options.ReportKey is not null, IsIdempotent: false);

    public async Task<TextHandover> SendAsync(OutgoingText text, CancellationToken cancellationToken)
    {
        using var request = RequestFor(text);
        using var response = await http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (AnswerOf(body) is not { Code: { } code } answer)
        {
            // Neither taken nor refused, as far as anybody can tell.
            throw new HttpRequestException($"The gateway answered {(int)response.StatusCode} without a code.");
        }
        return code == Taken
            ? new TextHandover(TextState.Accepted, answer.BizId)
            : new TextHandover(TextState.Failed, null, code);
    }

    private HttpRequestMessage RequestFor(OutgoingText text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PhoneNumbers"] = text.Phone.Value,
            ["SignName"] = options.SignName,
            ["TemplateCode"] = text.TemplateCode,
            ["TemplateParam"] = JsonSerializer.Serialize(
                text.Variables.ToDictionary(variable => variable.Name, variable => variable.Value)
            ),
            ["OutId"] = text.Id,
        };
        var call = new AcsCall(
            options.Endpoint.Authority,
            "SendSms",
            "2017-05-25",
            parameters,
            time.GetUtcNow(),
            Guid.NewGuid().ToString("N")
        );
        var address = new Uri(options.Endpoint, $"/?{Acs3Signature.QueryOf(parameters)}");
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        foreach (var (name, value) in Acs3Signature.HeadersOf(call, options.AccessKeyId, options.AccessKeySecret))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    private static Answer? AnswerOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Answer(string? Code, string? BizId);
}
