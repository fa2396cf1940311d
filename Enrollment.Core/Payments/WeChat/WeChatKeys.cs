using System.Security.Cryptography;
using System.Text;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.WeChat;

/// <summary>The merchant's own keys and WeChat's, read from the settings and held against each other.</summary>
internal sealed class WeChatKeys
{
    /// <summary>AES-256.</summary>
    private const int ApiV3KeyLength = 32;

    private const string PublicKeyPrefix = "PUB_KEY_ID_";

    private WeChatKeys(RSA privateKey, string serial, byte[] apiV3Key, string? publicKeyId, RSA? publicKey) =>
        (PrivateKey, Serial, ApiV3Key, PublicKeyId, PublicKey) = (privateKey, serial, apiV3Key, publicKeyId, publicKey);

    public RSA PrivateKey { get; }

    /// <summary>Of the merchant's certificate.</summary>
    public string Serial { get; }

    public byte[] ApiV3Key { get; }

    /// <summary>Null where only platform certificates are believed.</summary>
    public string? PublicKeyId { get; }

    public RSA? PublicKey { get; }

    /// <exception cref="KeyFaultException">What is missing or wrong.</exception>
    public static WeChatKeys Read(WeChatOptions options, DateTimeOffset now)
    {
        if (options.MerchantId is not { Length: 8 or 9 or 10 } merchant || !merchant.All(char.IsAsciiDigit))
        {
            throw new KeyFaultException("MerchantId must be the merchant's number (商户号), digits only.");
        }
        if (string.IsNullOrWhiteSpace(options.AppId))
        {
            throw new KeyFaultException("AppId must be set.");
        }
        var apiV3Key = Encoding.UTF8.GetBytes(
            KeyText.Of(nameof(options.ApiV3Key), options.ApiV3Key, options.ApiV3KeyFile)
        );
        if (apiV3Key.Length != ApiV3KeyLength)
        {
            throw new KeyFaultException($"ApiV3Key must have {ApiV3KeyLength} characters, not {apiV3Key.Length}.");
        }

        var privateKey = RsaKeys.PrivateKey(
            nameof(options.PrivateKey),
            KeyText.Of(nameof(options.PrivateKey), options.PrivateKey, options.PrivateKeyFile)
        );
        using var certificate = RsaKeys.Certificate(
            nameof(options.Certificate),
            KeyText.Of(nameof(options.Certificate), options.Certificate, options.CertificateFile)
        );
        RsaKeys.RequirePair(nameof(options.Certificate), certificate, nameof(options.PrivateKey), privateKey);
        RsaKeys.RequireInForce(nameof(options.Certificate), certificate, now);
        var serial = RsaKeys.HexSerialOf(certificate);
        return options.Trust == WeChatTrust.PlatformCertificates
            ? new(privateKey, serial, apiV3Key, publicKeyId: null, publicKey: null)
            : new(privateKey, serial, apiV3Key, PublicKeyIdOf(options), PublicKeyOf(options));
    }

    private static string PublicKeyIdOf(WeChatOptions options) =>
        options.PublicKeyId?.StartsWith(PublicKeyPrefix, StringComparison.Ordinal) == true
            ? options.PublicKeyId
            : throw new KeyFaultException(
                $"PublicKeyId must begin with {PublicKeyPrefix}, unless Trust is PlatformCertificates."
            );

    private static RSA PublicKeyOf(WeChatOptions options) =>
        RsaKeys.PublicKey(
            nameof(options.PublicKey),
            KeyText.Of(nameof(options.PublicKey), options.PublicKey, options.PublicKeyFile)
        );
}
