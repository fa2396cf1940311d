using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.Alipay;

/// <summary>Signed requests to the gateway, whose answers are verified before anybody reads them.</summary>
internal sealed class AlipayApi(AlipayOptions options, AlipayKeys keys, HttpClient http, TimeProvider time)
{
    private const int LongestAnswer = 1024 * 1024;
    private const int LongestFile = 16 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <param name="method">"alipay.trade.query"</param>
    /// <exception cref="ProviderFaultException">An answer without Alipay's signature, or a fault of Alipay's own.</exception>
    public async Task<AlipayAnswer> AskAsync(
        string method,
        AlipayRequest request,
        CancellationToken cancellationToken,
        string? notifyUrl = null
    )
    {
        using var content = new FormUrlEncodedContent(Parameters(method, request, notifyUrl));
        using var response = await http.PostAsync(
            new Uri($"{options.Gateway}?charset=utf-8"),
            content,
            cancellationToken
        );
        var body = await BoundedBody.ReadAsync(response.Content, LongestAnswer, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ProviderFaultException($"Alipay answers {(int)response.StatusCode}.");
        }
        var answer = Read(body, $"{method.Replace('.', '_')}_response");
        return answer.IsNotNow
            ? throw new ProviderFaultException($"Alipay answers {answer.Code} {answer.SubCode}.")
            : answer;
    }

    public async Task<byte[]> DownloadAsync(Uri url, CancellationToken cancellationToken)
    {
        if (url.Scheme != options.Gateway.Scheme)
        {
            throw new ProviderFaultException("The statement is offered at an address that is not safe.");
        }
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await BoundedBody.ReadAsync(response.Content, LongestFile, cancellationToken);
    }

    private Dictionary<string, string> Parameters(string method, AlipayRequest request, string? notifyUrl)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = options.AppId!,
            ["method"] = method,
            ["format"] = "JSON",
            ["charset"] = "utf-8",
            ["sign_type"] = "RSA2",
            ["timestamp"] = AlipayMoney.Time(time.GetUtcNow()),
            ["version"] = "1.0",
            ["biz_content"] = JsonSerializer.Serialize(request, Json),
        };
        if (keys is { AppNumber: { } app, RootNumber: { } root })
        {
            parameters["app_cert_sn"] = app;
            parameters["alipay_root_cert_sn"] = root;
        }
        if (notifyUrl is not null)
        {
            parameters["notify_url"] = notifyUrl;
        }
        parameters["sign"] = RsaSignatures.Sign(keys.PrivateKey, AlipaySignature.MessageOfRequest(parameters));
        return parameters;
    }

    private AlipayAnswer Read(byte[] body, string member)
    {
        try
        {
            var outside = JsonSerializer.Deserialize<Envelope>(body) ?? new();
            if (AlipaySignature.RawMember(body, member) is not { } inside)
            {
                throw new ProviderFaultException("Alipay refuses the request itself, without a signature.");
            }
            return keys.Named(outside.CertificateNumber)
                .Any(key => RsaSignatures.Verify(key, inside.Span, outside.Sign))
                ? JsonSerializer.Deserialize<AlipayAnswer>(inside.Span) ?? new()
                : throw new ProviderFaultException("Alipay's answer is not to be believed: its signature is wrong.");
        }
        catch (JsonException fault)
        {
            throw new ProviderFaultException("Alipay's answer can't be read.", fault);
        }
    }

    private sealed record Envelope
    {
        [JsonPropertyName("sign")]
        public string? Sign { get; init; }

        [JsonPropertyName("alipay_cert_sn")]
        public string? CertificateNumber { get; init; }
    }
}
