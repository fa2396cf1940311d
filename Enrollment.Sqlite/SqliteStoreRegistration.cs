using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enrollment.Sqlite;

public static class SqliteStoreRegistration
{
    /// <summary>Registers the store and its ports. It is opened when the host starts: misconfigured, the host does not.</summary>
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
            .AddSingleton(provider => provider.GetRequiredService<SqliteStore>().TextMessages)
            .AddHostedService<OpenedAtStart>();
    }

    private sealed class OpenedAtStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            _ = services.GetRequiredService<SqliteStore>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
