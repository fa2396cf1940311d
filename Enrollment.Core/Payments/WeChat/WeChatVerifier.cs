using System.Globalization;
using System.Security.Cryptography;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.WeChat;

/// <summary>The four headers that sign an answer or a notification.</summary>
internal sealed record WeChatSeal(string? Serial, string? Timestamp, string? Nonce, string? Signature)
{
    public static WeChatSeal Of(Func<string, string?> header) =>
        new(
            header("Wechatpay-Serial"),
            header("Wechatpay-Timestamp"),
            header("Wechatpay-Nonce"),
            header("Wechatpay-Signature")
        );
}

/// <summary>Is this WeChat's own word, and of now? The key is the one that <c>Wechatpay-Serial</c> names.</summary>
internal sealed class WeChatVerifier(WeChatKeys keys, WeChatCertificates? certificates, TimeProvider time)
{
    /// <returns>Null when it is genuine.</returns>
    public async Task<NoticeFault?> FaultOfAsync(
        WeChatSeal seal,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        if (seal is not { Serial: { } serial, Timestamp: { } timestamp, Nonce: { } nonce, Signature: { } signature })
        {
            return NoticeFault.BadSignature;
        }
        if (!IsOfNow(timestamp))
        {
            return NoticeFault.Stale;
        }
        return await KeyOfAsync(serial, cancellationToken) switch
        {
            null => NoticeFault.UnknownKey,
            var key when RsaSignatures.Verify(key, WeChatSignature.MessageOf(timestamp, nonce, body.Span), signature) =>
                null,
            _ => NoticeFault.BadSignature,
        };
    }

    private bool IsOfNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) < WeChatSignature.Window.TotalSeconds;

    private async Task<RSA?> KeyOfAsync(string serial, CancellationToken cancellationToken) =>
        serial == keys.PublicKeyId ? keys.PublicKey
        : certificates is null ? null
        : await certificates.FindAsync(serial, cancellationToken);
}
