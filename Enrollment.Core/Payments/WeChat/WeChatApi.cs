using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Enrollment.Payments.WeChat;

/// <summary>Requests whose answers are verified before anybody reads them.</summary>
internal sealed class WeChatApi(WeChatLine line, WeChatVerifier verifier)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public Task<WeChatResult<T>> GetAsync<T>(string pathAndQuery, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(HttpMethod.Get, pathAndQuery, body: "", cancellationToken);

    public Task<WeChatResult<T>> PostAsync<T>(string path, object body, CancellationToken cancellationToken)
        where T : class => SendAsync<T>(HttpMethod.Post, path, JsonSerializer.Serialize(body, Json), cancellationToken);

    /// <summary>A file, which WeChat does not sign: its digest came signed.</summary>
    public async Task<byte[]> DownloadAsync(string pathAndQuery, CancellationToken cancellationToken) =>
        await line.SendAsync(HttpMethod.Get, pathAndQuery, body: "", cancellationToken)
            is { IsSuccess: true, Body: var file }
            ? file
            : throw new ProviderFaultException("The statement could not be downloaded.");

    /// <exception cref="ProviderFaultException">An answer without WeChat's signature, or a fault of WeChat's own.</exception>
    private async Task<WeChatResult<T>> SendAsync<T>(
        HttpMethod method,
        string pathAndQuery,
        string body,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var answer = await line.SendAsync(method, pathAndQuery, body, cancellationToken);
        var fault = await verifier.FaultOfAsync(answer.Seal, answer.Body, cancellationToken);
        if (answer.IsSuccess)
        {
            return fault is null
                ? new(Read<T>(answer.Body), Error: null)
                : throw new ProviderFaultException($"WeChat's answer is not to be believed: {fault}.");
        }

        var error = TryRead<WeChatError>(answer.Body) ?? new();
        // Too many requests, faults of the system, and a signature that was not liked say nothing of the order.
        return answer.Status is 401 or 429 or >= 500
            ? throw new ProviderFaultException($"WeChat answers {answer.Status} {error.Code}.")
            : new(Value: null, error with { IsSigned = fault is null });
    }

    private static T? Read<T>(byte[] body)
        where T : class =>
        body.Length == 0 ? null
        : TryRead<T>(body) is { } value ? value
        : throw new ProviderFaultException("WeChat's answer can't be read.");

    internal static T? TryRead<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An answer: its value (null where there is none to have), or WeChat's refusal.</summary>
internal sealed record WeChatResult<T>(T? Value, WeChatError? Error)
    where T : class;
