using System.Net.Http.Headers;
using System.Text;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.WeChat;

/// <summary>Sends signed requests to WeChat and brings back what came, not yet verified.</summary>
internal sealed class WeChatLine(WeChatOptions options, WeChatKeys keys, HttpClient http, TimeProvider time)
{
    private const string Json = "application/json";

    /// <summary>A day's statement of a branch has a few hundred lines; nothing else comes near it.</summary>
    private const int LongestAnswer = 16 * 1024 * 1024;

    public async Task<WeChatAnswer> SendAsync(
        HttpMethod method,
        string pathAndQuery,
        string body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(options.BaseAddress, pathAndQuery));
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            WeChatSignature.Authorization(
                options.MerchantId!,
                keys,
                method.Method,
                pathAndQuery,
                time.GetUtcNow(),
                body
            )
        );
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Enrollment", "1"));
        if (keys.PublicKeyId is { } publicKeyId)
        {
            // The answer is then signed with that key, during a change too.
            request.Headers.TryAddWithoutValidation("Wechatpay-Serial", publicKeyId);
        }
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, Json);
        }
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new(
            (int)response.StatusCode,
            WeChatSeal.Of(name => response.Headers.TryGetValues(name, out var values) ? values.First() : null),
            await BoundedBody.ReadAsync(response.Content, LongestAnswer, cancellationToken)
        );
    }
}

/// <param name="Body">Raw: its signature is over these bytes.</param>
internal sealed record WeChatAnswer(int Status, WeChatSeal Seal, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
