using System.ComponentModel.DataAnnotations;
using Enrollment.Api.Operation;
using Enrollment.Operation;
using Enrollment.TextMessages;
using Enrollment.TextMessages.Alibaba;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Api.TextMessages;

/// <summary>The text gateway that the settings name (<c>TextMessages:Gateway</c>), the same in both hosts.</summary>
public static class TextGatewayRegistration
{
    private const string Setting = "TextMessages:Gateway";

    /// <param name="others">Gateways that a host has of its own, by name.</param>
    /// <exception cref="ValidationException">No such gateway, or its settings make no sense.</exception>
    public static IServiceCollection AddTextGateway(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyDictionary<string, Action<IServiceCollection>>? others = null
    )
    {
        switch (configuration[Setting] ?? "outbox")
        {
            case "outbox":
                return services.AddSingleton<ITextGateway, OutboxGateway>();
            case "alibaba":
                return services.AddAlibaba(configuration);
            case var name when others?.GetValueOrDefault(name) is { } add:
                add(services);
                return services;
            case var name:
                throw new ValidationException($"{Setting} is {name}, and there is no such gateway here.");
        }
    }

    private static IServiceCollection AddAlibaba(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(AlibabaSmsOptions.Section).Get<AlibabaSmsOptions>() ?? new();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        services.AddSingleton(options);
        services
            .AddHttpClient(nameof(AlibabaSmsGateway), client => client.Timeout = TimeSpan.FromSeconds(10))
            .AddHttpMessageHandler(provider => LineWatch.Of(Line.TextGateway, provider));
        return services.AddSingleton<ITextGateway>(provider => new AlibabaSmsGateway(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(AlibabaSmsGateway)),
            options,
            provider.GetRequiredService<TimeProvider>()
        ));
    }
}
