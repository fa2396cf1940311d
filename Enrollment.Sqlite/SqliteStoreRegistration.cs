using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Sqlite;

public static class SqliteStoreRegistration
{
    /// <summary>
    /// Registers the store and its ports. Settings that make no sense are refused here; the store is opened for whoever
    /// asks first, so that a host asks before it begins to serve.
    /// </summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, SqliteStoreOptions options)
    {
        options.Validate();
        return services
            .AddSingleton(_ => SqliteStore.Open(options))
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Applications)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Index)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Files)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Seasons)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Sessions)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Staff)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Journal)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Erasures)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().TextMessages)
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().Gauge);
    }
}
