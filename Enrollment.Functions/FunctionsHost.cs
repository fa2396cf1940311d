using Enrollment.Api;
using Enrollment.Api.Operation;
using Enrollment.Api.TextMessages;
using Enrollment.Applications;
using Enrollment.Azure;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Materials;
using Enrollment.Azure.Orchestration;
using Enrollment.Azure.TextMessages;
using Enrollment.Documents;
using Enrollment.Functions.Orchestration;
using Enrollment.Functions.Web;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Sealing;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions;

/// <summary>The Azure host, composed: the API, the store on Tables and Blobs, and what the triggers call (ADR 1).</summary>
internal static class FunctionsHost
{
    public static IHost Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.ServerWide;
        });
        // The framework logs each request with its address, and searches have phones and names in theirs.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddServices(builder.Services, builder.Configuration);
        return builder.Build();
    }

    /// <summary>Everything but the worker itself.</summary>
    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<StoreSettings>()
            .Bind(configuration.GetSection(StoreSettings.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddEnrollmentApi(configuration);
        services.AddTextGateway(
            configuration,
            new Dictionary<string, Action<IServiceCollection>>(StringComparer.Ordinal)
            {
                ["azure"] = some => AddCommunicationSms(some, configuration),
            }
        );
        services
            .AddAzureStore(provider => StoreOptionsOf(SettingsOf(provider)))
            .AddSingleton(provider => SealKeys.Parse(SettingsOf(provider).Seals))
            .AddSingleton<LaterIntake>()
            .AddSingleton<IImageIntake>(provider => provider.GetRequiredService<LaterIntake>())
            .AddSingleton<GatheredSignals>()
            .AddSingleton<SignalWork>(provider => provider.GetRequiredService<GatheredSignals>().Add)
            .AddSingleton<OverdueSweep>()
            .AddSingleton<SmsReports>()
            .AddSingleton<LifecycleClient>()
            .AddSingleton<ApiPipeline>()
            .AddHostedService<OpenedStore>();
    }

    private static void AddCommunicationSms(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<CommunicationSmsOptions>()
            .Bind(configuration.GetSection(CommunicationSmsOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddHttpClient(nameof(CommunicationSmsGateway), client => client.Timeout = TimeSpan.FromSeconds(10))
            .AddHttpMessageHandler(provider => LineWatch.Of(Line.TextGateway, provider));
        services.AddSingleton<ITextGateway>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<CommunicationSmsOptions>>().Value;
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(CommunicationSmsGateway));
            return new CommunicationSmsGateway(http, Identity.CredentialOf(options.IdentityClientId), options);
        });
    }

    private static StoreSettings SettingsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StoreSettings>>().Value;

    private static AzureStoreOptions StoreOptionsOf(StoreSettings settings) =>
        new()
        {
            Connection = settings.Connection,
            IdentityClientId = settings.IdentityClientId,
            Keys = KeyRing.Parse(settings.Keys),
        };
}
