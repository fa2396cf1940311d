using Enrollment.Api.Access.Providers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Api.Access;

internal static class AccessServices
{
    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<AccessOptions>()
            .Bind(configuration.GetSection(AccessOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<ProviderOptions>()
            .Bind(configuration.GetSection(ProviderOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddHttpClient(IdentityProvider.Client);
        services
            .AddSingleton<IdentityProvider>()
            .AddSingleton<ProvidedAccounts>()
            .AddSingleton<Sessions>()
            .AddSingleton<SignInCodes>()
            .AddSingleton<SignInTexts>()
            .AddSingleton<StaffPasswords>()
            .AddSingleton<FirstAdministrator>();
        // Not AddAuthentication, which keeps key files of its own in the user's home; sessions need none.
        services
            .AddWebEncoders()
            .AddAuthenticationCore(options => options.DefaultScheme = SessionAuthentication.SchemeName);
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(
            SessionAuthentication.SchemeName,
            null
        );
        services.AddAuthorization(Policies.Configure);
        services.AddRateLimiter(AddressLimits.Configure);
    }
}
