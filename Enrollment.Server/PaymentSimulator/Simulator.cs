using System.Net;
using Enrollment.Payments;
using Enrollment.Payments.Alipay;
using Enrollment.Payments.WeChat;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>
/// Both providers in one place, with keys of their own, for tests and the demo: what they know, what they answer, how
/// they notify.
/// </summary>
internal sealed class Simulator
{
    public Simulator(TimeProvider time, Func<Uri> page)
    {
        Trades = new(time);
        WeChat = new(Trades, SimulatedKeys.Shared, page);
        Alipay = new(Trades, SimulatedKeys.Shared, page);
    }

    public SimulatedTrades Trades { get; }

    public SimulatedWeChat WeChat { get; }

    public SimulatedAlipay Alipay { get; }

    /// <summary>What is wrong with both providers' answers from now on.</summary>
    public AnswerFlaw Flaw
    {
        get => WeChat.Flaw;
        set => (WeChat.Flaw, Alipay.Flaw) = (value, value);
    }

    public SimulatedAnswer Answer(SimulatedRequest request) =>
        request.Path.StartsWith("/v3/", StringComparison.Ordinal) ? WeChat.Answer(request) : Alipay.Answer(request);

    public SimulatedRequest NoticeOf(SimulatedTrade trade, NoticeFlaw flaw = NoticeFlaw.None) =>
        NoticeOf(trade, trade.Payments[^1], flaw);

    public SimulatedRequest NoticeOf(SimulatedTrade trade, SimulatedPayment payment, NoticeFlaw flaw) =>
        trade.Method switch
        {
            PaymentMethod.WeChat => WeChat.NoticeOf(trade, payment, flaw),
            PaymentMethod.Alipay => Alipay.NoticeOf(trade, payment, flaw),
        };

    public SimulatedRequest NoticeOfRefund(SimulatedTrade trade, SimulatedRefund made) =>
        trade.Method switch
        {
            PaymentMethod.WeChat => WeChat.NoticeOfRefund(trade, made),
            PaymentMethod.Alipay => Alipay.NoticeOfRefund(trade, made),
        };

    /// <summary>What a server is set up with to trade with this simulator, at that address.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(Uri address)
    {
        var keys = SimulatedKeys.Shared;
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.MerchantId)}"] = SimulatedKeys.MerchantId,
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.AppId)}"] = SimulatedKeys.WeChatAppId,
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.ApiV3Key)}"] = keys.ApiV3Key,
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.PrivateKey)}"] = SimulatedKeys.KeyPem(keys.Merchant),
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.Certificate)}"] = keys.Merchant.ExportCertificatePem(),
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.PublicKeyId)}"] = SimulatedKeys.PublicKeyId,
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.PublicKey)}"] =
                keys.WeChatKey.ExportSubjectPublicKeyInfoPem(),
            [$"{WeChatOptions.Section}:{nameof(WeChatOptions.BaseAddress)}"] = address.AbsoluteUri,
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.AppId)}"] = SimulatedKeys.AlipayAppId,
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.SellerId)}"] = SimulatedKeys.SellerId,
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.PrivateKey)}"] = SimulatedKeys.KeyPem(keys.AlipayApp),
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.AppCertificate)}"] = keys.AlipayApp.ExportCertificatePem(),
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.AlipayCertificate)}"] = keys.Alipay.ExportCertificatePem(),
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.RootCertificate)}"] = keys.Root.ExportCertificatePem(),
            [$"{AlipayOptions.Section}:{nameof(AlipayOptions.Gateway)}"] = new Uri(address, "/gateway.do").AbsoluteUri,
        };
    }
}

/// <summary>The way to the simulator without a wire, with what a wire can do.</summary>
internal sealed class SimulatorHandler(Simulator simulator) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (simulator.Flaw == AnswerFlaw.Unreachable)
        {
            throw new HttpRequestException("The simulated provider can't be reached.");
        }
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = simulator.Answer(
            new(
                request.Method.Method,
                request.RequestUri!.PathAndQuery,
                request.Headers.ToDictionary(
                    header => header.Key,
                    header => header.Value.First(),
                    StringComparer.OrdinalIgnoreCase
                ),
                body
            )
        );
        if (simulator.Flaw == AnswerFlaw.LostAnswer)
        {
            throw new IOException("The answer of the simulated provider is lost.");
        }
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = new ByteArrayContent(answer.Body),
        };
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }
        return response;
    }
}
