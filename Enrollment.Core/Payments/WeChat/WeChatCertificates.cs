using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.WeChat;

/// <summary>
/// WeChat's platform certificates (平台证书) by serial number, downloaded when one is missing and every half day
/// (GET /v3/certificates). Each comes encrypted with the APIv3 key, which nobody else has; the answer must besides be
/// signed by one of them.
/// </summary>
internal sealed class WeChatCertificates(WeChatLine line, WeChatKeys keys, TimeProvider time)
{
    /// <summary>Somebody who invents serial numbers causes no more downloads than this.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMinutes(1);

    /// <summary>New certificates are there five days before they are used; WeChat asks for at least a daily look.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(12);

    private readonly Lock _lock = new();
    private Dictionary<string, RSA> _bySerial = new(StringComparer.Ordinal);
    private DateTimeOffset _tried = DateTimeOffset.MinValue;
    private Task<Dictionary<string, RSA>>? _download;

    public async Task<RSA?> FindAsync(string serial, CancellationToken cancellationToken)
    {
        RSA? known;
        Task<Dictionary<string, RSA>> download;
        lock (_lock)
        {
            known = _bySerial.GetValueOrDefault(serial);
            if (time.GetUtcNow() - _tried >= (known is null ? LeastPause : Freshness))
            {
                (_tried, _download) = (time.GetUtcNow(), DownloadAsync(CancellationToken.None));
            }
            else if (_download is not { IsCompleted: false })
            {
                return known;
            }
            download = _download;
        }
        try
        {
            var found = await download.WaitAsync(cancellationToken);
            lock (_lock)
            {
                _bySerial = found;
            }
            return found.GetValueOrDefault(serial);
        }
        catch (Exception fault)
            when (known is not null && fault is HttpRequestException or TaskCanceledException or ProviderFaultException)
        {
            // What was valid yesterday still is; the next look is half a day away.
            return known;
        }
    }

    private async Task<Dictionary<string, RSA>> DownloadAsync(CancellationToken cancellationToken)
    {
        var answer = await line.SendAsync(HttpMethod.Get, "/v3/certificates", body: "", cancellationToken);
        if (!answer.IsSuccess)
        {
            throw new ProviderFaultException($"The platform certificates could not be had: {answer.Status}.");
        }
        var list = JsonSerializer.Deserialize<CertificateList>(answer.Body)?.Data ?? [];
        var found = new Dictionary<string, RSA>(StringComparer.Ordinal);
        foreach (var one in list)
        {
            var pem = Encoding.UTF8.GetString(one.Encrypted?.Open(keys.ApiV3Key) ?? []);
            using var certificate = X509Certificate2.CreateFromPem(pem);
            if (
                certificate.GetRSAPublicKey() is { } key
                && RsaKeys.HexSerialOf(certificate) == one.Serial
                && certificate.NotAfter > time.GetUtcNow().LocalDateTime
            )
            {
                found[one.Serial] = key;
            }
        }
        RequireSigned(answer, found);
        return found;
    }

    private void RequireSigned(WeChatAnswer answer, Dictionary<string, RSA> found)
    {
        var seal = answer.Seal;
        var key = seal.Serial == keys.PublicKeyId ? keys.PublicKey : found.GetValueOrDefault(seal.Serial ?? "");
        if (
            key is null
            || !RsaSignatures.Verify(
                key,
                WeChatSignature.MessageOf(seal.Timestamp ?? "", seal.Nonce ?? "", answer.Body),
                seal.Signature
            )
        )
        {
            throw new ProviderFaultException("The platform certificates came without WeChat's signature.");
        }
    }

    private sealed record CertificateList
    {
        [JsonPropertyName("data")]
        public IReadOnlyList<CertificateItem> Data { get; init; } = [];
    }

    private sealed record CertificateItem
    {
        [JsonPropertyName("serial_no")]
        public string Serial { get; init; } = "";

        [JsonPropertyName("encrypt_certificate")]
        public WeChatResource? Encrypted { get; init; }
    }
}
