using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Azure;

public static class AzureStoreRegistration
{
    /// <summary>
    /// Registers the store and its ports. Settings that make no sense are refused here; the store is opened for whoever
    /// asks first, so that a host asks before it begins to serve.
    /// </summary>
    public static IServiceCollection AddAzureStore(
        this IServiceCollection services,
        Func<IServiceProvider, AzureStoreOptions> options
    ) =>
        services
            // A container makes its services without waiting for anything; this one is made once, at the start.
            .AddSingleton(provider => AzureStore.OpenAsync(options(provider), default).GetAwaiter().GetResult())
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Applications)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Index)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Files)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Incoming)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Seasons)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Sessions)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Staff)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Journal)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Erasures)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().TextMessages)
            .AddSingleton(provider => provider.GetRequiredService<AzureStore>().Gauge);
}
