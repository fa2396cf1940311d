using Enrollment.Operation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Api.Operation;

internal static class OperationServices
{
    public static void AddOperation(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<OperationOptions>()
            .Bind(configuration.GetSection(OperationOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddSingleton<Lines>()
            .AddSingleton<RunnerPulse>()
            .AddSingleton<StatementWatch>()
            .AddSingleton<OperationWatch>();
    }
}
