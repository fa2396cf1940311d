using Enrollment.Api.Access;
using Enrollment.Api.Operation;
using Enrollment.Applications;
using Enrollment.Operation;
using Enrollment.Payments;
using Enrollment.Payments.Alipay;
using Enrollment.Payments.WeChat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Api.Payments;

/// <summary>The ways to pay that the settings name, each checked before the server begins to serve.</summary>
internal static class PaymentServices
{
    /// <summary>A provider that has not answered by then is asked again later; somebody stands at the desk.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<PaymentProviders>()
            .AddSingleton<PaymentEffects>()
            .AddSingleton<RefusedNotices>()
            .AddSingleton<NotifyAddress>()
            .AddSingleton(_ => new PaymentLine(
                new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }
            ));
        var weChat = configuration.GetSection(WeChatOptions.Section);
        if (weChat.Exists())
        {
            services.AddOptions<WeChatOptions>().Bind(weChat).ValidateOnStart();
            services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsCheck>();
            services.AddSingleton<IPaymentProvider>(provider => new WeChatPay(
                provider.GetRequiredService<IOptions<WeChatOptions>>().Value,
                () => provider.GetRequiredService<NotifyAddress>().Of("wechat"),
                ClientOf(provider, Line.WeChat),
                provider.GetRequiredService<TimeProvider>()
            ));
        }
        var alipay = configuration.GetSection(AlipayOptions.Section);
        if (alipay.Exists())
        {
            services.AddOptions<AlipayOptions>().Bind(alipay).ValidateOnStart();
            services.AddSingleton<IValidateOptions<AlipayOptions>, AlipayOptionsCheck>();
            services.AddSingleton<IPaymentProvider>(provider => new AlipayPay(
                provider.GetRequiredService<IOptions<AlipayOptions>>().Value,
                () => provider.GetRequiredService<NotifyAddress>().Of("alipay"),
                ClientOf(provider, Line.Alipay),
                provider.GetRequiredService<TimeProvider>()
            ));
        }
    }

    private static HttpClient ClientOf(IServiceProvider provider, Line line)
    {
        var watch = LineWatch.Of(line, provider);
        watch.InnerHandler = provider.GetRequiredService<PaymentLine>().Handler;
        return new(watch, disposeHandler: false) { Timeout = Patience };
    }
}

/// <summary>The wire to the providers; tests put a simulator in its place.</summary>
public sealed class PaymentLine(HttpMessageHandler handler) : IDisposable
{
    public HttpMessageHandler Handler => handler;

    public void Dispose() => handler.Dispose();
}

internal sealed class WeChatOptionsCheck(TimeProvider time, IOptions<AccessOptions> access)
    : IValidateOptions<WeChatOptions>
{
    public ValidateOptionsResult Validate(string? name, WeChatOptions options) =>
        (WeChatPay.FaultOf(options, time.GetUtcNow()) ?? NotifyAddress.FaultOf(access.Value, options.BaseAddress))
            is { } fault
            ? ValidateOptionsResult.Fail($"{WeChatOptions.Section}: {fault}")
            : ValidateOptionsResult.Success;
}

internal sealed class AlipayOptionsCheck(TimeProvider time, IOptions<AccessOptions> access)
    : IValidateOptions<AlipayOptions>
{
    public ValidateOptionsResult Validate(string? name, AlipayOptions options) =>
        (AlipayPay.FaultOf(options, time.GetUtcNow()) ?? NotifyAddress.FaultOf(access.Value, options.Gateway))
            is { } fault
            ? ValidateOptionsResult.Fail($"{AlipayOptions.Section}: {fault}")
            : ValidateOptionsResult.Success;
}
