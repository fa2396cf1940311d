using Enrollment.Payments;
using Enrollment.Payments.WeChat;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Tests.Payments;

/// <summary>With WeChat's public key, its platform certificates, and both during a change.</summary>
public abstract class WeChatContract : ProviderContract
{
    protected override PaymentMethod Method => PaymentMethod.WeChat;

    protected abstract WeChatTrust Trust { get; }

    protected override IPaymentProvider ProviderOn(HttpClient http) =>
        new WeChatPay(PaymentSettings.WeChat(Trust), () => NotifyUrl(Method), http, Time);

    /// <summary>A payment notified under WeChat's platform certificate, or its public key.</summary>
    protected async Task<NoticeReading> NotifiedAsync(bool byCertificate)
    {
        await PlaceAsync();
        var trade = Simulator.Trades.Find(Method, Order.OrderNo)!;
        Simulator.Trades.Pay(trade);
        Simulator.WeChat.NotifiesByCertificate = byCertificate;
        return await ReadAsync(Simulator.NoticeOf(trade));
    }

    [Fact]
    public async Task An_order_that_wechat_refuses_is_refused_in_its_words()
    {
        using var http = new HttpClient(new SimulatorHandler(Simulator));
        var placing = await ProviderOn(http).PlaceAsync(new(Order with { OrderNo = "a" }, "报名费"), Stop);
        Assert.Equal(new Placing.Refused("PARAM_ERROR 参数错误"), placing);
    }

    [Fact]
    public async Task Closing_what_was_paid_finds_the_payment()
    {
        await PlaceAsync();
        Simulator.Trades.Pay(Simulator.Trades.Find(Method, Order.OrderNo)!);
        using var http = new HttpClient(new SimulatorHandler(Simulator));
        Assert.Equal(new OrderStanding.Paid(Receipt), await ProviderOn(http).CloseAsync(Order, Stop));
    }

    [Fact]
    public async Task A_notification_an_hour_old_is_refused()
    {
        await PlaceAsync();
        var trade = Simulator.Trades.Find(Method, Order.OrderNo)!;
        Simulator.Trades.Pay(trade);
        Assert.Equal(
            new NoticeReading.Refused(NoticeFault.Stale),
            await ReadAsync(Simulator.NoticeOf(trade, NoticeFlaw.OutOfDate))
        );
        var notice = Simulator.NoticeOf(trade);
        Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new NoticeReading.Refused(NoticeFault.Stale), await ReadAsync(notice));
    }
}

public sealed class WeChatByPublicKeyTests : WeChatContract
{
    protected override WeChatTrust Trust => WeChatTrust.PublicKey;

    [Fact]
    public async Task What_a_certificate_signs_is_not_believed() =>
        Assert.Equal(new NoticeReading.Refused(NoticeFault.UnknownKey), await NotifiedAsync(byCertificate: true));
}

public sealed class WeChatDuringAChangeTests : WeChatContract
{
    protected override WeChatTrust Trust => WeChatTrust.Both;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_either_signs_is_believed(bool byCertificate) =>
        Assert.IsType<NoticeReading.Paid>(await NotifiedAsync(byCertificate));
}

/// <summary>Everything by platform certificates, which it downloads.</summary>
public sealed class WeChatByCertificatesTests : WeChatContract
{
    public WeChatByCertificatesTests() => Simulator.WeChat.NotifiesByCertificate = true;

    protected override WeChatTrust Trust => WeChatTrust.PlatformCertificates;

    [Fact]
    public async Task What_the_public_key_signs_is_not_believed() =>
        Assert.Equal(new NoticeReading.Refused(NoticeFault.UnknownKey), await NotifiedAsync(byCertificate: false));
}

public sealed class WeChatCertificatesTests
{
    [Fact]
    public async Task It_downloads_the_certificates_once_and_believes_what_they_sign()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Builders.AnApplication.AnOrder.OpenedAt);
        var simulator = new Simulator(time, () => new Uri("http://localhost"));
        var wire = new CountingHandler(new SimulatorHandler(simulator));
        using var http = new HttpClient(wire);
        var provider = new WeChatPay(
            PaymentSettings.WeChat(WeChatTrust.PlatformCertificates),
            () => new Uri("https://baoming.example.cn/api/payments/wechat/notify"),
            http,
            time
        );
        var order = Builders.AnApplication.AnOrder;

        await provider.PlaceAsync(new(order, "报名费"), TestContext.Current.CancellationToken);
        var trade = simulator.Trades.Find(PaymentMethod.WeChat, order.OrderNo)!;
        simulator.Trades.Pay(trade);
        simulator.WeChat.NotifiesByCertificate = true;
        var genuine = simulator.NoticeOf(trade);
        Assert.IsType<NoticeReading.Paid>(
            await provider.ReadAsync(new(genuine.Body, genuine.Header), TestContext.Current.CancellationToken)
        );
        simulator.WeChat.NotifiesByCertificate = false;
        for (var i = 0; i < 20; i++)
        {
            // Signed with the public key, whose name this merchant does not know.
            var unknown = simulator.NoticeOf(trade);
            Assert.Equal(
                new NoticeReading.Refused(NoticeFault.UnknownKey),
                await provider.ReadAsync(new(unknown.Body, unknown.Header), TestContext.Current.CancellationToken)
            );
        }
        Assert.Equal(1, wire.Downloads);
        time.Advance(TimeSpan.FromMinutes(2));
        var later = simulator.NoticeOf(trade);
        await provider.ReadAsync(new(later.Body, later.Header), TestContext.Current.CancellationToken);
        Assert.Equal(2, wire.Downloads);
    }

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public int Downloads { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Downloads += request.RequestUri!.AbsolutePath == "/v3/certificates" ? 1 : 0;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
