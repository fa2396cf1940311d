using Enrollment.Payments;
using Enrollment.Payments.Alipay;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Tests.Payments;

public sealed class AlipayContractTests : ProviderContract
{
    protected override PaymentMethod Method => PaymentMethod.Alipay;

    protected override IPaymentProvider ProviderOn(HttpClient http) =>
        new AlipayPay(PaymentSettings.Alipay(), () => NotifyUrl(Method), http, Time);

    [Fact]
    public async Task Cancelling_what_was_paid_gives_it_back_and_says_so()
    {
        await PlaceAsync();
        var trade = Simulator.Trades.Find(Method, Order.OrderNo)!;
        Simulator.Trades.Pay(trade);
        using var http = new HttpClient(new SimulatorHandler(Simulator));
        Assert.Equal(new OrderStanding.GivenBack(Receipt), await ProviderOn(http).CloseAsync(Order, Stop));
        Assert.Single(trade.Refunds);
        Assert.Equal(new OrderStanding.GivenBack(Receipt), await ProviderOn(http).AskAsync(Order, Stop));
    }

    [Fact]
    public async Task A_notification_in_the_name_of_an_unknown_certificate_is_refused()
    {
        await PlaceAsync();
        var trade = Simulator.Trades.Find(Method, Order.OrderNo)!;
        Simulator.Trades.Pay(trade);
        Assert.Equal(
            new NoticeReading.Refused(NoticeFault.UnknownKey),
            await ReadAsync(Simulator.NoticeOf(trade, NoticeFlaw.OutOfDate))
        );
    }

    [Fact]
    public async Task In_public_key_mode_requests_name_no_certificates_and_the_key_alone_is_believed()
    {
        var keys = SimulatedKeys.Shared;
        using var alipay = System.Security.Cryptography.X509Certificates.RSACertificateExtensions.GetRSAPublicKey(
            keys.Alipay
        )!;
        using var http = new HttpClient(new SimulatorHandler(Simulator));
        var options = PaymentSettings.AlipayByKey(Convert.ToBase64String(alipay.ExportSubjectPublicKeyInfo()));
        var provider = new AlipayPay(options, () => NotifyUrl(Method), http, Time);
        await PlaceAsync();
        var trade = Simulator.Trades.Find(Method, Order.OrderNo)!;
        Simulator.Trades.Pay(trade);

        Assert.IsType<NoticeReading.Paid>(await ReadAsync(Simulator.NoticeOf(trade), provider));
        // The simulator is in certificate mode, and refuses what names none: outside of any signature.
        await Assert.ThrowsAsync<ProviderFaultException>(() => provider.AskAsync(Order, Stop));
    }
}
